"""How opinions stand on a day: which wait and for how long, which were answered and how fast."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import median_low
from typing import TypeVar

from village_site.frozen import frozen
from village_site.model.opinions import Opinion, Subject
from village_site.values import FuzzyDate

K = TypeVar("K", bound=Hashable)


@frozen
class Waited:
    """An opinion and the days from its day to its answer or, without one, to today.

    None where the data does not tell the days exactly.
    """

    opinion: Opinion
    days: int | None


@dataclass(frozen=True)
class Standing:
    """Opinions of one home, or of several, on a day. `open` begins with the oldest, `closed` with the newest
    answer."""

    open: tuple[Waited, ...]
    closed: tuple[Waited, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.open) + len(self.closed)

    @cached_property
    def _answer_days(self) -> list[int]:
        return [one.days for one in self.closed if one.days is not None]

    @property
    def half_within(self) -> int | None:
        """At least half of the answers took no more days than this; None where no answer's days are known."""
        return median_low(self._answer_days) if self._answer_days else None

    @property
    def longest(self) -> int | None:
        """The days the slowest answer took."""
        return max(self._answer_days, default=None)

    @property
    def since(self) -> int:
        """The first year anything was said in; ValueError where nothing was."""
        return min(one.opinion.date.year for one in (*self.open, *self.closed))

    def by_subject(self) -> list[tuple[Subject, int, int]]:
        """Subjects with how many opinions and how many of these are open, most first."""
        told, waiting = self._counts(lambda one: one.subject)
        order = Subject.members()
        return [
            (subject, told[subject], waiting[subject])
            for subject in sorted(told, key=lambda one: (-told[one], order.index(one)))
        ]

    def by_year(self) -> list[tuple[int, int, int]]:
        """The same by the year of the opinion, the first year first."""
        told, waiting = self._counts(lambda one: one.date.year)
        return [(year, told[year], waiting[year]) for year in sorted(told)]

    def _counts(self, part: Callable[[Opinion], K]) -> tuple[Counter[K], Counter[K]]:
        waiting = Counter(part(one.opinion) for one in self.open)
        return Counter(part(one.opinion) for one in self.closed) + waiting, waiting


def standing(opinions: Iterable[Opinion], day: dt.date) -> Standing:
    """How opinions stand on a day."""
    typed = list(opinions)
    waiting = [Waited(one, _days(one.date, day)) for one in typed if one.state.is_open]
    done = [Waited(one, _to_answer(one)) for one in typed if not one.state.is_open]
    waiting.sort(key=lambda one: one.opinion.date.sort_key())
    done.sort(key=lambda one: (one.opinion.answered or one.opinion.date).sort_key(), reverse=True)
    return Standing(tuple(waiting), tuple(done))


def _to_answer(opinion: Opinion) -> int | None:
    end = opinion.answered
    return None if end is None or end.earliest() != end.latest() else _days(opinion.date, end.earliest())


def _days(begin: FuzzyDate, end: dt.date) -> int | None:
    """Whole days; None for a day that is not known exactly or, by mistake, after the end."""
    first = begin.earliest()
    return (end - first).days if first == begin.latest() and first <= end else None
