"""Reading when something is held, as people type it."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache

from village_site.agenda.rules import (
    LAST_WEEK,
    EveryLunarMonth,
    EveryMonth,
    EveryMonthOn,
    EveryWeek,
    EveryYear,
    OnDay,
    When,
)
from village_site.agenda.weekdays import DAY, DAYS, EVERY, WHOLE_WEEK
from village_site.agenda.weekdays import plain as folded
from village_site.catalogue import label
from village_site.lunar import parse_lunar
from village_site.values import BadValue, DateQualifier, parse_date
from village_site.vietnamese import fold

_LEAP_YEAR = 2000
_NUMBERS = {"mot": 1, "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4}
# For folded text with single spaces and plain hyphens, matched in full.
_LIST = rf"(?:{DAY})(?:(?: ?,| va| and|, va) (?:{DAY}))*"
_MONTH = f"(?:{EVERY} (?:thang|month)|(?:cua|trong) (?:moi |hang )?thang|of (?:the|every) month)"
_WEEKLY = tuple(
    map(
        re.compile,
        (
            rf"(?:(?:cac|vao) )?(?P<days>{_LIST}) {EVERY} (?:tuan|week)",
            rf"{EVERY} (?:tuan|week)[ ,]+(?:(?:vao|on) )?(?P<days>{_LIST})",
            rf"{EVERY} (?P<days>{_LIST})",
        ),
    )
)
_MONTHLY = tuple(
    map(
        re.compile,
        (
            rf"(?:(?:ngay|day) )?(?P<d>[0-9]{{1,2}}) {_MONTH}",
            rf"{EVERY} (?:thang|month)[ ,]+(?:(?:vao|on) )?(?:ngay|day) (?P<d>[0-9]{{1,2}})",
        ),
    )
)
_MONTH_END = re.compile(f"ngay cuoi(?: cung)? (?:{EVERY} |cua )?thang|(?:the )?last day {_MONTH}")
_WEEK_OF_MONTH = tuple(
    map(
        re.compile,
        (
            rf"(?:vao )?(?P<day>{DAY}) (?:tuan )?(?:(?P<first>dau(?: tien)?)|(?P<last>cuoi(?: cung)?)"
            rf"|(?:lan )?(?:thu )?(?P<n>[1-4]|{'|'.join(_NUMBERS)})) (?:{_MONTH}|thang)",
            rf"(?:the )?(?:(?P<first>first)|(?P<last>last)|(?P<n>second|third|fourth)) (?P<day>{DAY}) "
            rf"{_MONTH}",
        ),
    )
)
_ORDINALS = {"second": 2, "third": 3, "fourth": 4}
_YEARLY = re.compile(
    rf"(?P<before>.+) {EVERY} (?:nam|year)|{EVERY} (?:nam|year)[ ,]+(?:(?:vao|on) )?(?P<after>.+)"
)
_DAY_AND_MONTH = re.compile(r"(?:ngay )?(?P<d>[0-9]{1,2})(?: ?[/.-] ?| thang )(?P<m>[0-9]{1,2})")
_MOONS = re.compile(
    r"(?:ngay )?(?:(?P<ram>ram)|(?:mung|mong) (?P<word>[0-9]{1,2}|mot)|(?P<d>[0-9]{1,2}))"
    rf"(?P<mark> (?:am lich|am|al|lunar))? {EVERY} (?:thang|month)(?P<late> (?:am lich|am|al))?"
)
_MARKED = re.compile(r"am lich|\b(?:am|a\.?l)\b|lunar|nhuan")
_LUNAR = re.compile(rf"{_MARKED.pattern}|\bram\b|\bm[uo]ng\b|\bgieng\b|\bchap\b|\btet\b")
_SOLAR_FEASTS = {(8, 3), (1, 5), (1, 6), (2, 9)}
"""Days of the Gregorian calendar that people call “mùng” as well: mùng 8 tháng 3, mùng 2 tháng 9."""
_RANGE = re.compile(
    r"(?:tu )?(?:ngay )?[0-9]{1,2}(?:/[0-9]{1,2}(?:/[0-9]{4})?)?(?: am lich)? ?(?:-|den(?: ngay)?) ?"
    r"[0-9]{1,2}(?:/| thang )[0-9]{1,2}.*"
)
_NAMED_DAY = re.compile(rf"(?P<day>{DAY}),? (?:ngay )?(?P<date>[0-9].*)")
_SOLAR_MARK = re.compile(r" \(?(?:dương lịch|duong lich|d\.?l)\)?(?= |$)", re.IGNORECASE)
_GLUED_MARK = re.compile(r"(?<=[0-9])(?=[aAâÂ])")


def parse_when(text: str) -> When:
    """Read when something is held: `05/12/2026`, `20/11 hằng năm`, `ngày 5 hằng tháng`, `thứ bảy đầu tháng`,
    `thứ ba và thứ sáu hằng tuần`; and by the lunar calendar whatever `parse_lunar` reads, `rằm hằng tháng`.

    Accents and case do not matter. A day and a month alone may be of either calendar and are refused.
    Raises BadValue.
    """
    return _parse(text)


@lru_cache(maxsize=1024)
def _parse(text: str) -> When:
    text, solar = _SOLAR_MARK.subn("", text)
    typed = _GLUED_MARK.sub(" ", text)
    plain = folded(typed)
    if (found := _weekly(plain) or _monthly(text, plain)) is not None:
        return found
    if _RANGE.fullmatch(plain):
        raise BadValue("when-range", text)
    if found := _yearly(text, plain):
        return found
    if not solar and _LUNAR.search(plain):
        return _lunar(text, typed)
    if solar and _DAY_AND_MONTH.fullmatch(plain):  # as a lunar day: without a year it comes every year
        return _yearly(text, f"{plain} hang nam") or OnDay(_one_day(text, plain))
    if _DAY_AND_MONTH.fullmatch(plain):
        raise _either_calendar(text, text.strip())
    return OnDay(_one_day(text, plain))


def _weekly(plain: str) -> When | None:
    if WHOLE_WEEK.fullmatch(plain):
        return EveryWeek(tuple(range(1, 8)))
    for pattern in _WEEKLY:
        if found := pattern.fullmatch(plain):
            return EveryWeek(tuple(sorted({DAYS[name] for name in re.findall(DAY, found["days"])})))
    return None


def _monthly(text: str, plain: str) -> When | None:
    if _MONTH_END.fullmatch(plain):
        return EveryMonth(31)
    for pattern in _WEEK_OF_MONTH:
        if found := pattern.fullmatch(plain):
            number = found["n"] or ""
            week = 1 if found["first"] else LAST_WEEK if found["last"] else _week(number)
            return EveryMonthOn(week, DAYS[found["day"]])
    if (found := _MOONS.fullmatch(plain)) and (found["mark"] or found["late"] or not found["d"]):
        word = found["word"] or ""
        day = 15 if found["ram"] else _NUMBERS.get(word) or int(word or found["d"])
        return EveryLunarMonth(_within(text, day, 30))
    for pattern in _MONTHLY:
        if found := pattern.fullmatch(plain):
            return EveryMonth(_within(text, int(found["d"]), 31))
    return None


def _week(number: str) -> int:
    return _ORDINALS.get(number) or _NUMBERS.get(number) or int(number)


def _within(text: str, day: int, most: int) -> int:
    if not 1 <= day <= most:
        raise BadValue("when-no-such-day", text, most=str(most))
    return day


def _yearly(text: str, plain: str) -> When | None:
    """A day of every year; that of the lunar calendar comes every year without saying so."""
    if not (found := _YEARLY.fullmatch(plain)):
        return None
    said = found["before"] or found["after"]
    if _LUNAR.search(said):
        return _lunar(text, said)
    day = _DAY_AND_MONTH.fullmatch(said)
    if not day or not 1 <= int(day["m"]) <= 12:
        raise BadValue("when-unreadable", text)
    month = int(day["m"])
    return EveryYear(_within(text, int(day["d"]), monthrange(_LEAP_YEAR, month)[1]), month)


def _lunar(text: str, typed: str) -> When:
    """A lunar day; what is refused is told as it was typed."""
    try:
        found = parse_lunar(typed)
    except BadValue as refusal:
        raise BadValue(refusal.code, **{**refusal.params, "found": text}) from None
    if (found.day, found.month) in _SOLAR_FEASTS and not _MARKED.search(fold(typed)):
        raise _either_calendar(text, f"{found.day}/{found.month}")
    return found


def _either_calendar(text: str, day: str) -> BadValue:
    return BadValue("when-which-calendar", text, solar=f"{day} hằng năm", lunar=f"{day} âm lịch")


def _one_day(text: str, plain: str) -> dt.date:
    """A day of the Gregorian calendar; a weekday said with it must be its own."""
    named = _NAMED_DAY.fullmatch(plain)
    try:
        date = parse_date(named["date"] if named else text)
    except BadValue as refusal:
        if refusal.code == "date-unreadable":
            raise BadValue("when-unreadable", text) from None
        raise
    if date.day is None or date.qualifier is not DateQualifier.EXACT:
        raise BadValue("when-not-a-day", text)
    day = date.earliest()
    if named and DAYS[named["day"]] != day.isoweekday():
        raise BadValue("when-other-weekday", text, weekday=label(f"weekday-{day.isoweekday()}", "vi"))
    return day
