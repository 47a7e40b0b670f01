"""Reading days of the lunar calendar as people type them."""

from __future__ import annotations

import re
from functools import lru_cache

from village_site.lunar.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    LunarDate,
    LunarDay,
    days_of_month,
    leap_month,
)
from village_site.lunar.show import lunar_text
from village_site.values import BadValue
from village_site.vietnamese import fold

_NUMBERED = (
    *("gieng", "hai", "ba", "tu", "nam", "sau"),
    *("bay", "tam", "chin", "muoi", "muoi mot", "chap"),
)
_MONTHS = {word: number for number, word in enumerate(_NUMBERED, start=1)} | {"bon": 4, "muoi hai": 12}
_DAYS = {"mot": 1, **{word: number for word, number in _MONTHS.items() if 2 <= number <= 10}}
_EARLY = 10
"""“Mùng” is said of the first ten days only."""
_LUNAR_MONTHS = ("gieng", "chap")

# For folded text with single spaces and plain hyphens, matched in full; "nam" is both five and year.
_MARK = re.compile(r"(?:^(?:am lich|lunar) )|(?: \(?(?:am lich|a\.?l|am|lunar)\)?(?=$| nam [0-9]))")
_WORD = "|".join(_DAYS)
_DAY = rf"(?:(?P<mung>mung|mong) )?(?P<d>[0-9]{{1,2}}|(?<=mung )(?:{_WORD})|(?<=mong )(?:{_WORD}))"
_MONTH = rf"(?P<m>[0-9]{{1,2}}|mot|{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_PLAIN = re.compile(
    rf"(?:ngay )?(?:{_DAY}(?: ?[/.-] ?| thang )|(?P<ram>ram) thang ){_MONTH}(?P<leap> nhuan| leap)?"
    r"(?:(?: ?[/.-] ?|,? nam |, ?)(?P<y>[0-9]{1,6}))?(?P<late_leap> nhuan| leap)?"
)
_TET = re.compile(rf"(?:ngay )?{_DAY} tet(?: nguyen dan)?")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def parse_lunar(text: str) -> LunarDay | LunarDate:
    """Read a lunar day: `15/1 âm lịch`, `rằm tháng giêng`, `mùng 3 tháng 3`, `20/6 nhuận âm lịch`, `30 Tết`,
    `mùng 1 Tết`; with a year, `15/1/2027 âm lịch`, it is the day of that lunar year alone.

    Accents and case do not matter. What could as well be a solar date is refused. Raises BadValue.
    """
    return _parse(text)


@lru_cache(maxsize=1024)
def _parse(text: str) -> LunarDay | LunarDate:
    plain = " ".join(_DASHES.sub("-", fold(text)).split())
    plain, marks = _MARK.subn("", plain)
    if found := _TET.fullmatch(plain):
        return _of_tet(text, found)
    found = _PLAIN.fullmatch(plain)
    if not found:
        raise BadValue("lunar-unreadable", text)
    leap = bool(found["leap"] or found["late_leap"])
    lunar = marks or leap or found["mung"] or found["ram"] or found["m"] in _LUNAR_MONTHS
    if not lunar:
        raise BadValue("lunar-unmarked", text, guess=f"{text.strip()} âm lịch")
    day = LunarDay(_day(text, found), _month(text, found["m"]), leap)
    if found["mung"] and day.day > _EARLY:
        raise BadValue("lunar-mung", text, guess=lunar_text(day, "vi"))
    return day if found["y"] is None else _dated(text, day, found["y"])


def _of_tet(text: str, found: re.Match[str]) -> LunarDay:
    """Before the feast days are counted to the 30th, after it from “mùng 1”."""
    day = _day(text, found)
    if found["mung"]:
        if day > _EARLY:
            raise BadValue("lunar-mung", text, guess=lunar_text(LunarDay(day, 1), "vi"))
        return LunarDay(day, 1)
    if day <= _EARLY:
        raise BadValue("lunar-tet", text, guess=f"mùng {day} Tết")
    return LunarDay(day, 12)


def _day(text: str, found: re.Match[str]) -> int:
    if found.groupdict().get("ram"):
        return 15
    typed = found["d"]
    day = _DAYS.get(typed) or int(typed)
    if not 1 <= day <= 30:
        raise BadValue("lunar-no-such-day", text)
    return day


def _month(text: str, typed: str) -> int:
    if typed == "mot":  # by tradition the eleventh, for many today the first
        raise BadValue("lunar-month-one", text)
    month = _MONTHS.get(typed) or int(typed)
    if not 1 <= month <= 12:
        raise BadValue("lunar-no-such-month", text, month=typed)
    return month


def _dated(text: str, day: LunarDay, typed: str) -> LunarDate:
    year = int(typed)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValue("lunar-year-range", text, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    if day.leap and leap_month(year) != day.month:
        raise BadValue("lunar-no-leap", text, month=str(day.month), year=typed)
    if day.day > days_of_month(year, day.month, day.leap):
        raise BadValue("lunar-short-month", text, month=str(day.month), year=typed)
    return LunarDate(day.day, day.month, day.leap, year)
