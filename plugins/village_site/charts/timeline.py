"""What happened when and what held how long, each on its own line along one axis of years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from village_site.catalogue import label as words
from village_site.charts.draw import draw
from village_site.charts.scale import Years, first_day, last_day, middle
from village_site.frozen import frozen
from village_site.values import FuzzyDate, date_text

_DAYS_OF_A_POINT = 31
"""A date known to the month is a point still; one known to the year only is drawn as that year."""


@frozen
class Moment:
    """Something that happened once, as when a village was assessed; `text` is said after the date."""

    label: str
    date: FuzzyDate
    text: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Something that held for a time, as a set of criteria; an end of None is open or not known."""

    label: str
    since: FuzzyDate | None
    until: FuzzyDate | None
    text: str = ""

    def __post_init__(self) -> None:
        if self.since is None and self.until is None:
            raise ValueError(f"{self.label}: neither a first nor a last day")
        if self.since is not None and self.until is not None and self.until.latest() < self.since.earliest():
            raise ValueError(f"{self.label}: it ends before it begins")


@frozen
class _Line:
    event: Moment | Span
    when: str
    mark: str
    start: str
    width: str


def timeline(label: str, events: Sequence[Moment | Span], lang: str = "vi") -> Markup:
    """The events by their first day; empty for none."""
    if not events:
        return Markup()
    ends = [end for event in events for end in _ends(event)]
    years = Years.around([day for day in ends if day is not None])
    lines = [_line(event, years, lang) for event in sorted(events, key=_first)]
    marks = [(year, years.place(dt.date(year, 1, 1))) for year in years.marks()]
    rough = any(line.mark == "rough" for line in lines)
    return draw("timeline.html", lang, label=label, lines=lines, marks=marks, rough=rough)


def _ends(event: Moment | Span) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of what is drawn; None where it has no such end."""
    since, until = (event.date, event.date) if isinstance(event, Moment) else (event.since, event.until)
    return first_day(since) if since else None, last_day(until) if until else None


def _first(event: Moment | Span) -> tuple[int, int, int]:
    since = event.date if isinstance(event, Moment) else event.since
    return (0, 0, 0) if since is None else since.sort_key()


def _line(event: Moment | Span, years: Years, lang: str) -> _Line:
    first, last = _ends(event)
    start, width = years.stretch(first, last)
    if isinstance(event, Span):
        return _Line(event, _span_text(event, lang), "span", start, width)
    when = date_text(event.date, lang)
    if first is not None and last is not None and (last - first).days < _DAYS_OF_A_POINT:
        return _Line(event, when, "point", years.place(middle(event.date)), "")
    return _Line(event, when, "rough", start, width)


def _span_text(span: Span, lang: str) -> str:
    since = date_text(span.since, lang) if span.since else ""
    until = date_text(span.until, lang) if span.until else ""
    key = "chart-span" if since and until else "chart-since" if since else "chart-until"
    return words(key, lang, since=since, until=until)
