"""All pages of a site, in an order that never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from village_site.atlas import Atlas
from village_site.campaigns import every
from village_site.guides import guides
from village_site.pages.campaign import campaign_page
from village_site.pages.commune import commune_page
from village_site.pages.communes import communes_page, file_of_units
from village_site.pages.criteria import FOLDER, criteria_index, criteria_page, file_of_sets
from village_site.pages.own import own_page, own_pages, own_source
from village_site.pages.page import Page, own_url
from village_site.pages.unit import unit_page
from village_site.pages.village import village_page
from village_site.pages.writer import EditUrl, Writer
from village_site.render import environment
from village_site.rollups import larger_units, unit_url


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is still to be composed: its address from the site's root, the data file to edit, if
    any, and what makes it."""

    url: str
    source: str | None
    make: Callable[[Writer], Page]

    @property
    def path(self) -> str:
        """Where it will stand among the site's sources."""
        return f"{self.url}index.md"


def plan(atlas: Atlas) -> Iterator[Planned]:
    """The list of communes, then each commune, then each village, list, campaign and set of criteria, and
    the references."""
    yield Planned("xa/", file_of_units(atlas), communes_page)
    for commune in atlas.communes:
        yield Planned(commune.url, commune.unit.origin.file, partial(commune_page, commune=commune))
    for unit in larger_units(atlas):
        yield Planned(unit_url(unit), unit.origin.file, partial(unit_page, unit=unit))
    for place in atlas.places:
        yield Planned(place.url, place.village.origin.file, partial(village_page, place=place))
    for owner, kind in own_pages(atlas):
        make = partial(own_page, home=owner, kind=kind)
        yield Planned(own_url(owner, kind), own_source(owner, kind), make)
    for home in every(atlas):
        yield Planned(home.url, home.campaign.origin.file, partial(campaign_page, home=home))
    yield Planned(f"{FOLDER}/", file_of_sets(atlas), criteria_index)
    for entry in sorted(atlas.dataset.criteria, key=lambda one: one.id):
        yield Planned(f"{FOLDER}/{entry.id}/", entry.origin.file, partial(criteria_page, entry=entry))
    for url, guide in guides():
        yield Planned(url, None, guide)


def compose(
    atlas: Atlas, *, edit_url: EditUrl | None = None, env: Environment | None = None
) -> Iterator[Page]:
    """The pages of the plan, in its order.

    `edit_url` makes an editing address of a data file's shown path. `env` may look for templates in more
    places than the package, for kinds of record declared elsewhere; it must escape as `environment()` does.
    """
    env = env or environment("vi")
    for one in plan(atlas):
        yield one.make(Writer(env, atlas, "../" * one.url.count("/"), edit_url))
