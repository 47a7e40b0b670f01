"""Events whose hours, spans and pauses cannot be meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from village_site.agenda import held, is_once, when_text
from village_site.atlas import Atlas
from village_site.model.calendar import CALENDAR, CalendarEvent
from village_site.problems import Level, Problem, at
from village_site.values import FuzzyDate, date_text

_YEAR = dt.timedelta(days=400)
"""A lunar year has 385 days at most."""


def calendar(atlas: Atlas) -> Iterator[Problem]:
    """An event ends after it begins, and what is said of its coming again fits when it does."""
    for folder in atlas.folders:
        for event in folder.of(CALENDAR):
            yield from _hours(event)
            yield from _once(event) if is_once(event.when) else _again(event)


def _hours(event: CalendarEvent) -> Iterator[Problem]:
    if event.end is None:
        return
    if event.start is None:
        yield at(event.origin.place("end"), "calendar-end-without-start")
    elif event.days == 1 and event.end <= event.start:
        yield at(event.origin.place("end"), "calendar-ends-before-it-begins")


def _once(event: CalendarEvent) -> Iterator[Problem]:
    for name in ("since", "until", "off"):
        if getattr(event, name) not in (None, ()):
            yield at(event.origin.place(name), "calendar-once-span")


def _again(event: CalendarEvent) -> Iterator[Problem]:
    if event.since is not None and event.until is not None:
        first, last = event.since.earliest(), event.until.latest()
        if first <= last and next(held(event.when, first, last), None) is None:
            when = when_text(event.when, "vi")
            yield at(event.origin.place("until"), "calendar-never", Level.WARNING, when=when)
    for off in event.off:
        if next(held(event.when, off.earliest(), off.latest()), None) is None:
            params = {"found": date_text(off, "vi"), "title": str(event.title), "guess": _nearest(event, off)}
            yield at(event.origin.place("off"), "calendar-off-day", Level.WARNING, **params)


def _nearest(event: CalendarEvent, off: FuzzyDate) -> str:
    """The nearest day, on either side, that it is held on; "—" where there is none within a year or so."""
    first, last = off.earliest(), off.latest()
    around = held(event.when, first - min(_YEAR, first - dt.date.min), last + min(_YEAR, dt.date.max - last))
    day = min(around, key=lambda day: max(first - day, day - last), default=None)
    return date_text(FuzzyDate(day.year, day.month, day.day), "vi") if day is not None else "—"
