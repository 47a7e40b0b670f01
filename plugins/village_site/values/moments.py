"""Days with or without a time of day, as people type them. All of them are Vietnam's."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from village_site.frozen import frozen
from village_site.values.clock import parse_clock
from village_site.values.dates import parse_date
from village_site.values.fuzzy_date import DateQualifier, FuzzyDate
from village_site.values.refusal import BadValue
from village_site.values.show import date_text
from village_site.vietnamese import fold, nfc

VIETNAM = "+07:00"
"""Seven hours ahead of UTC, all year, since 1975."""
_END_OF_DAY = dt.time(23, 59, 59)
_MIDNIGHT = re.compile("(?:lúc |luc )?24 ?(?::00|[hg](?:00)?|giờ|gio)", re.IGNORECASE)
"""The end of a day, as people say; a clock has no such hour."""
_FROM_TO = re.compile(r" ?[-\u2010-\u2015\u2212] ?| (?:đến|tới|to) ")
_NO_FULL_DAY = frozenset({"date-two-qualifiers", "date-part-of-day", "date-no-year"})
"""Refusals of dates whose hints would lead to a date that is no full day."""
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]")


@frozen
class Moment:
    """A day, to the minute where a time of day was typed."""

    day: dt.date
    time: dt.time | None = None

    def earliest(self) -> dt.datetime:
        """Its first second, on Vietnam's clocks."""
        return dt.datetime.combine(self.day, self.time or dt.time.min)

    def latest(self) -> dt.datetime:
        """Its last second: that of the day where there is no time."""
        return dt.datetime.combine(self.day, self.time or _END_OF_DAY)

    def iso(self) -> str:
        """ISO 8601 as exactly as it was typed: `2026-11-23` or `2026-11-23T17:00+07:00`."""
        return stamp(self.earliest()) if self.time is not None else self.day.isoformat()


def stamp(when: dt.datetime) -> str:
    """A time on Vietnam's clocks, so that every clock of the world understands it."""
    return f"{when.isoformat(timespec='seconds' if when.second else 'minutes')}{VIETNAM}"


def parse_moment(text: str) -> Moment:
    """Read a full day, with or without a time: `23/11/2026`, `17:00 ngày 23/11/2026`, `23/11/2026 17h`, ISO.

    Raises BadValue.
    """
    return _parse(text)


def moment_text(moment: Moment, lang: str) -> str:
    """A moment as it stands in a sentence: `17:00 ngày 23/11/2026`; in English `17:00, 23 November 2026`."""
    date = FuzzyDate(moment.day.year, moment.day.month, moment.day.day)
    day = date_text(date, lang)
    if moment.time is None:
        return day
    return f"{moment.time.hour}:{moment.time:%M}{', ' if lang == 'en' else ' ngày '}{day}"


@lru_cache(maxsize=1024)
def _parse(text: str) -> Moment:
    plain = " ".join(nfc(text).removesuffix(VIETNAM).split())
    if fold(plain).startswith("het "):
        plain = plain[len("hết ") :]
    if _ISO.match(plain):
        plain = plain.replace("T", " ", 1)
    try:
        return _read(text, plain)
    except BadValue as refusal:
        if refusal.code == "moment-unreadable" and (ends := _two_moments(plain)) is not None:
            first, last = (moment_text(end, "vi") for end in ends)
            raise BadValue("moment-range", text, first=first, last=last) from None
        raise


def _read(text: str, plain: str) -> Moment:
    parts = _with_time(plain)
    if parts is not None:
        day, time = parts
        return Moment(_full_day(text, day), time)
    if _clock(plain) is not None:
        raise BadValue("moment-no-day", text, guess=f"{plain} ngày 23/11/2026")
    return Moment(_full_day(text, plain))


def _two_moments(plain: str) -> tuple[Moment, Moment] | None:
    """Beginning and end, typed where one of them belongs: `7h - 11h ngày 25/11/2026`."""
    parts = _FROM_TO.split(plain.removeprefix("từ ").removeprefix("Từ "))
    if len(parts) != 2:
        return None
    try:
        last = _read(parts[1], parts[1])
        time = _clock(parts[0])
        return (Moment(last.day, time) if time is not None else _read(parts[0], parts[0])), last
    except BadValue:
        return None


def _clock(plain: str) -> dt.time | None:
    try:
        return parse_clock(plain)
    except BadValue:
        return None


def _with_time(plain: str) -> tuple[str, dt.time] | None:
    """The rest of a text and the time it begins or ends with, as long as can be; None without one.

    A time that no day has is refused; what is a date as a whole has none.
    """
    words = plain.split()
    splits = [(words[:place], words[place:]) for place in range(1, len(words))]
    heads = [(first, second) for first, second in reversed(splits)]
    tails = [(second, first) for first, second in splits]
    for part, rest in (*heads, *tails) if not _is_date(plain) else ():
        clock = " ".join(part).rstrip(",")
        if _MIDNIGHT.fullmatch(clock):
            return " ".join(rest), _END_OF_DAY.replace(second=0)
        try:
            return " ".join(rest), parse_clock(clock)
        except BadValue as refusal:
            if refusal.code not in ("clock-unreadable", "clock-range"):
                raise BadValue(refusal.code, plain) from None
    return None


def _is_date(plain: str) -> bool:
    try:
        parse_date(plain)
    except BadValue:
        return False
    return True


def _full_day(text: str, typed: str) -> dt.date:
    """The one day that a date means; `text` is what the refusal quotes."""
    typed = typed.strip(", ")
    try:
        date = parse_date(typed)
    except BadValue as refusal:
        if refusal.code == "date-unreadable":
            raise BadValue("moment-unreadable", text) from None
        if refusal.code == "date-no-such-day":
            month, last = refusal.params["month"], refusal.params["last"]
            raise BadValue("moment-no-such-day", text, month=month, last=last) from None
        if refusal.code in _NO_FULL_DAY:
            raise BadValue("moment-full-day", text) from None
        before, _, after = text.partition(typed)
        raise refusal.within(before, after) from None
    if date.day is None or date.qualifier is not DateQualifier.EXACT:
        raise BadValue("moment-full-day", text)
    return date.earliest()
