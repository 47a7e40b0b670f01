"""A commune's page: its villages and how far each is, the units it was formed from, whom to call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from village_site.atlas import Atlas, Commune, Place, stands
from village_site.catalogue import label
from village_site.model.criteria import CRITERIA, CriteriaSet
from village_site.model.units import Unit
from village_site.pages.boards import Board
from village_site.pages.page import Page
from village_site.pages.writer import Writer, newest
from village_site.render import capital
from village_site.vietnamese import sort_key


@dataclass(frozen=True, slots=True)
class Line:
    """One village of the matrix: its newest board for each set of the head, None where it has none."""

    place: Place
    boards: tuple[Board | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Villages against the sets any of them was assessed by."""

    sets: tuple[CriteriaSet, ...]
    lines: tuple[Line, ...]


def commune_page(page: Writer, commune: Commune) -> Page:
    """The page of one commune or ward."""
    unit = commune.unit
    matrix = matrix_of(page, commune.places)
    former = units_before(page.atlas, unit)
    updated = newest(
        [unit, *unit.contacts, *(place.village for place in commune.places), *_assessments(commune)]
    )
    html = page.render("pages/commune.html", commune=commune, matrix=matrix, former=former, updated=updated)
    names = ["contacts", "villages"]
    names += ["former-units"] if former else []
    names += ["figures"] if unit.figures else []
    names += ["sources"] if page.citations.entries else []
    return Page(
        path=f"xa/{unit.id}/index.md",
        title=capital(unit.full_name),
        description=_description(commune, former),
        html=html,
        sections=tuple((label(f"page-{name}-anchor", "vi"), label(f"page-{name}", "vi")) for name in names),
        updated=updated,
        source=unit.origin.file,
        parent="xa/index.md",
    )


def units_before(atlas: Atlas, unit: Unit) -> list[Unit]:
    """The units a commune was formed from, in Vietnamese order, then the units above them that are gone."""
    merged = [old for ref in unit.formed_from if (old := atlas.unit(ref)) is not None]
    merged.sort(key=lambda old: (sort_key(old.name), old.id))
    above = [
        parent
        for old in merged
        for parent in atlas.chain(old, old.until.latest() if old.until is not None else atlas.day)[1:]
        if not stands(parent, atlas.day)
    ]
    return list({old.id: old for old in (*merged, *above)}.values())


def matrix_of(page: Writer, places: Iterable[Place]) -> Matrix:
    """The newest assessment of every village by set; the set looked at last stands first."""
    found: list[tuple[Place, dict[str, Board]]] = []
    sets: dict[str, CriteriaSet] = {}
    latest: dict[str, tuple[int, int, int]] = {}
    for place in places:
        boards = {}
        for standing in page.standings(place.folder.of(CRITERIA)):
            known = standing.set
            when = standing.newest.assessment.date.sort_key()
            boards[known.id], sets[known.id] = standing.newest, known
            latest[known.id] = max(when, latest.get(known.id, when))
        found.append((place, boards))
    order = sorted(sets, key=lambda name: (latest[name], name), reverse=True)
    lines = tuple(Line(place, tuple(boards.get(name) for name in order)) for place, boards in found)
    return Matrix(tuple(sets[name] for name in order), lines)


def _assessments(commune: Commune) -> Iterable[object]:
    for place in commune.places:
        yield from place.folder.of(CRITERIA)


def _description(commune: Commune, former: list[Unit]) -> str:
    name = capital(", ".join(unit.full_name for unit in commune.chain))
    text = label("page-commune-description", "vi", commune=name)
    merged = [unit.full_name for unit in former if unit.kind.is_local]
    return f"{text} {label('page-formed-from', 'vi', units=', '.join(merged))}" if merged else text
