"""The page of a province, or of a former district as on its last day: who belongs to it, its roll-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Commune
from village_site.model.criteria import CRITERIA
from village_site.model.tallies import TALLIES, TARGETS
from village_site.model.units import Unit
from village_site.pages.page import Page
from village_site.pages.writer import Writer, newest
from village_site.render import capital
from village_site.rollups import RollUp, day_of, former_districts, rollup, unit_url


@frozen
class Below:
    """A commune under the unit on its day: how many villages it had then, and the communes it became."""

    unit: Unit
    villages: int
    heirs: tuple[Commune, ...]


def unit_page(page: Writer, unit: Unit) -> Page:
    """The page `don-vi/<unit>/`."""
    atlas = page.atlas
    sums = rollup(atlas, unit, day_of(atlas, unit))
    chain = atlas.chain(unit, sums.day)
    below, districts = tuple(_below(atlas, sums)), former_districts(atlas, unit)
    updated = newest([unit, *_records(atlas, sums)])
    html = page.render(
        "pages/unit.html",
        unit=unit,
        chain=chain,
        sums=sums,
        below=below,
        districts=districts,
        updated=updated,
    )
    return Page(
        path=f"{unit_url(unit)}index.md",
        title=capital(unit.full_name),
        description=label(
            "unit-page-description", page.lang, unit=capital(", ".join(one.full_name for one in chain))
        ),
        html=html,
        sections=tuple(_sections(page, sums, below, districts)),
        updated=updated,
        source=unit.origin.file,
        parent="xa/index.md",
    )


def _below(atlas: Atlas, sums: RollUp) -> Iterator[Below]:
    for commune in sums.members.communes:
        heirs = [one for one in atlas.communes if one.unit is commune]
        heirs += [
            one for one in atlas.communes if any(ref.text == commune.id for ref in one.unit.formed_from)
        ]
        yield Below(commune, len(sums.members.within(commune)), tuple(heirs))


def _records(atlas: Atlas, sums: RollUp) -> Iterable[object]:
    folder = atlas.unit_folder(sums.unit.id)
    yield from (*folder.of(TALLIES), *folder.of(TARGETS), *folder.of(CRITERIA))
    yield from (place.village for place in sums.members.places)
    yield from (row.board.assessment for one in sums.village_standards for row in one.scored)
    yield from (row.newest for one in (*sums.from_villages, *sums.from_communes) for row in one.entries)


def _sections(
    page: Writer, sums: RollUp, below: tuple[Below, ...], districts: tuple[Unit, ...]
) -> Iterator[tuple[str, str]]:
    lang = page.lang
    yield label("page-rollup-anchor", lang), label("page-rollup", lang)
    if sums.unit.figures:
        yield label("page-figures-anchor", lang), label("page-figures", lang)
    if below:
        name = "unit-communes" if sums.day == page.atlas.day else "unit-communes-then"
        yield label("unit-communes-anchor", lang), label(name, lang)
    if districts:
        yield label("unit-districts-anchor", lang), label("unit-districts", lang)
    if page.citations.entries:
        yield label("page-sources-anchor", lang), label("page-sources", lang)
