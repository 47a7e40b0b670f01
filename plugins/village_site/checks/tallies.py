"""Tallies and targets that cannot be: parts beyond their total, two counts of one day, units that differ."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from village_site.atlas import Atlas
from village_site.model.tallies import TALLIES, TARGETS, Tally, Target, Topic
from village_site.problems import Level, Problem, at
from village_site.rollups.counts import is_exact, thing
from village_site.rollups.targets import comparable
from village_site.values import date_text, number_text
from village_site.vietnamese import closest, key


def unit_folders(atlas: Atlas) -> Iterator[Problem]:
    """A folder of `_units/` is named after a unit; its first record's file is the place told."""
    for name, folder in atlas.dataset.unit_folders.items():
        if atlas.dataset.may_hold("unit", None, name):
            continue
        first = next((record for records in folder.records.values() for record in records), None)
        if first is not None:
            where = (first.origin.file, 1, 1)
            yield at(where, "unit-folder-unknown", found=name, guess=closest(name, atlas.units) or "")


def tallies(atlas: Atlas) -> Iterator[Problem]:
    """A total and its parts are counts of one thing, and one day has one count of it."""
    for folder in atlas.folders:
        typed = folder.of(TALLIES)
        for tally in typed:
            yield from _parts(tally)
        yield from _twice(typed)
        yield from _mixed_units(typed)


def targets(atlas: Atlas) -> Iterator[Problem]:
    """A target and what was reached can be compared."""
    for folder in atlas.folders:
        for target in folder.of(TARGETS):
            yield from _target(target)


def _parts(tally: Tally) -> Iterator[Problem]:
    """Parts count what the total counts, and come to no more than it; what is missing is the rest."""
    total = tally.total.value
    for part in tally.parts:
        number = part.number.value
        if number.unit and key(number.unit) != key(total.unit):
            params = {"found": number.unit, "unit": total.unit or "—"}
            yield at(part.number.origin.place("value"), "part-unit", **params)
            return
    numbers = [part.number.value for part in tally.parts]
    found = sum((number.number for number in numbers), Decimal(0))
    if found > total.number and all(is_exact(number) for number in (total, *numbers)):
        params = {"found": number_text(found, "vi"), "total": number_text(total.number, "vi")}
        over = number_text(found - total.number, "vi")
        yield at(tally.origin.place("parts"), "parts-above-total", over=over, **params)


def _twice(typed: tuple[Tally, ...]) -> Iterator[Problem]:
    seen: dict[tuple[tuple[Topic, str], str], Tally] = {}
    for tally in typed:
        date = date_text(tally.date, "vi")
        first = seen.setdefault((thing(tally), date), tally)
        if first is not tally:
            file, line, _ = first.origin.place()
            params = {"found": str(tally.name), "date": date, "other": f"{file}:{line}"}
            yield at(tally.origin.place("date"), "tally-twice", **params)


def _mixed_units(typed: tuple[Tally, ...]) -> Iterator[Problem]:
    """One thing is counted in one unit through the years, or nobody can compare them."""
    seen: dict[tuple[Topic, str], Tally] = {}
    for tally in typed:
        first = seen.setdefault(thing(tally), tally)
        unit, before = tally.total.value.unit, first.total.value.unit
        if key(unit) != key(before):
            file, line, _ = first.origin.place("total")
            params = {"found": unit or "—", "unit": before or "—", "other": f"{file}:{line}"}
            yield at(tally.origin.place("total"), "tally-unit", **params)


def _target(target: Target) -> Iterator[Problem]:
    for figure in target.reached:
        if comparable(target.target.value, figure.value)[0] is None:
            params = {"found": figure.value.unit or "—", "unit": target.target.value.unit or "—"}
            yield at(figure.origin.place("value"), "reached-unit", Level.WARNING, **params)
