"""From the lunar calendar to the Gregorian one and back, by a table of years.

The table is of today's rule, decision 121/CP of 1967, also for the years before it: what was printed in those
years was reckoned at other hours and can differ by a day, in a few years by a leap month.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from village_site.frozen import frozen

FIRST_YEAR, LAST_YEAR = 1899, 2199
"""Lunar years known: from 10 February 1899 to 14 February 2200."""


@frozen
class LunarDay:
    """A day that comes every lunar year, such as a festival: day 1 to 30 of month 1 to 12."""

    day: int
    month: int
    leap: bool = False


@frozen
class LunarDate:
    """A day of one lunar year; `leap` says that the month is the second of its number in that year."""

    day: int
    month: int
    leap: bool
    year: int


@frozen
class _Month:
    """A month: the ordinal of its first day, and how many days it has."""

    first: int
    days: int
    number: int
    leap: bool
    year: int


def to_solar(date: LunarDate) -> dt.date:
    """The day of the Gregorian calendar. ValueError for a day that the lunar year does not have."""
    month = _by_name().get((date.year, date.month, date.leap))
    if month is None or not 1 <= date.day <= month.days:
        raise ValueError(f"no such day: {date}")
    return dt.date.fromordinal(month.first + date.day - 1)


def to_lunar(day: dt.date) -> LunarDate:
    """The day of the lunar calendar. ValueError for a day outside the years known."""
    months, ordinal = _months(), day.toordinal()
    month = months[bisect_right(months, ordinal, key=lambda month: month.first) - 1]
    if not month.first <= ordinal < month.first + month.days:
        raise ValueError(f"no lunar date is known for {day}")
    return LunarDate(ordinal - month.first + 1, month.number, month.leap, month.year)


def leap_month(year: int) -> int | None:
    """The number of the month that a lunar year has twice, or None. ValueError for a year not known."""
    _check(year)
    return _leaps().get(year)


def days_of_month(year: int, month: int, leap: bool = False) -> int:
    """29 or 30; 0 for a leap month that the year does not have. ValueError for a year not known."""
    _check(year)
    found = _by_name().get((year, month, leap))
    return found.days if found else 0


def on(day: LunarDay, year: int) -> dt.date:
    """When a yearly day is kept in a lunar year. ValueError for a year not known.

    As families keep days of remembrance: the 30th is a month's last day, so it is the 29th of a short month;
    a day of a leap month is kept in the plain month of that number when the year has no such leap month, and
    a day of a plain month is not kept again in the leap month.
    """
    leap = day.leap and leap_month(year) == day.month
    last = days_of_month(year, day.month, leap)
    return to_solar(LunarDate(min(day.day, last), day.month, leap, year))


def _check(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the lunar year {year} is not known")


@cache
def _months() -> tuple[_Month, ...]:
    """Every month in order."""
    found: list[_Month] = []
    table = tomllib.loads((files("village_site.lunar") / "years.toml").read_text("utf-8"))
    for year, line in table.items():
        day, leap, lengths = line.split(" ")
        first = dt.date.fromisoformat(day).toordinal()
        names = [(number, False) for number in range(1, 13)]
        if leap != "0":
            names.insert(int(leap), (int(leap), True))
        for (number, is_leap), length in zip(names, lengths, strict=True):
            days = 30 if length == "+" else 29
            found.append(_Month(first, days, number, is_leap, int(year)))
            first += days
    return tuple(found)


@cache
def _by_name() -> Mapping[tuple[int, int, bool], _Month]:
    return {(month.year, month.number, month.leap): month for month in _months()}


@cache
def _leaps() -> Mapping[int, int]:
    return {month.year: month.number for month in _months() if month.leap}
