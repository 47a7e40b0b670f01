"""Lengths and places of marks, worked out exactly, so that equal figures give equal bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from village_site.frozen import frozen
from village_site.values import FuzzyDate, Qualifier, Quantity, quantity_text

Number = Decimal | int

_STEPS = (1, 2, 3, 4, 5, 10, 20, 50, 100, 200, 500)
"""Years between the marks of an axis; 500 are enough for every date that can be typed."""
_ROUND_STEP = 10
"""From here on marks are round years; below, the axis begins with the first year, to waste no room."""
_MOST_STEPS = 4
"""Five years stand side by side on a screen of 360 px without touching."""


def checked(value: Number, what: object) -> Fraction:
    """The number exactly; ValueError for one below zero or none at all (NaN), which no mark can show."""
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{what}: {value} is no number")
    if value < 0:
        raise ValueError(f"{what}: {value} is below zero")
    return Fraction(value)


def place(value: Fraction, top: Fraction) -> str:
    """Where `value` stands between 0 and `top`, as an SVG length in percent; 0 where `top` is 0.

    Rounded down, so that no bar touches a target that is not reached.
    """
    tenths = value * 1000 // top if top else 0
    return f"{tenths // 10}.{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"


def length(value: Fraction, top: Fraction) -> str:
    """The same for a bar; whatever is more than nothing gets at least half a percent, and so is seen."""
    return place(max(value, top / 200) if value else value, top)


def percent(part: Number, whole: Number, lang: str) -> str:
    """A share in whole percent that claims no more than is true: `hơn 88 %` for 46/52, `dưới 1 %`, `50 %`.

    Empty where `whole` is 0. ValueError for numbers below zero.
    """
    above, below = checked(part, "part"), checked(whole, "whole")
    if not below:
        return ""
    exact = above * 100 / below
    number, qualifier = int(exact), Qualifier.EXACT
    if exact != number:
        number, qualifier = (number, Qualifier.MORE) if number else (1, Qualifier.LESS)
    return quantity_text(Quantity(qualifier, Decimal(number), None, "%"), lang)


def first_day(date: FuzzyDate) -> dt.date | None:
    """The first day a date can mean; None for "before", which has none."""
    return None if date.earliest() == dt.date.min else date.earliest()


def last_day(date: FuzzyDate) -> dt.date | None:
    """The last day a date can mean; None for "after", which has none."""
    return None if date.latest() == dt.date.max else date.latest()


def middle(date: FuzzyDate) -> dt.date:
    """The day that stands for a date on an axis: the middle of what it can mean, or its one known end."""
    first, last = first_day(date), last_day(date)
    if first is None or last is None:
        return date.latest() if first is None else date.earliest()
    return first + (last - first) / 2


@frozen
class Years:
    """An axis of whole years with equally many years between its marks."""

    first: int
    last: int
    step: int

    @classmethod
    def around(cls, days: Sequence[dt.date]) -> Years:
        """The shortest axis that begins and ends at a mark; ValueError where there are no days."""
        first, last = min(days).year, max(days).year + 1
        axes = (cls._by(step, first, last) for step in _STEPS)
        return next(axis for axis in axes if axis.last - axis.first <= _MOST_STEPS * axis.step)

    @classmethod
    def _by(cls, step: int, first: int, last: int) -> Years:
        start = first - first % step if step >= _ROUND_STEP else first
        return cls(start, last + (start - last) % step, step)

    def marks(self) -> list[int]:
        """The years that are written along the axis."""
        return list(range(self.first, self.last + 1, self.step))

    def place(self, day: dt.date) -> str:
        """Where a day begins, in percent of the axis."""
        return place(self._days(day), self._days(dt.date(self.last, 1, 1)))

    def stretch(self, first: dt.date | None, last: dt.date | None) -> tuple[str, str]:
        """Start and width of a time that includes both days; None is where the axis begins or ends."""
        end = self._days(dt.date(self.last, 1, 1))
        start = Fraction(0) if first is None else self._days(first)
        stop = end if last is None else self._days(last) + 1
        return place(start, end), length(stop - start, end)

    def _days(self, day: dt.date) -> Fraction:
        return Fraction((day - dt.date(self.first, 1, 1)).days)
