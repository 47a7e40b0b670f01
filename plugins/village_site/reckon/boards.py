"""How a village or commune stands against each set of criteria: its newest assessment, and those before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.model.criteria import Assessment, Score, Status
from village_site.model.criteria_sets import CriteriaSet, Criterion, Indicator

_OPEN = (Status.NOT_MET, Status.IN_PROGRESS)


@frozen
class IndicatorRow:
    """One indicator and its state."""

    indicator: Indicator
    score: Score | None
    status: Status


@dataclass(frozen=True, slots=True)  # a build makes thousands
class Row:
    """One criterion and its state; `score` is None where the assessment does not score it as a whole."""

    criterion: Criterion
    score: Score | None
    status: Status
    indicators: tuple[IndicatorRow, ...] = ()

    @property
    def scored(self) -> tuple[IndicatorRow, ...]:
        """The indicators somebody scored."""
        return tuple(row for row in self.indicators if row.score is not None)


@dataclass(frozen=True)
class Board:
    """One assessment laid out along its set: every criterion of the set has a row."""

    set: CriteriaSet
    assessment: Assessment

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The criteria in the set's order; left out means not assessed, or met in a set wholly met."""
        scores = {(score.criterion, score.indicator): score for score in self.assessment.scores}
        return tuple(self._row(criterion, scores) for criterion in self.set.criteria)

    def _row(self, criterion: Criterion, scores: dict[tuple[str, str | None], Score]) -> Row:
        indicators = []
        for indicator in criterion.indicators:
            score = scores.get((criterion.number, indicator.number))
            status = score.status if score is not None else self._silent
            indicators.append(IndicatorRow(indicator, score, status))
        own = scores.get((criterion.number, None))
        status = own.status if own is not None else self._whole(indicators)
        return Row(criterion, own, status, tuple(indicators))

    def _whole(self, indicators: list[IndicatorRow]) -> Status:
        """A criterion not scored itself is as far as its indicators are; met only with all of them."""
        states = {row.status for row in indicators}
        if states <= {self._silent}:
            return self._silent
        if Status.NOT_MET in states:
            return Status.NOT_MET
        return Status.MET if states == {Status.MET} else Status.IN_PROGRESS

    @property
    def _silent(self) -> Status:
        """What nobody scored."""
        return Status.MET if self.assessment.complete else Status.NOT_ASSESSED

    @property
    def total(self) -> int:
        """How many criteria the set has; 0 where the set's table is not known."""
        return self.set.total

    @property
    def unlisted(self) -> int:
        """How many criteria the set has that nobody entered."""
        return self.total - len(self.rows)

    @property
    def met(self) -> int:
        """How many are met."""
        return dict(self.counts).get(Status.MET, 0)

    @property
    def reached(self) -> bool:
        """True when the whole set is met, known criterion by criterion or not."""
        return self.assessment.complete or 0 < self.total == self.met

    @property
    def counts(self) -> tuple[tuple[Status, int], ...]:
        """How many criteria there are of each state that occurs, in the order of the states."""
        found = [*(row.status for row in self.rows), *[self._silent] * self.unlisted]
        return tuple((status, found.count(status)) for status in Status.members() if status in found)

    @property
    def missing(self) -> tuple[Row, ...]:
        """The criteria that were assessed and are not met yet, in the set's order."""
        return tuple(row for row in self.rows if row.status in _OPEN)

    @property
    def open(self) -> tuple[str, ...]:
        """Numbers of the criteria that were assessed and are not met yet."""
        return tuple(row.criterion.number for row in self.missing)

    @property
    def unassessed(self) -> tuple[str, ...]:
        """Numbers of the entered criteria that nobody assessed."""
        return tuple(row.criterion.number for row in self.rows if row.status is Status.NOT_ASSESSED)


@frozen
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
