"""Events as an iCalendar file (RFC 5545), which phones and calendar programs subscribe to.

Nothing in it depends on the hour of the build. What comes again by the Gregorian calendar has a rule. Lunar
festivals can have none, for the format knows that calendar only: the caller gives an event for each of the
next years.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from village_site.exports.contentlines import address, document, escaped, listed
from village_site.frozen import frozen

PRODUCER = "-//village-site//villages//VI"
ZONE = "Asia/Ho_Chi_Minh"
_AHEAD = dt.timedelta(hours=7)

_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",  # the whole country has kept this hour since then, summer and winter
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@frozen
class Event:
    """One event. `uid` stays the same for ever, see `uid`; `changed` is the day its data is of.

    `start` and `last` are two days, the last one inclusive, or two times of the clock in Vietnam; without
    `last` it is that one day, or a moment without an end. `rule` says how it comes again after that, as
    RFC 5545 (3.3.10) has it, `until` the last day on which it may, `skipped` the days on which it does not.
    """

    uid: str
    changed: dt.date
    title: str
    start: dt.date | dt.datetime
    last: dt.date | dt.datetime | None = None
    text: str = ""
    place: str = ""
    url: str = ""
    categories: Sequence[str] = ()
    cancelled: bool = False
    rule: str = ""
    until: dt.date | None = None
    skipped: Sequence[dt.date] = ()


def uid(domain: str, *path: str) -> str:
    """A name for an event that no other bears: the path of its record, its year among it where each year has
    an event of its own. No part may have a point in it."""
    return f"{'.'.join(path)}@{domain}"


def calendar(name: str, events: Iterable[Event], text: str = "") -> str:
    """The file's text; events by their beginning, whatever order they come in.

    ValueError for an event that ends before it begins, for a time with a zone, for a day with a time, and for
    two events of one uid.
    """
    ordered = sorted(events, key=lambda event: (_moment(event.start), event.uid))
    if len({event.uid for event in ordered}) < len(ordered):
        raise ValueError("two events have the same uid")
    timed = any(isinstance(event.start, dt.datetime) for event in ordered)
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCER}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"),
        # The name once as RFC 7986 says, once as most programs know it.
        *(f"{key}:{escaped(name)}" for key in ("NAME", "X-WR-CALNAME")),
        *(f"{key}:{escaped(text)}" for key in ("DESCRIPTION", "X-WR-CALDESC") if text),
        *(_ZONE_LINES if timed else ()),
        *(line for event in ordered for line in _event(event)),
        "END:VCALENDAR",
    ]
    return document(lines)


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_day(event.changed)}T000000Z"
    yield from _times(event)
    if event.rule:
        yield from _again(event)
    yield f"SUMMARY:{escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{escaped(event.text)}"
    if event.place:
        yield f"LOCATION:{escaped(event.place)}"
    if event.url:
        yield f"URL:{address(event.url)}"
    if event.categories:
        yield f"CATEGORIES:{listed(event.categories)}"
    if event.cancelled:
        yield "STATUS:CANCELLED"
    if not isinstance(event.start, dt.datetime):
        yield "TRANSP:TRANSPARENT"  # a festival does not make a whole day busy
    yield "END:VEVENT"


def _times(event: Event) -> Iterator[str]:
    start, last = event.start, event.last
    if isinstance(start, dt.datetime):
        if not isinstance(last, dt.datetime | None):
            raise ValueError(f"{event.uid}: it begins at a time and ends on a day")
        if start.tzinfo or (last and last.tzinfo):
            raise ValueError(f"{event.uid}: times are those of the clock in Vietnam, without a zone")
        yield f"DTSTART;TZID={ZONE}:{_time(start)}"
        if last is not None:
            _in_order(event, start < last)
            yield f"DTEND;TZID={ZONE}:{_time(last)}"
        return
    if isinstance(last, dt.datetime):
        raise ValueError(f"{event.uid}: it begins on a day and ends at a time")
    last = start if last is None else last
    _in_order(event, start <= last)
    yield f"DTSTART;VALUE=DATE:{_day(start)}"
    yield f"DTEND;VALUE=DATE:{_day(last + dt.timedelta(days=1))}"  # the format's end is exclusive


def _again(event: Event) -> Iterator[str]:
    """How it comes again; the last time and the days left out are of the same sort as the first time."""
    until = ""
    if event.until is not None:
        start = event.start
        last = (
            dt.datetime.combine(event.until, start.time()) - _AHEAD
            if isinstance(start, dt.datetime)
            else None
        )
        until = f";UNTIL={f'{_time(last)}Z' if last is not None else _day(event.until)}"
    yield f"RRULE:{event.rule}{until}"
    if not event.skipped:
        return
    if isinstance(event.start, dt.datetime):
        times = (_time(dt.datetime.combine(day, event.start.time())) for day in event.skipped)
        yield f"EXDATE;TZID={ZONE}:{','.join(times)}"
    else:
        yield f"EXDATE;VALUE=DATE:{','.join(map(_day, event.skipped))}"


def _in_order(event: Event, right: bool) -> None:
    if not right:
        raise ValueError(f"{event.uid}: it ends before it begins")


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _time(moment: dt.datetime) -> str:
    return f"{_day(moment.date())}T{moment:%H%M%S}"


def _moment(start: dt.date | dt.datetime) -> dt.datetime:
    if isinstance(start, dt.datetime):
        return start.replace(tzinfo=None)
    return dt.datetime(start.year, start.month, start.day)
