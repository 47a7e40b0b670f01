"""A calendar file for each village and commune, to which phones subscribe."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from village_site.agenda import EveryLunarMonth, held, is_once, lunar_of, when_text
from village_site.agenda.occurrences import Occurrence, is_off, occurrences
from village_site.agenda.recurrence import rule_of
from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.exports.homes import changed, domain, key_of, whole_address
from village_site.exports.ical import Event, calendar, uid
from village_site.files import write_new
from village_site.frozen import frozen
from village_site.homes import Commune, Home, Place
from village_site.lunar import LunarDay
from village_site.model.calendar import CALENDAR, CalendarEvent
from village_site.model.places import PLACES
from village_site.render import capital
from village_site.values import clock_text

YEARS_AHEAD = 5
"""So many years after this one have their lunar days written out."""
_YEARS_OF_MOONS = 1
"""The same for what is held every lunar month: a dozen a year, which nobody plans years ahead."""
LANG = "vi"


def calendar_path(home: Home) -> str:
    """Where the file of a village or commune is, from the site's root."""
    return f"{home.url}{CALENDAR.file_vi}.ics"


def write_calendars(atlas: Atlas, site: Path) -> None:
    """Writes the file of every village and commune, those without events too: who has subscribed must not
    find it gone."""
    for home in atlas.homes:
        path = f"{site}/{calendar_path(home)}"
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - quicker, there are thousands
        write_new(path, calendar_text(atlas, home))


def calendar_text(atlas: Atlas, home: Home) -> str:
    """The file: a village's own events; a commune's, and those of its villages by the village's name."""
    found = list(_events(atlas, home))
    for place in home.places if isinstance(home, Commune) else ():
        found += [replace(one, title=f"{one.title} ({place.name})") for one in _events(atlas, place)]
    name = label("calendar-name", LANG, home=home.name)
    return calendar(name, found, label("calendar-about", LANG, page=whole_address(atlas, home.url)))


def _events(atlas: Atlas, home: Home) -> Iterator[Event]:
    first = dt.date(atlas.day.year, 1, 1)
    for event in home.folder.of(CALENDAR):
        years = _YEARS_OF_MOONS if isinstance(event.when, EveryLunarMonth) else YEARS_AHEAD
        last = dt.date(min(atlas.day.year + years, dt.MAXYEAR), 12, 31)
        yield from _Writer(atlas, home, event).events(first, last)


@frozen
class _Writer:
    """Writes one record of a village or commune."""

    atlas: Atlas
    home: Home
    event: CalendarEvent

    def events(self, first: dt.date, last: dt.date) -> Iterator[Event]:
        """Once, or by one rule; by the lunar calendar an event for each time until the last day."""
        event = self.event
        if is_once(event.when):
            for one in occurrences(event, first, dt.date.max):
                yield self._one(one)
        elif rule := rule_of(event.when):
            days = [one for one in occurrences(event, first, last) if not is_off(event, one.first)]
            if days:
                skipped = tuple(day for day in held(event.when, days[0].first, last) if is_off(event, day))
                until = event.until.latest() if event.until is not None else None
                yield replace(self._one(days[0]), rule=rule, until=until, skipped=skipped)
        else:
            for one in occurrences(event, first, last):
                yield self._one(one, *self._time(one))

    def _time(self, one: Occurrence) -> tuple[str, ...]:
        """What tells one time of a lunar event from the others: its lunar year, its month in it."""
        lunar = lunar_of(one.first)
        assert lunar is not None, "a lunar day is held in the years known only"
        if not isinstance(self.event.when, EveryLunarMonth):
            return (str(lunar.year),)
        return (str(lunar.year), f"{lunar.month}{'n' if lunar.leap else ''}")

    def _one(self, one: Occurrence, *time: str) -> Event:
        event, home = self.event, self.home
        start, last = _hours(one)
        return Event(
            uid=uid(domain(self.atlas), *key_of(home), event.id, *time),
            changed=changed(self.atlas, home, event),
            title=str(event.title),
            start=start,
            last=last,
            text="\n".join(self._text()),
            place=self._place(),
            url=whole_address(self.atlas, f"{home.url}{CALENDAR.file_vi}/#{CALENDAR.file_vi}-{event.id}"),
            categories=(str(event.kind.title),),
            cancelled=one.called_off,
        )

    def _text(self) -> Iterator[str]:
        event = self.event
        if event.illustrative:
            yield label("page-sample", LANG)
        if isinstance(event.when, LunarDay | EveryLunarMonth):
            yield capital(when_text(event.when, LANG))
        if event.start is not None and event.days > 1 and event.end is None:
            yield label("calendar-starts", LANG, time=clock_text(event.start, LANG))
        if event.organiser is not None:
            yield label("calendar-organiser", LANG, organiser=event.organiser)
        if event.text is not None:
            yield from event.text.paragraphs

    def _place(self) -> str:
        names = [str(self.event.where)] if self.event.where is not None else []
        place = self.atlas.record(self.event.place, PLACES)
        if place is not None:
            names.append(place.name)
        if isinstance(self.home, Place):
            names.append(self.home.name)
        return ", ".join(names)


def _hours(one: Occurrence) -> tuple[dt.date, dt.date | None]:
    """From when till when; whole days where hours are not said, or not enough of them."""
    event = one.event
    if event.start is None or (event.days > 1 and event.end is None):
        return one.first, one.last
    start = dt.datetime.combine(one.first, event.start)
    return start, dt.datetime.combine(one.last, event.end) if event.end is not None else None
