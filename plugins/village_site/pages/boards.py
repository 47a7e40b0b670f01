"""How a village stands against each set of criteria: its newest assessment, and those before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from village_site.atlas import Atlas
from village_site.model.criteria import Assessment, CriteriaSet, Criterion, Score, Status


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion and its state; `score` is None where the assessment does not mention it."""

    criterion: Criterion
    score: Score | None
    status: Status


@dataclass(frozen=True)
class Board:
    """One assessment laid out along its set: every criterion of the set has a row."""

    set: CriteriaSet
    assessment: Assessment

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The criteria in the set's order; left out means not assessed, or met in a set wholly met."""
        scores = {score.criterion: score for score in self.assessment.scores}
        silent = Status.MET if self.assessment.complete else Status.NOT_ASSESSED
        return tuple(
            Row(criterion, score, score.status if score is not None else silent)
            for criterion in self.set.criteria
            for score in (scores.get(criterion.number),)
        )

    @property
    def total(self) -> int:
        """How many criteria the set has; 0 where the set's table is not known."""
        return len(self.rows)

    @property
    def met(self) -> int:
        """How many are met."""
        return sum(row.status is Status.MET for row in self.rows)

    @property
    def counts(self) -> tuple[tuple[Status, int], ...]:
        """How many criteria there are of each state that occurs, in the order of the states."""
        found = [row.status for row in self.rows]
        return tuple((status, found.count(status)) for status in Status.members() if status in found)

    @property
    def open(self) -> tuple[str, ...]:
        """Numbers of the criteria that were assessed and are not met yet."""
        return tuple(
            row.criterion.number for row in self.rows if row.status in (Status.NOT_MET, Status.IN_PROGRESS)
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """A village's way through one set: the newest board, then the earlier ones, newest first."""

    set: CriteriaSet
    newest: Board
    earlier: tuple[Board, ...]


def standings(atlas: Atlas, assessments: Iterable[Assessment]) -> tuple[Standing, ...]:
    """The sets a village was assessed against, the one looked at last first."""
    by_set: dict[str, list[Board]] = {}
    for assessment in assessments:
        if (known := atlas.criteria.get(assessment.set.text)) is not None:
            by_set.setdefault(known.id, []).append(Board(known, assessment))
    found = []
    for boards in by_set.values():
        boards.sort(key=_when, reverse=True)
        found.append(Standing(boards[0].set, boards[0], tuple(boards[1:])))
    return tuple(sorted(found, key=lambda standing: _when(standing.newest), reverse=True))


def _when(board: Board) -> tuple[int, int, int]:
    return board.assessment.date.sort_key()
