"""The light search page, `tim/index.html`: one document for phones that Material is too heavy for.

Its script finds by the same rules as the box. Where no script runs, the page is a list of communes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.cards.surroundings import macros
from village_site.catalogue import label
from village_site.inline import compact
from village_site.offline import needs, registration
from village_site.policy import OWN, Policy, digest, light, meta
from village_site.render import capital, environment
from village_site.search.worker import script

PAGE: Final = "tim/"
"""Its address from the site's root; asked as `tim/?q=nam+bac+thanh` it answers at once."""


def search_page(atlas: Atlas, *, site_url: str | None, banner: Markup | None = None) -> str:
    """The HTML document. `site_url` only names the page's own address to search engines."""
    site = atlas.dataset.site
    parts = macros()
    return (
        environment()
        .get_template("search/page.html")
        .render(
            site=site,
            policy=meta(search_policy()),
            canonical=f"{site_url.rstrip('/')}/{PAGE}" if site_url else None,
            opening=parts.opening(Markup(_style()), banner or Markup(), None, site, "../"),
            homes=list(_homes(atlas)),
            trust=parts.trust(urlsplit(site.codes.base_url).netloc.lower()),
            script=Markup(page_script()),
            registration=registration("../"),
            en=partial(label, lang="en"),
        )
    )


def search_policy() -> Policy:
    """What the page may load: its style, its script, both parts of the index; its form leads to itself."""
    return light(
        _style(), ("script-src", digest(page_script())), ("connect-src", OWN), ("form-action", OWN), *needs()
    )


@cache
def page_script() -> str:
    """The page's script, exactly as it stands between the tags; the same for every site."""
    return script("page.js")


@cache
def _style() -> str:
    sheets = (environment().get_template(name).render() for name in ("cards/card.css", "search/page.css"))
    return compact("".join(sheets))


def _homes(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Address and name of every commune, then of the villages whose commune is not known."""
    for commune in atlas.communes:
        yield commune.url, capital(", ".join(unit.full_name for unit in commune.chain))
    yield from ((place.url, capital(place.name)) for place in atlas.homeless)
