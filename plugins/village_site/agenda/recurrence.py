"""Rules as calendar programs know them (RFC 5545, 3.3.10)."""

from __future__ import annotations

from village_site.agenda.rules import EveryMonth, EveryMonthOn, EveryWeek, EveryYear, When

_WEEKDAYS = ("", "MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORTEST_MONTH = 28
_LONGEST_MONTH = 31
_WHOLE_WEEK = 7


def rule_of(when: When) -> str:
    """The rule of a Gregorian recurrence; "" for what is held once, and for lunar days, which have none."""
    match when:
        case EveryYear(day, month):
            return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={-1 if (day, month) == (29, 2) else day}"
        case EveryMonth(day):
            return f"FREQ=MONTHLY;{_day_of_month(day)}"
        case EveryMonthOn(week, weekday):
            return f"FREQ=MONTHLY;BYDAY={week}{_WEEKDAYS[weekday]}"
        case EveryWeek(weekdays):
            if len(weekdays) == _WHOLE_WEEK:
                return "FREQ=DAILY"
            return f"FREQ=WEEKLY;BYDAY={','.join(_WEEKDAYS[weekday] for weekday in weekdays)}"
        case _:
            return ""


def _day_of_month(day: int) -> str:
    """A day that a short month does not have is its last: of the days 28 to it, the last that there is."""
    if day <= _SHORTEST_MONTH:
        return f"BYMONTHDAY={day}"
    if day == _LONGEST_MONTH:
        return "BYMONTHDAY=-1"
    return f"BYMONTHDAY={','.join(map(str, range(_SHORTEST_MONTH, day + 1)))};BYSETPOS=-1"
