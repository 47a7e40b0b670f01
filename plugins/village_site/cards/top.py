"""What every light page of a village begins with: its style, its policy, and the notices on top."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from village_site.alerts import alert_script, alert_style, alerts
from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.offline import needs
from village_site.policy import OWN, Policy, digest, light, meta
from village_site.reckon.notices import any_in_force
from village_site.render import environment


@frozen
class Top:
    """`banner` is what stands above everything else; `policy` is the element that allows it and `css`."""

    policy: Markup
    css: Markup
    banner: Markup


def top(atlas: Atlas, place: Place | None, banner: Markup, root: str) -> Top:
    """The top of a village's light pages, or of the site's; `root` leads to the site's root."""
    notices = alerts(atlas, place, root=root, name="alert", folded=True) if place is not None else Markup()
    alerting = bool(notices)
    if alerting:
        banner += notices + Markup("<script>{}</script>\n").format(Markup(alert_script()))
    return Top(meta(card_policy(alerting=alerting)), _style(alerting=alerting), banner)


def card_policy(*, alerting: bool = False) -> Policy:
    """What a light page may load: its own style and the photo beside it, the site's worker, and, while it is
    `alerting`, the script that shows an urgent notice no longer than it holds."""
    scripts = [("script-src", digest(alert_script()))] if alerting else []
    return light(str(_style(alerting=alerting)), ("img-src", OWN), *scripts, *needs())


def card_policies(atlas: Atlas) -> tuple[Policy, ...]:
    """Those of all light pages."""
    return (card_policy(), card_policy(alerting=True)) if any_in_force(atlas) else (card_policy(),)


@cache
def _style(*, alerting: bool = False) -> Markup:
    """Our own style sheet without comments and needless space; every light page carries it."""
    css = environment().get_template("cards/card.css").render()
    if alerting:
        css += alert_style()
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return Markup(re.sub(r"\s*([{};,])\s*", r"\1", bare).replace(": ", ":").strip())
