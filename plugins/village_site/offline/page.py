"""The page that is shown where there is neither a net nor a saved copy."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.cards.surroundings import macros
from village_site.cards.top import top
from village_site.catalogue import label
from village_site.offline.registration import registration
from village_site.reckon.emergency import DISASTER, IN_DANGER
from village_site.render import environment

_ROOT = "../"


def fallback_page(atlas: Atlas, banner: Markup | None = None) -> str:
    """The HTML document. A phone keeps it for as long as the site does not change it, so it holds no number
    but those of the whole country."""
    parts = macros()
    site = atlas.dataset.site
    head = top(atlas, None, banner or Markup(), _ROOT)
    return (
        environment()
        .get_template("offline/page.html")
        .render(
            policy=head.policy,
            opening=parts.opening(head.css, head.banner, None, site, _ROOT),
            numbers=(*IN_DANGER, DISASTER),
            trust=parts.trust(urlsplit(site.codes.base_url).netloc.lower()),
            registration=registration(_ROOT),
            en=partial(label, lang="en"),
        )
    )
