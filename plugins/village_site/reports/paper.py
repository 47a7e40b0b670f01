"""What stands in a weekly report, whatever file it becomes. In Vietnamese, as offices file it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from village_site import charts
from village_site.atlas import Atlas
from village_site.campaigns import Standing, Week, reports_of
from village_site.campaigns.aloud import aloud, aloud_of_commune, reading_time
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Place, current
from village_site.model.campaigns import WeeklyReport
from village_site.model.units import Unit
from village_site.problems import Where
from village_site.render import capital
from village_site.reports.figures import Figures, Line, Part
from village_site.spoken import Spoken, speak


@frozen
class Author:
    """Whose report it is: its id, the commune if that is known, and the village, "" for a commune's."""

    id: str
    unit: Unit | None
    village: str
    signs: str
    receivers: tuple[str, ...]


@frozen
class Told:
    """What was written to go with the figures, and, for a commune, who has reported."""

    reported: tuple[str, ...]
    remarks: tuple[str, ...]
    difficulties: tuple[str, ...]
    proposals: tuple[str, ...]


@frozen
class Paper:
    """A report of the days up to `date`: its figures are as of then, the reports counted as of today."""

    author: Author
    found: Standing
    week: Week
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    told: Told
    illustrative: bool
    aloud: Spoken

    @property
    def file(self) -> str:
        """Its path below the output folder, without ending."""
        home = self.found.home
        return f"{self.author.id}/{self.week.iso}-{home.folder.id}-{home.campaign.id}"

    @property
    def where(self) -> Where:
        """Where the campaign stands in the data."""
        return self.found.campaign.origin.place()

    @property
    def date(self) -> dt.date:
        """The day it is due, which it is as of."""
        return self.week.due

    @property
    def office(self) -> tuple[str, str]:
        """Who writes: the commune's office, then the village or nothing."""
        unit = self.author.unit
        above = (
            label("weekly-office", "vi", unit=unit.full_name)
            if unit
            else label("weekly-office-unknown", "vi")
        )
        return above.upper(), self.author.village.upper()

    @property
    def place_and_date(self) -> str:
        """“Đức Giang, ngày 29 tháng 04 năm 2022”."""
        day, unit = self.date, self.author.unit
        place = unit.name if unit is not None else "……"
        return label("weekly-place-date", "vi", place=place, day=day.day, month=day.month, year=day.year)

    @property
    def about(self) -> str:
        """What it reports on."""
        return label("weekly-about", "vi", campaign=self.found.campaign.name)

    @property
    def period(self) -> str:
        """The week and its days."""
        since, until = f"{self.week.opens:%d/%m/%Y}", f"{self.week.due:%d/%m/%Y}"
        week = {"number": self.week.number, "year": self.week.year, "since": since, "until": until}
        return label("weekly-period", "vi", **week)

    @property
    def elapsed(self) -> str:
        """How much of the campaign's time is over."""
        gone, days = self.found.days_gone, self.found.days
        return label("weekly-elapsed", "vi", gone=gone, days=days, percent=charts.percent(gone, days, "vi"))

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be known of the whole: that it is made up, that a name is not confirmed."""
        unit = self.author.unit
        keys = ["weekly-sample"] if self.illustrative else []
        keys += ["weekly-unconfirmed"] if unit is not None and not unit.confirmed else []
        return tuple(label(key, "vi") for key in keys)

    @property
    def spoken(self) -> str:
        """The words for the loudspeaker after a line for the reader: how long they take, and, of made-up
        ones, that they are no real notice."""
        time = speak(label("loud-time", "vi", minutes=reading_time(self.aloud.seconds))).text
        mark = f" {label('loud-sample', 'vi')}" if self.illustrative else ""
        return f"[{time}{mark}]\n\n{self.aloud.text}\n"


def village_paper(atlas: Atlas, found: Standing, week: Week, place: Place) -> Paper:
    """A village's report to its commune, the one it belonged to on that day."""
    seat = current(place.village.memberships, week.due)
    author = Author(
        place.id,
        atlas.unit(seat.unit) if seat is not None else None,
        place.name,
        label("weekly-sign-village", "vi", kind=str(place.village.kind).upper()),
        _receivers("board", "file"),
    )
    figures = Figures(atlas, found, week)
    sent = _sent(atlas, found, week, place.id)
    told = _told([("", sent)])
    spoken = aloud(atlas, found, place)
    lines, parts = figures.of_village(place), figures.by_group(place)
    return Paper(author, found, week, lines, parts, told, _made_up(found, sent), spoken)


def commune_paper(atlas: Atlas, found: Standing, week: Week, asked: Unit) -> Paper:
    """A commune's report on all villages, by the unit that declared the campaign, which may be gone now."""
    unit = atlas.units.get(found.home.folder.id, asked)
    sign = label("weekly-sign-commune", "vi")
    author = Author(asked.id, unit, "", sign, _receivers("village", "file"))
    figures = Figures(atlas, found, week)
    told = [("", _sent(atlas, found, week, unit.id))]
    told += [
        (capital(atlas.by_id[village].name), _sent(atlas, found, week, village)) for village in found.villages
    ]
    reported = [label("weekly-reported", "vi", count=len(week.reported), all=len(found.villages))]
    if week.missing:
        missing = ", ".join(atlas.by_id[village].name for village in week.missing)
        reported.append(label("weekly-missing", "vi", villages=missing))
    sent = [report for _, reports in told for report in reports]
    spoken = aloud_of_commune(atlas, found, unit.full_name)
    lines, parts = figures.of_all(), figures.by_village()
    return Paper(author, found, week, lines, parts, _told(told, reported), _made_up(found, sent), spoken)


def _sent(atlas: Atlas, found: Standing, week: Week, who: str) -> list[WeeklyReport]:
    reports = [report for one, report in reports_of(atlas, found.home) if one == who]
    return [report for report in reports if week.first <= report.date.latest() <= min(week.last, atlas.day)]


def _made_up(found: Standing, sent: Sequence[WeeklyReport]) -> bool:
    return found.illustrative or any(report.illustrative for report in sent)


def _receivers(*keys: str) -> tuple[str, ...]:
    return tuple(label(f"weekly-receiver-{key}", "vi") for key in keys)


def _told(by: Sequence[tuple[str, Sequence[WeeklyReport]]], reported: Sequence[str] = ()) -> Told:
    remarks, difficulties, proposals = (
        tuple(_said(by, name)) for name in ("remarks", "difficulties", "proposals")
    )
    return Told(tuple(reported), remarks, difficulties, proposals)


def _said(by: Sequence[tuple[str, Sequence[WeeklyReport]]], name: str) -> Iterator[str]:
    """What is said under a heading, after the village that says it where there are several."""
    for who, reports in by:
        for report in reports:
            text = getattr(report, name)
            for paragraph in text.paragraphs if text is not None else ():
                yield label("weekly-of", "vi", who=who, text=paragraph) if who else paragraph
