"""What was done of each target by a day: of the whole, of each village, of each group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from village_site.atlas import Atlas
from village_site.campaigns.find import Home, entries_of, first_day, last_day, reports_of
from village_site.campaigns.weeks import Week, weeks
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.campaigns import Campaign, CampaignItem, Progress, VillageTarget

Sums = Mapping[tuple[str, str, str | None], Decimal]
"""Amounts by item, village and group; under the group None is all of the village, with a group or without."""


@frozen
class Share:
    """What was done of a target, in the item's unit. `target` is None where none was set."""

    done: Decimal
    target: Decimal | None
    unit: str

    @property
    def ratio(self) -> Decimal | None:
        """Done through target, 1 is all of it and more is more; None without a target."""
        return self.done / self.target if self.target else None

    @property
    def reached(self) -> bool:
        """True when there is a target and all of it is done."""
        return bool(self.target) and self.target is not None and self.done >= self.target


@frozen
class GroupStanding:
    """One group's part of an item; `group` is its id within the village."""

    group: str
    share: Share


@frozen
class VillageStanding:
    """One village's part of an item. What was entered without a group counts for the village alone."""

    village: str
    share: Share
    groups: tuple[GroupStanding, ...]


@frozen
class ItemStanding:
    """One item: the whole, then village by village in the campaign's order, then others that took part."""

    item: CampaignItem
    share: Share
    villages: tuple[VillageStanding, ...]

    def of(self, village: str) -> VillageStanding | None:
        """A village's part."""
        return next((one for one in self.villages if one.village == village), None)


@dataclass(frozen=True)
class Standing:
    """A campaign on a day. `villages` take part, `acting` are those of them that entered anything by then;
    of the others nothing is known. `illustrative` when any figure is made up."""

    home: Home
    day: dt.date
    items: tuple[ItemStanding, ...]
    weeks: tuple[Week, ...]
    villages: tuple[str, ...]
    acting: frozenset[str]
    illustrative: bool

    @property
    def campaign(self) -> Campaign:
        """The campaign."""
        return self.home.campaign

    @cached_property
    def days(self) -> int:
        """How many days it spans, its first and last day included."""
        return (last_day(self.campaign) - first_day(self.campaign)).days + 1

    @cached_property
    def days_gone(self) -> int:
        """How many of its days have begun; 0 before it, all of them after it."""
        return max(0, min(self.days, (self.day - first_day(self.campaign)).days + 1))

    @property
    def is_running(self) -> bool:
        """True from its first day on and before its last, on which it is done."""
        return 0 < self.days_gone < self.days

    @property
    def last_due(self) -> Week | None:
        """The last week whose report was due by the day."""
        return next((week for week in reversed(self.weeks) if week.due <= self.day), None)


def standing(atlas: Atlas, home: Home, day: dt.date) -> Standing:
    """How far a campaign is at the end of a day."""
    entries = [(place, entry) for place, entry in entries_of(atlas, home) if entry.date.latest() <= day]
    reports = reports_of(atlas, home)
    sent = [(who, report.date.latest()) for who, report in reports]
    parts = [part for item in home.campaign.items for part in item.villages]
    acting = dict.fromkeys(place.id for place, _ in entries)
    villages = dict.fromkeys([*(part.village.id[1] for part in parts), *acting])
    if home.folder.id in atlas.by_id:
        villages |= {home.folder.id: None}
    sums, groups = _added(entries)
    flags = (one.illustrative for one in parts), (entry.illustrative for _, entry in entries)
    return Standing(
        home,
        day,
        tuple(_item(item, tuple(villages), sums, groups) for item in home.campaign.items),
        tuple(weeks(home.campaign, day, tuple(villages), sent)),
        tuple(villages),
        frozenset(acting),
        home.campaign.illustrative or any(flag for some in flags for flag in some),
    )


def added(atlas: Atlas, home: Home, first: dt.date, last: dt.date) -> Sums:
    """What was entered for the days from `first` to `last`, by item, village and group."""
    return _added(
        (place, entry) for place, entry in entries_of(atlas, home) if first <= entry.date.latest() <= last
    )[0]


def rank(groups: Iterable[GroupStanding]) -> tuple[GroupStanding, ...]:
    """Groups by the share of their target they have done, the furthest first; those without a target last."""
    return tuple(
        sorted(groups, key=lambda one: one.share.ratio if one.share.ratio is not None else -1, reverse=True)
    )


def _added(
    entries: Iterable[tuple[Place, Progress]],
) -> tuple[dict[tuple[str, str, str | None], Decimal], dict[tuple[str, str], dict[str, None]]]:
    """The sums, and which groups entered anything by item and village, in the order of typing."""
    sums: dict[tuple[str, str, str | None], Decimal] = {}
    groups: dict[tuple[str, str], dict[str, None]] = {}
    for place, entry in entries:
        number = entry.amount.value.number
        group = entry.group.id[1] if entry.group is not None else None
        for name in dict.fromkeys((None, group)):
            key = (entry.item, place.id, name)
            sums[key] = sums.get(key, Decimal(0)) + number
        if group is not None:
            groups.setdefault((entry.item, place.id), {})[group] = None
    return sums, groups


def _item(
    item: CampaignItem,
    villages: tuple[str, ...],
    sums: Sums,
    groups: Mapping[tuple[str, str], Mapping[str, None]],
) -> ItemStanding:
    parts = {part.village.id[1]: part for part in item.villages}
    found = tuple(
        _village(item, village, parts.get(village), sums, groups.get((item.id, village), {}))
        for village in villages
        if village in parts or (item.id, village, None) in sums
    )
    done = sum((one.share.done for one in found), Decimal(0))
    target = item.target.value
    return ItemStanding(item, Share(done, target.number, target.unit), found)


def _village(
    item: CampaignItem, village: str, part: VillageTarget | None, sums: Sums, acting: Mapping[str, None]
) -> VillageStanding:
    def share(group: str | None, target: Decimal | None) -> Share:
        return Share(sums.get((item.id, village, group), Decimal(0)), target, item.target.value.unit)

    targets = {one.group.id[1]: one.target.value.number for one in part.groups} if part else {}
    return VillageStanding(
        village,
        share(None, part.target.value.number if part else None),
        tuple(GroupStanding(group, share(group, targets.get(group))) for group in {**targets, **acting}),
    )
