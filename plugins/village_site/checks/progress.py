"""What villages enter for a campaign, and what they report on it, fits the campaign."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from village_site.atlas import Atlas
from village_site.campaigns import entries_of, every, reports_of
from village_site.checks.campaigns import amount, has_days, within
from village_site.checks.figures import PERCENT
from village_site.guessing import Guesses
from village_site.homes import Place
from village_site.model.campaigns import CampaignItem, Progress, WeeklyReport
from village_site.problems import Problem, at
from village_site.values import number_text


def progress(atlas: Atlas) -> Iterator[Problem]:
    """Entries name an item of their campaign and a group of their village, on a day of it, once."""
    guesses = Guesses()
    for home in every(atlas):
        items = {item.id: item for item in home.campaign.items}
        seen: dict[tuple[object, ...], Progress] = {}
        sums: dict[tuple[str, str, object], Decimal] = {}
        for place, entry in entries_of(atlas, home):
            yield from within(home.campaign, entry.date, entry.origin.place("date"), "entry-outside-campaign")
            yield from _group(place, entry)
            if (item := items.get(entry.item)) is None:
                guess = guesses.closest(entry.item, items)
                yield at(entry.origin.place("item"), "unknown-item", found=entry.item, guess=guess)
                continue
            yield from amount(entry.amount, item.target.value.unit, entry.origin.place("amount"))
            yield from _once(place, entry, seen)
            yield from _share(place, entry, item, sums)


def reports(atlas: Atlas) -> Iterator[Problem]:
    """Reports are of a day of their campaign, one a week from each village."""
    for home in every(atlas):
        seen: dict[tuple[str, int, int], WeeklyReport] = {}
        for who, report in reports_of(atlas, home):
            where = report.origin.place("date")
            faults = list(within(home.campaign, report.date, where, "report-outside-campaign"))
            yield from faults
            if faults or not has_days(home.campaign):
                continue
            year, week, _ = report.date.earliest().isocalendar()
            first = seen.setdefault((who, year, week), report)
            if first is not report:
                file, line, _ = first.origin.place("date")
                yield at(where, "report-twice", other=f"{file}:{line}")


def _group(place: Place, entry: Progress) -> Iterator[Problem]:
    if entry.group is not None and entry.group.id[0] != place.id:
        yield at(entry.origin.place("group"), "group-of-another-village", found=entry.group.text)


def _once(place: Place, entry: Progress, seen: dict[tuple[object, ...], Progress]) -> Iterator[Problem]:
    group = entry.group.id if entry.group is not None else None
    first = seen.setdefault((place.id, entry.date, entry.item, group), entry)
    if first is not entry:
        file, line, _ = first.origin.place()
        yield at(entry.origin.place(), "progress-twice", other=f"{file}:{line}")


def _share(
    place: Place, entry: Progress, item: CampaignItem, sums: dict[tuple[str, str, object], Decimal]
) -> Iterator[Problem]:
    """What is counted in percent cannot come to more than all."""
    if item.target.value.unit != PERCENT or not 0 <= entry.amount.value.number <= 100:
        return  # `figures` tells of that
    group = entry.group.id if entry.group is not None else None
    name = (place.id, item.id, group)
    before = sums.get(name, Decimal(0))
    sums[name] = before + entry.amount.value.number
    if before <= 100 < sums[name]:
        found = number_text(sums[name], "vi")
        yield at(entry.origin.place("amount"), "campaign-over-hundred", found=found)
