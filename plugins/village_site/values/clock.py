"""Times of the day, and how many days something takes, as people type them."""

import datetime as dt
import re

from village_site.values.refusal import BadValue
from village_site.vietnamese import fold

MOST_DAYS = 60

# For folded text with single spaces, matched in full.
_CLOCK = re.compile(
    r"(?:luc )?(?P<h>[0-9]{1,2})"
    r"(?: ?(?::|\.|h|g|gio) ?(?:(?P<m>[0-9]{1,2})(?::00| ?(?:p|ph|phut))?|(?P<half>ruoi))?)?"
    r"(?: (?P<part>sang|trua|chieu|toi|dem|khuya|am|pm|sa|ch))?"
)  # spreadsheets write 17:30:00, 6:10:00 AM or 6:10:00 SA
_FROM_TO = re.compile(r" ?[-\u2010-\u2015\u2212] ?| den ")
_BARE_NUMBER = re.compile("[0-9]{1,2}")
_AFTERNOON = frozenset({"chieu", "toi", "pm", "ch"})
_FORENOON = frozenset({"am", "sa"})
_NIGHT = frozenset({"dem", "khuya"})
_DAYS = re.compile(r"(?P<n>[0-9]{1,4})(?: (?:ngay|days?))?")


def parse_clock(text: str) -> dt.time:
    """Read a time of the day: `19:30`, `19h30`, `7 giờ sáng`, `7 giờ rưỡi tối`, `3h chiều`.

    Without a part of the day it is the clock of 24 hours. Raises BadValue.
    """
    plain = " ".join(fold(text).split())
    found = _CLOCK.fullmatch(plain)
    if not found or _BARE_NUMBER.fullmatch(plain):
        if ends := _two_times(plain):
            first, last = (f"{end.hour}:{end:%M}" for end in ends)
            raise BadValue("clock-range", text, first=first, last=last)
        raise BadValue("clock-unreadable", text)
    hour, minute = _of_day(int(found["h"]), found["part"]), 30 if found["half"] else int(found["m"] or 0)
    if hour > 23 or minute > 59:
        raise BadValue("clock-no-such-time", text)
    return dt.time(hour, minute)


def _two_times(plain: str) -> list[dt.time]:
    """Beginning and end, typed where the beginning belongs: `7:30 - 9:00`; empty for anything else."""
    parts = _FROM_TO.split(plain.removeprefix("tu "))
    try:
        return [parse_clock(part) for part in parts] if len(parts) == 2 else []
    except BadValue:
        return []


def _of_day(hour: int, part: str | None) -> int:
    """The hour of 24 for one of 12 with its part of the day: 11 at noon is 11, 1 at noon is 13."""
    if part in _AFTERNOON or (part == "trua" and hour < 9):
        return hour + 12 if hour < 12 else hour
    if part in _NIGHT:  # ten at night, two at night
        return (hour + 12 if hour >= 8 else hour) % 24 if hour <= 12 else hour
    if part in _FORENOON and hour == 12:
        return 0
    return hour


def parse_days(text: str) -> int:
    """Read how many days: `3`, `3 ngày`. Raises BadValue."""
    found = _DAYS.fullmatch(" ".join(fold(text).split()))
    if not found:
        raise BadValue("days-unreadable", text)
    days = int(found["n"])
    if not 1 <= days <= MOST_DAYS:
        raise BadValue("days-range", text, most=str(MOST_DAYS))
    return days


def clock_text(time: dt.time, lang: str) -> str:
    """A time as it stands in a sentence: `19 giờ 30`, `7 giờ`; in English `19:30`."""
    if lang == "en":
        return f"{time:%H:%M}"
    return f"{time.hour} giờ {time.minute:02}" if time.minute else f"{time.hour} giờ"
