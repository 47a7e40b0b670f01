"""How it is written when something is held."""

from __future__ import annotations

from village_site.agenda.rules import (
    EveryLunarMonth,
    EveryMonth,
    EveryMonthOn,
    EveryWeek,
    EveryYear,
    OnDay,
    When,
)
from village_site.catalogue import label
from village_site.lunar import LunarDate, LunarDay, lunar_text
from village_site.values import FuzzyDate, date_text

_WHOLE_WEEK = 7
_FULL_MOON = 15
_LAST_OF_MONTH = 31


def when_text(when: When, lang: str) -> str:
    """When it is held, as it stands in a sentence: `thứ bảy đầu tháng`, `rằm tháng giêng âm lịch`.

    `parse_when` reads the Vietnamese again.
    """
    match when:
        case OnDay(day):
            return date_text(FuzzyDate(day.year, day.month, day.day), lang)
        case LunarDay() | LunarDate():
            return lunar_text(when, lang)
        case EveryYear(day, month):
            return label("when-yearly", lang, date=f"{day}/{month}")
        case EveryMonth(day):
            return label("when-month-end" if day == _LAST_OF_MONTH else "when-monthly", lang, day=day)
        case EveryMonthOn(week, weekday):
            return label(f"when-week-{week}", lang, weekday=label(f"weekday-{weekday}", lang))
        case EveryLunarMonth(day):
            return label("when-full-moon" if day == _FULL_MOON else "when-moon", lang, day=day)
        case EveryWeek(weekdays):
            if len(weekdays) == _WHOLE_WEEK:
                return label("when-daily", lang)
            *others, last = (label(f"weekday-{weekday}", lang) for weekday in weekdays)
            named = label("when-and", lang, others=", ".join(others), last=last) if others else last
            return label("when-weekly", lang, weekdays=named)


def lunar_short(date: LunarDate, lang: str) -> str:
    """A lunar date in digits, beside a solar one: `14/10 âm lịch`, `1/6 nhuận âm lịch`."""
    leap = label("lunar-leap", lang) if date.leap else ""
    return label("when-lunar-short", lang, day=date.day, month=date.month, leap=leap)
