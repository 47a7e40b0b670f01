"""Events on their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from village_site.agenda.rules import held, is_once
from village_site.frozen import frozen
from village_site.model.calendar import CalendarEvent

_LONGEST_WAIT = dt.timedelta(days=1200)
"""Three years of either calendar: what comes every year is found though it pauses twice."""


@frozen
class Occurrence:
    """One time that an event is held; `called_off` where it will not be."""

    event: CalendarEvent
    first: dt.date
    called_off: bool

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return _last_day(self.event, self.first)


def occurrences(event: CalendarEvent, first: dt.date, last: dt.date) -> Iterator[Occurrence]:
    """Every time an event is held, or goes on, between two days, both included."""
    begin = first - min(_span(event), first - dt.date.min)
    if event.since is not None:
        begin = max(begin, event.since.earliest())
    end = last if event.until is None else min(last, event.until.latest())
    for day in held(event.when, begin, end) if begin <= end else ():
        yield Occurrence(event, day, event.cancelled or is_off(event, day))


def is_off(event: CalendarEvent, day: dt.date) -> bool:
    """True for a day on which what comes again pauses."""
    return any(off.earliest() <= day <= off.latest() for off in event.off)


def next_of(event: CalendarEvent, day: dt.date) -> Occurrence | None:
    """The time that goes on on a day, or the next one; not a pause. None for what is over."""
    if is_once(event.when):
        found = occurrences(event, day, dt.date.max)
    else:
        begin = day if event.since is None else max(day, event.since.earliest())
        found = occurrences(event, begin, _after(begin, _LONGEST_WAIT))
    return next((one for one in found if event.cancelled or not one.called_off), None)


def _span(event: CalendarEvent) -> dt.timedelta:
    return dt.timedelta(days=event.days - 1)


def _last_day(event: CalendarEvent, first: dt.date) -> dt.date:
    return _after(first, _span(event))


def _after(day: dt.date, span: dt.timedelta) -> dt.date:
    """So much later, as far as there are dates."""
    return day + span if dt.date.max - day > span else dt.date.max
