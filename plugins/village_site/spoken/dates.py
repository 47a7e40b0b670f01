"""Dates and times of day as they are read aloud.

A day up to the tenth is `mùng`, the fourth month is `tháng tư`, a year is read as a number. Where two numbers
between strokes are no day of the calendar they are left for the fractions.
"""

import re
from calendar import monthrange
from typing import Final

from village_site.spoken.numerals import month_words, number_words
from village_site.spoken.tables import after, context, one_of, text_before

_DAY, _MONTH, _YEAR = "(?:3[01]|[12][0-9]|0?[1-9])", "(?:1[0-2]|0?[1-9])", "[12][0-9]{3}"
_LAST_MUNG: Final = 10
_LEAP_YEAR: Final = 2000

_NOT_WITHIN = r"(?<![\w/])(?<![0-9][.,-])"
_ENDS = r"(?![\w/])(?![.,-][0-9])"
_LEAD = r"(?P<lead>(?:ngày )?(?:(?:mùng|mồng) )?)"

# Every pattern has d, m and y as far as it knows them.
_WRITTEN: Final = (
    rf"(?P<y>{_YEAR})-(?P<m>{_MONTH})-(?P<d>{_DAY})",
    rf"(?P<d>{_DAY}) ?(?P<sep>[/.-]) ?(?P<m>{_MONTH}) ?(?P=sep) ?(?P<y>{_YEAR})",
    rf"(?P<d>{_DAY}) tháng (?P<m>{_MONTH})(?:,? năm (?P<y>{_YEAR}))?",
    rf"(?P<d>{_DAY})/(?P<m>{_MONTH})",
)
_DATES: Final = tuple(
    re.compile(_NOT_WITHIN + _LEAD + written + _ENDS, re.IGNORECASE) for written in _WRITTEN
)
_NEWSPAPER = re.compile(
    rf"(?<!\w)(?P<lead>(?:ngày|lễ|sáng|chiều|tối|Quốc khánh) )(?P<d>{_DAY})-(?P<m>{_MONTH})(?![\w/-])", re.I
)
_MONTH_AND_YEAR = re.compile(
    rf"{_NOT_WITHIN}(?P<lead>tháng |T)?(?P<m>{_MONTH})(?:/| năm )(?P<y>{_YEAR}){_ENDS}", re.IGNORECASE
)
_PERIOD = re.compile(
    rf"(?<!\w)(?P<word>{one_of(context('periods'))}) (?P<n>[0-9]{{1,2}})(?:/| năm )(?P<y>{_YEAR}){_ENDS}",
    re.IGNORECASE,
)
_WEEK = re.compile(rf"(?<![\w/-])(?:tuần )?(?P<y>{_YEAR})-W(?P<n>0?[1-9]|[1-4][0-9]|5[0-3])(?!\w)")
_ONE_PART = re.compile(
    rf"(?<!\w)(?P<word>ngày|mùng|mồng|tháng) (?P<n>{_DAY})(?![\w/%°])(?![.,-][0-9])(?! ?- ?[0-9])",
    re.IGNORECASE,
)
_MANY_DAYS = after("leading")

_CLOCK = re.compile(
    r"(?<![\w/.,])(?<!lệ )(?P<h>2[0-4]|[01]?[0-9])(?: ?(?:h|giờ|g) ?|:)(?P<m>[0-5][0-9])"
    r"(?: ?(?:phút|ph|p|')(?!\w))?(?![\w:/%])(?![.,][0-9])"
)

DATE: Final = (
    rf"(?:ngày )?(?:{_YEAR}-{_MONTH}-{_DAY}|{_DAY}/{_MONTH}/{_YEAR}|{_DAY}\.{_MONTH}\.{_YEAR}"
    rf"|{_DAY}/{_MONTH}|{_MONTH}/{_YEAR})"
)
"""A date as one end of a range; not every match is a day of the calendar."""
CLOCK: Final = r"(?:2[0-4]|[01]?[0-9])(?:(?: ?(?:h|giờ|g) ?|:)[0-5][0-9](?: ?phút)?|h)"
"""A time of day as one end of a range."""


def day_words(day: int, month: int | None = None, year: int | None = None) -> str:
    """`ngày mười lăm tháng tư năm hai nghìn …`, as far as the date is known."""
    mung = "mùng " if day <= _LAST_MUNG else ""
    words = f"ngày {mung}{number_words(day)}"
    return words if month is None else f"{words} {month_and_year(month, year)}"


def month_and_year(month: int, year: int | None = None) -> str:
    """`tháng tư năm hai nghìn không trăm hai mươi hai`."""
    words = f"tháng {month_words(month)}"
    return words if year is None else f"{words} {year_words(year)}"


def year_words(year: int) -> str:
    """`năm hai nghìn không trăm hai mươi hai`."""
    return f"năm {number_words(year)}"


def date_words(text: str) -> str | None:
    """The reading of a text that is one date of digits, None if it is none."""
    for pattern in (*_DATES, _MONTH_AND_YEAR):
        if found := pattern.fullmatch(text):
            return _read(found)
    return None


def clock_words(text: str) -> str | None:
    """The reading of a text that is one time of day: `7h30`, `07:30`, `7 giờ 30`, `7h`; None if it is not."""
    if found := _CLOCK.fullmatch(text):
        return _clock(found)
    hours = text.removesuffix("h")
    return f"{number_words(int(hours))} giờ" if hours != text and hours.isdecimal() else None


def read_dates(line: str) -> str:
    """A line with its dates in words."""
    line = _WEEK.sub(r"tuần \g<n>/\g<y>", line)
    line = _PERIOD.sub(_period, line)
    for pattern in (*_DATES, _NEWSPAPER, _MONTH_AND_YEAR):
        line = pattern.sub(lambda found: _read(found) or found[0], line)
    return _ONE_PART.sub(_one_part, line)


def read_clocks(line: str) -> str:
    """A line with its times of day in words."""
    return _CLOCK.sub(_clock, line)


def _clock(found: re.Match[str]) -> str:
    minutes = int(found["m"])
    words = f"{number_words(int(found['h']))} giờ"
    return f"{words} {number_words(minutes)} phút" if minutes else words


def _read(found: re.Match[str]) -> str | None:
    """The words of a matched date, None where the calendar has no such day."""
    parts = found.groupdict()
    month, year = int(parts["m"]), int(parts["y"]) if parts.get("y") else None
    if "d" not in parts:
        return month_and_year(month, year)
    day, lead = int(parts["d"]), parts["lead"].lower()
    if day > monthrange(year or _LEAP_YEAR, month)[1]:
        return None
    if found.re is _NEWSPAPER and _MANY_DAYS.search(text_before(found)):
        return None
    words = day_words(day, month, year)
    if found.re is _NEWSPAPER:
        return words if lead == "ngày " else lead + words
    return words.removeprefix("ngày ") if lead in ("mùng ", "mồng ") else words


def _period(found: re.Match[str]) -> str:
    """`quý 2/2022`, `tuần 17/2022`."""
    return f"{found['word']} {number_words(int(found['n']))} {year_words(int(found['y']))}"


def _one_part(found: re.Match[str]) -> str:
    """`ngày 5`, `mùng 5`, `tháng 4` without anything more."""
    word, number = found["word"], int(found["n"])
    match word.lower():
        case "ngày":
            return day_words(number)
        case "tháng":
            return f"{word} {month_words(number)}"
        case _:
            return f"{word} {number_words(number)}"
