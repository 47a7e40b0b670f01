"""All pages of a site, in an order that never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from jinja2 import Environment

from village_site.atlas import Atlas
from village_site.campaigns import every
from village_site.frozen import frozen
from village_site.guides import guides
from village_site.pages.campaign import campaign_page
from village_site.pages.commune import commune_page
from village_site.pages.communes import communes_page, file_of_units
from village_site.pages.criteria import FOLDER, criteria_index, criteria_page, file_of_sets
from village_site.pages.english import english_index, finished, lists_in_both
from village_site.pages.own import own_page, own_pages, own_source
from village_site.pages.page import Page, own_url
from village_site.pages.unit import unit_page
from village_site.pages.village import village_page
from village_site.pages.writer import EditUrl, Writer
from village_site.reckon.english import ENGLISH, in_english
from village_site.render import environment
from village_site.rollups import larger_units, unit_url


@frozen
class Planned:
    """A page that is still to be composed: its address from the site's root, the data file to edit, if any,
    what makes it, and the language of its own words."""

    url: str
    source: str | None
    make: Callable[[Writer], Page]
    lang: str = "vi"

    @property
    def path(self) -> str:
        """Where it will stand among the site's sources."""
        return f"{self.url}index.md"


def plan(atlas: Atlas) -> Iterator[Planned]:
    """The list of communes, then each commune, then each village, list, campaign and set of criteria, and the
    references; then what there is in English."""
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
    yield from _in_english(atlas)


def _in_english(atlas: Atlas) -> Iterator[Planned]:
    yield Planned(ENGLISH, atlas.dataset.site.origin.file, english_index, "en")
    for place in atlas.places:
        make = partial(village_page, place=place)
        yield Planned(in_english(place.url), place.village.origin.file, make, "en")
    for owner, kind in lists_in_both(atlas):
        listed = partial(own_page, home=owner, kind=kind)
        yield Planned(in_english(own_url(owner, kind)), own_source(owner, kind), listed, "en")


def compose(
    atlas: Atlas,
    *,
    edit_url: EditUrl | None = None,
    env: Environment | None = None,
    planned: Iterable[Planned] | None = None,
) -> Iterator[Page]:
    """The pages of the plan, or those `planned` of it, in order.

    `edit_url` makes an editing address of a data file's shown path. `env` may look for templates in more
    places than the package, for kinds of record declared elsewhere; it must escape as `environment()` does.
    """
    english = environment("en") if env is None else environment("en").overlay(loader=env.loader)
    env = env or environment("vi")
    for one in plan(atlas) if planned is None else planned:
        root = "../" * one.url.count("/")
        if one.lang == "en":  # whoever edits data reads the Vietnamese page
            yield finished(one.make(Writer(english, atlas, root)), root)
        else:
            yield one.make(Writer(env, atlas, root, edit_url))
