"""Urgent notices on top of a village's pages, light ones and Material's, for as long as they hold.

A page is made on one day and may be read on another, or be kept by a phone without a net. So each notice
carries its first and its last second, and one small script shows it between the two and hides it else.
Without scripts the words say until when it holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from village_site.atlas import Atlas, Home
from village_site.reckon.notices import Announced, State, in_force, validity
from village_site.render import capital, environment
from village_site.values import stamp

SCRIPT = "assets/notices.js"
"""Where Material's pages find the script; on light pages it stands within."""


@dataclass(frozen=True, slots=True)
class Alert:
    """A notice on top of a page. `since` and `until` are ISO 8601 with Vietnam's offset, whatever a phone is
    set to; `waits` when it had not begun on the day of the build."""

    one: Announced
    since: str
    until: str
    validity: Markup
    waits: bool


def alerts(
    atlas: Atlas, home: Home, *, root: str, name: str, folded: bool = False, lang: str = "vi"
) -> Markup:
    """The notices' HTML, each a section of the class `name`; empty where none holds or is to come.

    `root` leads to the site's root and ends with "/"; `folded` shows no more than what and until when.
    """
    found = [_alert(one, atlas, lang) for one in in_force(atlas, home, atlas.day)]
    if not found:
        return Markup()
    template = environment(lang).get_template("notices/alerts.html")
    return Markup(template.render(alerts=found, root=root, name=name, folded=folded))


@cache
def alert_script() -> str:
    """The script, exactly as it stands between the tags: its SHA-256 goes into a policy."""
    return environment().get_template("notices/alerts.js").render()


@cache
def alert_style() -> str:
    """What light pages with such a notice need besides the style of all."""
    return environment().get_template("notices/alert.css").render()


def _alert(one: Announced, atlas: Atlas, lang: str) -> Alert:
    waits = one.state(atlas.day) is State.COMING
    said = capital(validity(one.notice, lang))
    return Alert(one, stamp(one.begins), stamp(one.ends), Markup(said), waits)
