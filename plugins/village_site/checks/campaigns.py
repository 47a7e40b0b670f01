"""A campaign makes sense in itself: its days, its items, and the split of its targets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from village_site.atlas import Atlas
from village_site.campaigns import Home, every, first_day, last_day
from village_site.model.campaigns import Campaign, CampaignItem, VillageTarget
from village_site.model.common import Figure
from village_site.model.declare import Record
from village_site.problems import Level, Problem, Where, at
from village_site.values import DateQualifier, FuzzyDate, Qualifier, date_text, number_text
from village_site.vietnamese import key

LONGEST_DAYS = 366
"""Nobody keeps a campaign up for longer; a mistyped year would make a page of thousands of weeks."""


def campaigns(atlas: Atlas) -> Iterator[Problem]:
    """Campaigns that can be followed: days known, items told apart, targets that add up."""
    for home in every(atlas):
        campaign = home.campaign
        yield from _period(campaign)
        yield from _themes(campaign)
        yield from _items(home)


def full_day(date: FuzzyDate, where: Where) -> Iterator[Problem]:
    """A date that is to count days must be one."""
    if date.day is None or date.qualifier is not DateQualifier.EXACT:
        yield at(where, "campaign-full-day", found=date_text(date, "vi"))


def within(campaign: Campaign, date: FuzzyDate, where: Where, code: str) -> Iterator[Problem]:
    """A day that must lie within the campaign; one that is no full day says so."""
    if faults := list(full_day(date, where)):
        yield from faults
    elif has_days(campaign) and not first_day(campaign) <= date.earliest() <= last_day(campaign):
        yield at(where, code, found=date_text(date, "vi"), **_ends(campaign))


def has_days(campaign: Campaign) -> bool:
    """True when its first and last day are known and in order."""
    return not list(_period(campaign)) and first_day(campaign) <= last_day(campaign)


def amount(figure: Figure, unit: str, where: Where) -> Iterator[Problem]:
    """An amount that can be added up: a plain number in the item's unit. `figures` looks at the number."""
    value = figure.value
    if value.qualifier is not Qualifier.EXACT or value.of is not None:
        yield at(where, "campaign-amount-vague")
    if value.unit and key(value.unit) != key(unit):
        yield at(where, "wrong-unit", found=value.unit, allowed=unit)


def _period(campaign: Campaign) -> Iterator[Problem]:
    """Full days, and not too many; `sense.spans` sees to their order."""
    since, until = campaign.origin.place("since"), campaign.origin.place("until")
    faults = [*full_day(campaign.since, since), *full_day(campaign.until, until)]
    yield from faults
    if not faults and last_day(campaign) - first_day(campaign) >= dt.timedelta(days=LONGEST_DAYS):
        days = (last_day(campaign) - first_day(campaign)).days + 1
        yield at(until, "campaign-too-long", found=str(days), limit=str(LONGEST_DAYS))


def _themes(campaign: Campaign) -> Iterator[Problem]:
    for theme in campaign.themes:
        since, until = theme.origin.place("since"), theme.origin.place("until")
        faults = [
            *within(campaign, theme.since, since, "theme-outside-campaign"),
            *within(campaign, theme.until, until, "theme-outside-campaign"),
        ]
        yield from faults
        if not faults and theme.until.latest() < theme.since.earliest():
            yield at(until, "ends-before-it-begins")


def _items(home: Home) -> Iterator[Problem]:
    seen: dict[str, CampaignItem] = {}
    for item in home.campaign.items:
        first = seen.setdefault(item.id, item)
        if first is not item:
            file, line, _ = first.origin.place("id")
            yield at(item.origin.place("id"), "id-twice", found=item.id, other=f"{file}:{line}")
        unit, where = item.target.value.unit, item.origin.place("target")
        if not unit:
            yield at(where, "campaign-no-unit")
        elif item.target.value.number == 0:
            yield at(where, "campaign-target-zero")
        yield from amount(item.target, unit, where)
        yield from _split(item)


def _split(item: CampaignItem) -> Iterator[Problem]:
    """What the villages, and in each the groups, take on: in the item's unit, each once, adding up."""
    unit = item.target.value.unit
    for part in item.villages:
        yield from amount(part.target, unit, part.origin.place("target"))
        for one in part.groups:
            yield from amount(one.target, unit, one.origin.place("target"))
        yield from _each_once([(one.group.id, one) for one in part.groups], "group")
        yield from _of_village(part)
        yield from _adds_up(part, part.target, [one.target for one in part.groups], "split-groups", unit)
    yield from _each_once([(part.village.id, part) for part in item.villages], "village")
    yield from _adds_up(item, item.target, [part.target for part in item.villages], "split-villages", unit)


def _of_village(part: VillageTarget) -> Iterator[Problem]:
    for one in part.groups:
        village, _ = one.group.id
        if village is not None and "/" in one.group.text and village != part.village.id[1]:
            yield at(one.origin.place("group"), "group-of-another-village", found=one.group.text)


def _each_once(parts: Sequence[tuple[object, Record]], field: str) -> Iterator[Problem]:
    seen: dict[object, Record] = {}
    for name, one in parts:
        first = seen.setdefault(name, one)
        if first is not one:
            file, line, _ = first.origin.place(field)
            yield at(one.origin.place(field), "split-twice", other=f"{file}:{line}")


def _adds_up(
    whole: CampaignItem | VillageTarget, target: Figure, parts: Sequence[Figure], code: str, unit: str
) -> Iterator[Problem]:
    """A split that comes to something else is told with the difference; the totals stay as typed."""
    total, wanted = sum((one.value.number for one in parts), Decimal(0)), target.value.number
    if parts and total != wanted:
        shown = {"sum": total, "target": wanted, "difference": abs(total - wanted)}
        params = {name: f"{number_text(number, 'vi')} {unit}" for name, number in shown.items()}
        over = "over" if total > wanted else "short"
        yield at(whole.origin.place("target"), f"{code}-{over}", Level.WARNING, **params)


def _ends(campaign: Campaign) -> dict[str, str]:
    return {"first": date_text(campaign.since, "vi"), "last": date_text(campaign.until, "vi")}
