"""What pages show of events: the next of them, the months ahead, how to have them in one's own calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from village_site.agenda import (
    EveryLunarMonth,
    EveryMonth,
    EveryMonthOn,
    EveryWeek,
    is_once,
    lunar_of,
    lunar_short,
    when_text,
)
from village_site.agenda.occurrences import Occurrence, next_of, occurrences
from village_site.catalogue import label
from village_site.exports.calendars import calendar_path
from village_site.exports.contacts import contacts_path, has_contacts
from village_site.exports.homes import whole_address
from village_site.frozen import frozen
from village_site.homes import Commune, Home, Place
from village_site.model.calendar import CALENDAR, CalendarEvent
from village_site.model.places import PLACES, PublicPlace
from village_site.pages.page import own_url
from village_site.render import capital
from village_site.values import FuzzyDate, clock_text, date_text

if TYPE_CHECKING:
    from village_site.pages.writer import Writer

SHOWN = 5
"""So many events stand in the section of a page."""
_YEAR = 365
_MOST_LINES = 200
"""More lines than these in a year, and what comes every month is left out of it."""
_MONTHLY = (EveryMonth, EveryMonthOn)


@frozen
class Line:
    """An event on its day; `home` is whose it is, `own` False where that is another than the page's."""

    home: Home
    own: bool
    event: CalendarEvent
    first: dt.date
    last: dt.date
    called_off: bool


@frozen
class Month:
    """The days of one month."""

    title: str
    lines: tuple[Line, ...]


@frozen
class Agenda:
    """Stands in templates as `page.agenda`."""

    page: Writer

    def next(self, home: Home) -> tuple[Line, ...]:
        """The next time of each event that still comes, in order: its own, in a commune its villages' too."""
        return _in_order(
            _line(home, owner, one)
            for owner in _owners(home)
            for event in owner.folder.of(CALENDAR)
            if (one := next_of(event, self.page.day)) is not None
        )

    def shown(self, home: Home) -> tuple[Line, ...]:
        """The first few of the next."""
        return self.next(home)[:SHOWN]

    def months(self, home: Home) -> list[Month]:
        """A year from the day of the build. What is held every week or every lunar month is left out, and in
        a full year whatever comes every month: it would drown the rest."""
        first = self.page.day
        last = dt.date.fromordinal(min(first.toordinal() + _YEAR, dt.date.max.toordinal()))
        lines = _in_order(
            _line(home, owner, one)
            for owner in _owners(home)
            for event in owner.folder.of(CALENDAR)
            if not isinstance(event.when, EveryWeek | EveryLunarMonth)
            for one in occurrences(event, first, last)
        )
        if len(lines) > _MOST_LINES:
            lines = tuple(line for line in lines if not isinstance(line.event.when, _MONTHLY))
        months = groupby(lines, key=lambda line: max(line.first, first).replace(day=1))
        return [
            Month(capital(date_text(FuzzyDate(month.year, month.month), self.page.lang)), tuple(found))
            for month, found in months
        ]

    def weekday(self, day: dt.date) -> str:
        """“thứ bảy”."""
        return label(f"weekday-{day.isoweekday()}", self.page.lang)

    def lunar(self, day: dt.date) -> str:
        """“27/10 âm lịch”; empty outside the years known."""
        found = lunar_of(day)
        return lunar_short(found, self.page.lang) if found is not None else ""

    def again(self, event: CalendarEvent) -> str:
        """How it comes again; empty for what is held once."""
        return "" if is_once(event.when) else capital(when_text(event.when, self.page.lang))

    def hours(self, event: CalendarEvent) -> str:
        """“19 giờ 30 – 21 giờ”; empty for the whole day."""
        times = [clock_text(time, self.page.lang) for time in (event.start, event.end) if time is not None]
        return " – ".join(times)

    def pauses(self, event: CalendarEvent) -> tuple[FuzzyDate, ...]:
        """Days and months still to come on which it is not held."""
        return tuple(off for off in event.off if off.latest() >= self.page.day)

    def place(self, event: CalendarEvent) -> PublicPlace | None:
        """The place it names, where that place has a record."""
        return self.page.atlas.record(event.place, PLACES)

    def anchor(self, line: Line) -> str:
        """Where all is said of an event: on the list its village or commune has of its own."""
        start = "" if line.own else f"{self.page.root}{own_url(line.home, CALENDAR)}"
        return f"{start}#{CALENDAR.file_vi}-{line.event.id}"

    def above(self, home: Home) -> Commune | None:
        """The commune of a village, where it has events of its own to show."""
        unit = home.commune if isinstance(home, Place) else None
        if unit is None or not self.page.atlas.unit_folder(unit.id).of(CALENDAR):
            return None
        return next((one for one in self.page.atlas.communes if one.id == unit.id), None)

    def file(self, home: Home) -> str:
        """Address of the calendar file, from the page."""
        return f"{self.page.root}{calendar_path(home)}"

    def whole_address(self, home: Home) -> str:
        """Address of the calendar file as one may type it anywhere."""
        return whole_address(self.page.atlas, calendar_path(home))

    def cards(self, home: Home) -> str:
        """Address of the file of address cards; empty where there is nobody to call."""
        return f"{self.page.root}{contacts_path(home)}" if has_contacts(self.page.atlas, home) else ""


def _owners(home: Home) -> Iterator[Home]:
    yield home
    if isinstance(home, Commune):
        yield from home.places


def _in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """By day and hour; what lasts the whole day stands before what has an hour."""
    return tuple(sorted(lines, key=lambda line: (line.first, line.event.start or dt.time.min)))


def _line(page_of: Home, owner: Home, one: Occurrence) -> Line:
    return Line(owner, owner is page_of, one.event, one.first, one.last, one.called_off)
