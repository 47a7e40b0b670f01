"""All pages of a site, in an order that never changes."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from village_site.atlas import Atlas
from village_site.campaigns import every
from village_site.pages.campaign import campaign_page
from village_site.pages.commune import commune_page
from village_site.pages.communes import communes_page
from village_site.pages.criteria import criteria_index, criteria_page
from village_site.pages.own import own_page, own_pages
from village_site.pages.page import Page
from village_site.pages.unit import unit_page
from village_site.pages.village import village_page
from village_site.pages.writer import EditUrl, Writer
from village_site.render import environment
from village_site.rollups import larger_units


def compose(
    atlas: Atlas, *, edit_url: EditUrl | None = None, env: Environment | None = None
) -> Iterator[Page]:
    """The list of communes, then each commune, then each village, list, campaign and set of criteria.

    `edit_url` makes an editing address of a data file's shown path. `env` may look for templates in more
    places than the package, for kinds of record declared elsewhere; it must escape as `environment()` does.
    """
    env = env or environment("vi")
    yield communes_page(Writer(env, atlas, "../", edit_url))
    for commune in atlas.communes:
        yield commune_page(Writer(env, atlas, "../../", edit_url), commune)
    for unit in larger_units(atlas):
        yield unit_page(Writer(env, atlas, "../../", edit_url), unit)
    for place in atlas.places:
        yield village_page(Writer(env, atlas, "../../", edit_url), place)
    for home, kind in own_pages(atlas):
        yield own_page(Writer(env, atlas, "../../../", edit_url), home, kind)
    for campaign in every(atlas):
        yield campaign_page(Writer(env, atlas, "../../../", edit_url), campaign)
    yield criteria_index(Writer(env, atlas, "../", edit_url))
    for entry in sorted(atlas.dataset.criteria, key=lambda one: one.id):
        yield criteria_page(Writer(env, atlas, "../../", edit_url), entry)
