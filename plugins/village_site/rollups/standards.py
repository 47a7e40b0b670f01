"""How many villages, or communes, reached each set of criteria, and how many meet each criterion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.model.criteria import Assessment, Status
from village_site.model.criteria_sets import CriteriaSet, Criterion, Level
from village_site.reckon.boards import Board, Standing, standings
from village_site.rollups.counts import Owner, is_exact, is_sample
from village_site.values import Qualifier, Quantity


@frozen
class Scored:
    """The newest look at one village or commune by the day asked for."""

    owner: Owner
    board: Board

    @property
    def illustrative(self) -> bool:
        """True for sample data."""
        return is_sample(self.owner, self.board.assessment)


@frozen
class Known:
    """One criterion: how many were assessed by it, and who of them does not meet it."""

    criterion: Criterion
    assessed: int
    unmet: tuple[Owner, ...]

    @property
    def met(self) -> int:
        """How many meet it."""
        return self.assessed - len(self.unmet)


@frozen
class Standard:
    """One set: those who reported on it, in Vietnamese order, of the members there are."""

    set: CriteriaSet
    scored: tuple[Scored, ...]
    members: int

    @property
    def reached(self) -> int:
        """How many reached the whole set."""
        return sum(one.board.reached for one in self.scored)

    @property
    def reported(self) -> int:
        """How many were assessed at all."""
        return len(self.scored)

    @property
    def illustrative(self) -> int:
        """How many of those who reported are sample data."""
        return sum(one.illustrative for one in self.scored)

    @property
    def by_criterion(self) -> tuple[Known, ...]:
        """What is known of each criterion; those known of nobody are left out."""
        found = []
        for place, criterion in enumerate(self.set.criteria):
            rows = [(one, one.board.rows[place].status) for one in self.scored]
            known = [(one, status) for one, status in rows if status is not Status.NOT_ASSESSED]
            if known:
                unmet = tuple(one.owner for one, status in known if status is not Status.MET)
                found.append(Known(criterion, len(known), unmet))
        return tuple(found)


@frozen
class Told:
    """A commune's own word on how many of its villages reached a set."""

    owner: Owner
    assessment: Assessment
    villages: Quantity


@frozen
class Claim:
    """One set that villages are scored by, as the unit and its communes tell of it."""

    set: CriteriaSet
    told: tuple[Told, ...]
    members: int

    @property
    def total(self) -> Quantity | None:
        """What several communes told, added up; None where fewer than two gave exact counts of a whole."""
        exact = [one.villages for one in self.told if is_exact(one.villages) and one.villages.of is not None]
        if len(exact) < 2:
            return None
        number, whole = sum(one.number for one in exact), sum(one.of or 0 for one in exact)
        return Quantity(Qualifier.EXACT, Decimal(number), Decimal(whole), exact[0].unit)


def claims(
    atlas: Atlas, looks: Iterable[tuple[Owner, Iterable[Assessment]]], members: int, day: dt.date
) -> tuple[Claim, ...]:
    """What communes told by the day, set by set, the newest word of each."""
    by_set: dict[str, list[Told]] = {}
    for owner, assessments in looks:
        counted = (one for one in assessments if one.villages is not None)
        for found in _by_day(atlas, counted, day):
            newest = found.newest.assessment
            if newest.villages is not None:
                by_set.setdefault(found.set.id, []).append(Told(owner, newest, newest.villages.value))
    return tuple(Claim(atlas.criteria[name], tuple(by_set[name]), members) for name in sorted(by_set))


def standards(
    atlas: Atlas, level: Level, looks: Mapping[str, tuple[Owner, Iterable[Assessment]]], day: dt.date
) -> tuple[Standard, ...]:
    """Every set of a level that any member was assessed by up to the day, the most reported first."""
    by_set: dict[str, list[Scored]] = {}
    for owner, assessments in looks.values():
        for found in _by_day(atlas, assessments, day):
            if found.set.level is level:
                by_set.setdefault(found.set.id, []).append(Scored(owner, found.newest))
    sets = sorted(by_set, key=lambda name: (-len(by_set[name]), name))
    return tuple(Standard(atlas.criteria[name], tuple(by_set[name]), len(looks)) for name in sets)


def _by_day(atlas: Atlas, assessments: Iterable[Assessment], day: dt.date) -> tuple[Standing, ...]:
    return standings(atlas, (one for one in assessments if one.date.earliest() <= day))
