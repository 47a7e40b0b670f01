"""The roll-up of one unit on one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from village_site import campaigns
from village_site.atlas import Atlas
from village_site.dataset import Folder
from village_site.frozen import frozen
from village_site.model.criteria import CRITERIA
from village_site.model.criteria_sets import Level
from village_site.model.tallies import TALLIES, TARGETS
from village_site.model.units import Unit
from village_site.rollups.counts import Added, Counted, Owner, added, counted
from village_site.rollups.members import Members, members
from village_site.rollups.standards import Claim, Standard, claims, standards
from village_site.rollups.targets import Aim, aims


@frozen
class RollUp:
    """What a unit reports itself, and what those below it add up to; nothing stands in both.

    claims: how many of their villages reached a set, as a commune itself or those of the unit tell.
    village_standards, commune_standards: by set, who reached it.
    own: the unit's own tallies; from_villages, from_communes: equal ones of those below, added up.
    aims: the unit's own targets; aims_below: those of communes, then of villages.
    campaigns: those of the unit and of all below it, and those its villages take part in, newest first.
    """

    members: Members
    claims: tuple[Claim, ...]
    village_standards: tuple[Standard, ...]
    commune_standards: tuple[Standard, ...]
    own: tuple[Counted, ...]
    from_villages: tuple[Added, ...]
    from_communes: tuple[Added, ...]
    aims: tuple[Aim, ...]
    aims_below: tuple[Aim, ...]
    campaigns: tuple[campaigns.Standing, ...]

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.members.unit

    @property
    def day(self) -> dt.date:
        """The day it holds for."""
        return self.members.day

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to say but how many villages there are, and of campaigns."""
        told = (self.claims, self.village_standards, self.commune_standards, self.own, self.from_villages)
        return not any((*told, self.from_communes, self.aims, self.aims_below))


def rollup(atlas: Atlas, unit: Unit, day: dt.date) -> RollUp:
    """Everything below a unit as it stood on a day; nothing dated later is in it."""
    who = members(atlas, unit, day)
    folder = atlas.unit_folder(unit.id)
    below: list[tuple[Owner, Folder]] = [(one, atlas.unit_folder(one.id)) for one in who.communes]
    villages: list[tuple[Owner, Folder]] = [(place, place.folder) for place in who.places]
    return RollUp(
        members=who,
        claims=_claims(atlas, [(unit, folder)] if unit.kind.is_local else below, day),
        village_standards=_standards(atlas, Level.VILLAGE, villages, day),
        commune_standards=_standards(atlas, Level.COMMUNE, below, day),
        own=counted(unit, folder.of(TALLIES), day),
        from_villages=_added(villages, day),
        from_communes=_added(below, day),
        aims=aims(unit, folder.of(TARGETS), day),
        aims_below=tuple(
            aim for owner, one in (*below, *villages) for aim in aims(owner, one.of(TARGETS), day)
        ),
        campaigns=tuple(_campaigns(atlas, who)),
    )


def _claims(atlas: Atlas, owners: list[tuple[Owner, Folder]], day: dt.date) -> tuple[Claim, ...]:
    return claims(atlas, ((owner, one.of(CRITERIA)) for owner, one in owners), len(owners), day)


def _standards(
    atlas: Atlas, level: Level, owners: list[tuple[Owner, Folder]], day: dt.date
) -> tuple[Standard, ...]:
    looks = {owner.id: (owner, folder.of(CRITERIA)) for owner, folder in owners}
    return standards(atlas, level, looks, day)


def _added(owners: list[tuple[Owner, Folder]], day: dt.date) -> tuple[Added, ...]:
    reports = [report for owner, folder in owners for report in counted(owner, folder.of(TALLIES), day)]
    return added(reports, len(owners))


def _campaigns(atlas: Atlas, who: Members) -> Iterator[campaigns.Standing]:
    """The campaigns that began by the day, each as far as it was on it."""
    shared = {home.key for place in who.places for home in campaigns.taking_part(atlas, place)}
    begun = [home for home in campaigns.every(atlas) if campaigns.first_day(home.campaign) <= who.day]
    begun.sort(key=lambda home: (campaigns.first_day(home.campaign), home.key), reverse=True)
    for home in begun:
        if home.key in shared or _is_under(atlas, home, who.unit):
            yield campaigns.standing(atlas, home, who.day)


def _is_under(atlas: Atlas, home: campaigns.Home, unit: Unit) -> bool:
    """Whether a unit's campaign was the unit's own, or of one that stood below it when the campaign ended."""
    owner = atlas.units.get(home.folder.id)
    return owner is not None and unit in atlas.chain(owner, campaigns.last_day(home.campaign))
