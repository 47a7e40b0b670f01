"""Villages and communes as they stand on a day, with the units above them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from village_site.dataset import Folder, VillageFolder
from village_site.frozen import frozen
from village_site.model.groups import GROUPS, Group
from village_site.model.roads import ROADS, Road
from village_site.model.shapes import Ref
from village_site.model.text import Text
from village_site.model.units import Unit
from village_site.model.village import Membership, Village
from village_site.values import FuzzyDate


@frozen
class Seat:
    """The units a village (or unit) belongs to at a time, smallest first, and on what authority."""

    chain: tuple[Unit, ...]
    membership: Membership

    @property
    def local(self) -> Unit | None:
        """The commune or ward, if it is known."""
        return self.chain[0] if self.chain and self.chain[0].kind.is_local else None


@dataclass(frozen=True)
class Place:
    """A village as it stands on the day of the build."""

    folder: VillageFolder
    seat: Seat | None
    former_seats: tuple[Seat, ...]
    report_to: Text
    all_roads: Mapping[tuple[str | None, str], Road] = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        """The village's id."""
        return self.folder.id

    @property
    def village(self) -> Village:
        """The village's own record."""
        return self.folder.village

    @property
    def commune(self) -> Unit | None:
        """The commune or ward it belongs to now."""
        return self.seat.local if self.seat else None

    @cached_property
    def name(self) -> str:
        """Kind and name as one says them: “thôn Nam Bắc Thành”."""
        return f"{self.village.kind} {self.village.name}"

    @cached_property
    def url(self) -> str:
        """The village page's address from the site's root."""
        return f"thon/{self.id}/"

    @cached_property
    def roads(self) -> dict[str, Road]:
        """Roads by id."""
        return {road.id: road for road in self.folder.of(ROADS)}

    def road(self, ref: Ref) -> Road | None:
        """The road a reference means, in this village or in another."""
        return self.all_roads.get(ref.id)

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Groups by id."""
        return {group.id: group for group in self.folder.of(GROUPS)}


@dataclass(frozen=True)
class Commune:
    """A commune or ward that stands on the day of the build, with its villages in Vietnamese order."""

    unit: Unit
    chain: tuple[Unit, ...]
    places: tuple[Place, ...]
    folder: Folder

    @property
    def id(self) -> str:
        """The unit's id."""
        return self.unit.id

    @property
    def name(self) -> str:
        """Kind and name as one says them: “xã Cẩm Bình”."""
        return self.unit.full_name

    @property
    def url(self) -> str:
        """The commune page's address from the site's root."""
        return f"xa/{self.unit.id}/"


Home = Place | Commune
"""What has lists of records and a page of its own to show them."""


def current(memberships: tuple[Membership, ...], day: dt.date) -> Membership | None:
    """The membership that holds on a day; the last typed one where several might."""
    for membership in reversed(memberships):
        if _covers(membership.since, membership.until, day):
            return membership
    return None


def stands(unit: Unit, day: dt.date) -> bool:
    """True when the unit exists on a day."""
    return _covers(unit.since, unit.until, day)


def _covers(since: FuzzyDate | None, until: FuzzyDate | None, day: dt.date) -> bool:
    return (since is None or since.earliest() <= day) and (until is None or day <= until.latest())
