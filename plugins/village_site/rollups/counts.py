"""What is counted: a unit's own tallies, and those of villages or communes below it added up.

Only exact counts of one thing are added: equal topic, name and unit, all shares or all plain numbers. Of a
share the numerators are added and the denominators; shares themselves never are, nor is a mean taken of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.tallies import Tally, Topic
from village_site.model.text import Text
from village_site.model.units import Unit
from village_site.values import FuzzyDate, Qualifier, Quantity
from village_site.vietnamese import key

Owner = Place | Unit
"""Whoever reported: a village or a commune."""
Thing = tuple[Topic, str]
"""What a tally counts: its topic and its name, folded."""


@frozen
class Counted:
    """A thing as one reporter counted it: the newest tally, then the earlier ones, newest first."""

    owner: Owner
    newest: Tally
    earlier: tuple[Tally, ...]


@frozen
class PartSum:
    """A part of what is counted; `name` is None for the rest, which no part names."""

    name: Text | None
    number: Decimal


@frozen
class Added:
    """One thing added up over those who reported it.

    total: the sum, None where nobody reported an exact count.
    parts: the parts of the sum and its rest; empty where nobody split.
    entries: who was added; `left_out`: who reported, but no exact count.
    members: how many there are that could have reported.
    """

    topic: Topic
    name: Text
    unit: str
    total: Quantity | None
    parts: tuple[PartSum, ...]
    entries: tuple[Counted, ...]
    left_out: tuple[Counted, ...]
    members: int

    @property
    def reported(self) -> int:
        """How many reported."""
        return len(self.entries) + len(self.left_out)

    @property
    def dates(self) -> tuple[FuzzyDate, FuzzyDate]:
        """The oldest and the newest date among what was reported."""
        dates = sorted((one.newest.date for one in (*self.entries, *self.left_out)), key=FuzzyDate.sort_key)
        return dates[0], dates[-1]

    @property
    def illustrative(self) -> bool:
        """True when any of it is sample data."""
        return any(is_sample(one.owner, one.newest) for one in (*self.entries, *self.left_out))


def is_sample(owner: Owner, record: Tally | object) -> bool:
    """True for sample data, and for anything of a village that is sample data itself."""
    whole = owner.village.illustrative if isinstance(owner, Place) else owner.illustrative
    return whole or bool(getattr(record, "illustrative", False))


def counted(owner: Owner, tallies: Iterable[Tally], day: dt.date) -> tuple[Counted, ...]:
    """What one reporter had counted by a day, thing by thing in the order first typed."""
    by_thing: dict[Thing, list[Tally]] = {}
    for tally in tallies:
        if tally.date.earliest() <= day:
            by_thing.setdefault(thing(tally), []).append(tally)
    found = []
    for same in by_thing.values():
        same.sort(key=lambda tally: tally.date.sort_key(), reverse=True)
        found.append(Counted(owner, same[0], tuple(same[1:])))
    return tuple(found)


def added(reports: Iterable[Counted], members: int) -> tuple[Added, ...]:
    """Equal things added up, in the order of topics, then as first met."""
    groups: dict[tuple[Thing, str, bool], list[Counted]] = {}
    for report in reports:
        total = report.newest.total.value
        groups.setdefault((thing(report.newest), key(total.unit), total.of is not None), []).append(report)
    sums = [_sum(same, members) for same in groups.values()]
    return tuple(sorted(sums, key=lambda one: Topic.members().index(one.topic)))


def thing(tally: Tally) -> Thing:
    """What a tally counts."""
    return tally.topic, key(str(tally.name))


def parts_of(tally: Tally) -> tuple[PartSum, ...]:
    """The parts of one tally and, where all of them are exact counts, its rest; empty without parts."""
    return _parts([tally]) if tally.parts else ()


def is_exact(quantity: Quantity) -> bool:
    """True for an exact count, the only thing that may be added; a percentage is none."""
    return quantity.qualifier is Qualifier.EXACT and not quantity.unit.startswith("%")


def _sum(same: Sequence[Counted], members: int) -> Added:
    first = same[0].newest
    entries = tuple(one for one in same if is_exact(one.newest.total.value))
    left_out = tuple(one for one in same if not is_exact(one.newest.total.value))
    values = [one.newest.total.value for one in entries]
    total = None
    if values:
        wholes = [value.of for value in values if value.of is not None]
        whole = sum(wholes, Decimal(0)) if wholes else None
        number = sum((value.number for value in values), Decimal(0))
        total = Quantity(Qualifier.EXACT, number, whole, values[0].unit)
    tallies = [one.newest for one in entries]
    parts = _parts(tallies) if any(tally.parts for tally in tallies) else ()
    unit = first.total.value.unit
    return Added(first.topic, first.name, unit, total, parts, entries, left_out, members)


def _parts(tallies: Sequence[Tally]) -> tuple[PartSum, ...]:
    """Equal parts added up, in the order first met; the rest last, if there is any."""
    names: dict[str, Text] = {}
    numbers: dict[str, Decimal] = {}
    for part in (part for tally in tallies for part in tally.parts):
        name = key(str(part.name))
        names.setdefault(name, part.name)
        numbers[name] = numbers.get(name, Decimal(0)) + part.number.value.number
    found = tuple(PartSum(names[name], number) for name, number in numbers.items())
    values = [tally.total.value for tally in tallies]
    values += [part.number.value for tally in tallies for part in tally.parts]
    if not all(is_exact(value) for value in values):
        return found
    rest = sum((tally.total.value.number for tally in tallies), Decimal(0)) - sum(
        numbers.values(), Decimal(0)
    )
    return (*found, PartSum(None, rest)) if rest > 0 else found
