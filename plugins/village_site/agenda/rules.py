"""The days something is held on, found in a stretch of the Gregorian calendar.

A day that a short month does not have is kept on that month's last day, in both calendars: who meets on the
31st meets at the end of every month.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator

from village_site.frozen import frozen
from village_site.lunar import LunarDate, LunarDay, days_of_month, on, to_lunar, to_solar

_FIRST, _LAST = dt.date(1899, 2, 10), dt.date(2200, 2, 14)
"""The days whose lunar dates are known."""
LAST_WEEK = -1


@frozen
class OnDay:
    """A day of the Gregorian calendar, once."""

    day: dt.date


@frozen
class EveryYear:
    """A day of the Gregorian calendar, every year."""

    day: int
    month: int


@frozen
class EveryMonth:
    """A day of every month, 1 to 31."""

    day: int


@frozen
class EveryMonthOn:
    """A weekday of every month: its first to fourth, or LAST_WEEK; Monday is 1."""

    week: int
    weekday: int


@frozen
class EveryWeek:
    """Weekdays of every week, in order; Monday is 1."""

    weekdays: tuple[int, ...]


@frozen
class EveryLunarMonth:
    """A day of every lunar month, leap months too, 1 to 30."""

    day: int


When = OnDay | EveryYear | EveryMonth | EveryMonthOn | EveryWeek | EveryLunarMonth | LunarDay | LunarDate


def is_once(when: When) -> bool:
    """True for what is held on one day and never again."""
    return isinstance(when, OnDay | LunarDate)


def held(when: When, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The days from `first` to `last`, both included, on which it begins, in order.

    A lunar day outside the years known is never held.
    """
    return (day for day in _around(when, first, last) if first <= day <= last)


def lunar_of(day: dt.date) -> LunarDate | None:
    """The lunar date of a day; None outside the years known."""
    return to_lunar(day) if _FIRST <= day <= _LAST else None


def _around(when: When, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """All days that are held in the stretch, in order, and some just outside it."""
    match when:
        case OnDay(day):
            yield day
        case LunarDate():
            yield to_solar(when)
        case LunarDay() | EveryLunarMonth():
            first, last = max(first, _FIRST), min(last, _LAST)
            if first <= last:
                yield from (
                    _yearly(when, first, last) if isinstance(when, LunarDay) else _moons(when, first, last)
                )
        case EveryYear(day, month):
            yield from (_in_month(year, month, day) for year in range(first.year, last.year + 1))
        case EveryMonth(day):
            yield from (_in_month(year, month, day) for year, month in _months(first, last))
        case EveryMonthOn(week, weekday):
            yield from (_in_week(year, month, week, weekday) for year, month in _months(first, last))
        case EveryWeek(weekdays):
            days = map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
            yield from (day for day in days if day.isoweekday() in weekdays)


def _yearly(when: LunarDay, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (on(when, year) for year in range(to_lunar(first).year, to_lunar(last).year + 1))


def _moons(when: EveryLunarMonth, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    lunar = to_lunar(first)
    new_moon = first - dt.timedelta(days=lunar.day - 1)
    while new_moon <= last:
        lunar = to_lunar(new_moon)
        length = days_of_month(lunar.year, lunar.month, lunar.leap)
        yield new_moon + dt.timedelta(days=min(when.day, length) - 1)
        new_moon += dt.timedelta(days=length)


def _months(first: dt.date, last: dt.date) -> Iterator[tuple[int, int]]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1


def _in_month(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, monthrange(year, month)[1]))


def _in_week(year: int, month: int, week: int, weekday: int) -> dt.date:
    if week == LAST_WEEK:
        end = _in_month(year, month, 31)
        return end - dt.timedelta(days=(end.isoweekday() - weekday) % 7)
    begin = dt.date(year, month, 1)
    return begin + dt.timedelta(days=(weekday - begin.isoweekday()) % 7 + 7 * (week - 1))
