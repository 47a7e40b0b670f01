"""A commune's villages against the sets of criteria any of them was assessed by; the commune's own way."""

from __future__ import annotations

from collections.abc import Iterable

from village_site.frozen import frozen
from village_site.homes import Commune, Place
from village_site.model.criteria import CRITERIA
from village_site.model.criteria_sets import CriteriaSet
from village_site.model.units import Unit
from village_site.pages.writer import Writer
from village_site.reckon.boards import Board, Standing


@frozen
class Line:
    """One village of the matrix: its newest board for each set of the head, None where it has none."""

    place: Place
    boards: tuple[Board | None, ...]


@frozen
class Matrix:
    """Villages against the sets any of them was assessed by."""

    sets: tuple[CriteriaSet, ...]
    lines: tuple[Line, ...]

    def scored(self, entry: CriteriaSet) -> bool:
        """True when the single criteria of a set were scored in a village at least."""
        place = self.sets.index(entry)
        boards = (line.boards[place] for line in self.lines)
        return any(board is not None and board.rows and board.assessment.scores for board in boards)


@frozen
class Own:
    """How a commune itself stands: this one, or one that was there before."""

    unit: Unit
    standings: tuple[Standing, ...]


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


def own_standings(page: Writer, commune: Commune, former: Iterable[Unit]) -> tuple[Own, ...]:
    """The commune's assessments, then those of the units it was formed from or its villages came from."""
    homes = [seat.local for place in commune.places for seat in place.former_seats]
    units = {unit.id: unit for unit in (commune.unit, *former, *homes) if unit is not None}
    found = (
        Own(unit, page.standings(page.atlas.unit_folder(unit.id).of(CRITERIA))) for unit in units.values()
    )
    return tuple(own for own in found if own.standings)
