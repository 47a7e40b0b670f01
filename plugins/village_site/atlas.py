"""The data linked for one day: who belongs where, what each place is called, which code opens what.

Everything that depends on the day of the build is decided here, so that pages, cards and search agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from village_site.codes.alphabet import parse_code
from village_site.codes.fates import Fates
from village_site.codes.register import Issued
from village_site.dataset import Dataset, Folder, VillageFolder
from village_site.homes import Commune, Home, Place, Seat, current, stands
from village_site.model.criteria_sets import CriteriaSet
from village_site.model.declare import Record
from village_site.model.events import CodeEvent
from village_site.model.kinds import Kind
from village_site.model.roads import ROADS, Road
from village_site.model.shapes import Ref
from village_site.model.site import SourceRecord
from village_site.model.units import Unit
from village_site.model.village import VILLAGE, Membership
from village_site.privacy.consents import only_consented
from village_site.vietnamese import sort_key

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Coded:
    """A code and what it stands for; `record` is None for a code whose record is gone.

    `primary` is False for a further code of a record that already has one, as two branches may issue.
    `event` says what became of a code without record; None means that nobody has said, an orphan.
    """

    code: str
    kind: Kind[Any]
    place: Place | None
    record: Record | None
    primary: bool = True
    event: CodeEvent | None = None


class Atlas:
    """The linked data of one day."""

    def __init__(self, dataset: Dataset, day: dt.date) -> None:
        consented = only_consented(dataset)
        self.dataset = dataset = consented.dataset
        self.permits = consented.permits
        self.withheld = consented.withheld
        self.day = day
        self.fates = Fates(dataset.events)
        self._coded: tuple[Coded, ...] | None = None
        self._known: dict[tuple[str | None, str], dict[str, Record]] = {}
        self.units = {unit.id: unit for unit in dataset.units}
        self.criteria: dict[str, CriteriaSet] = {entry.id: entry for entry in dataset.criteria}
        self.sources: dict[str, SourceRecord] = {entry.id: entry for entry in dataset.sources}
        self._roads: dict[tuple[str | None, str], Road] = {
            (folder.id, road.id): road for folder in dataset.villages for road in folder.of(ROADS)
        }
        self.places = tuple(
            sorted(
                (self._place(folder) for folder in dataset.villages), key=lambda p: (sort_key(p.name), p.id)
            )
        )
        self.by_id = {place.id: place for place in self.places}
        self.communes = self._communes()

    def unit(self, ref: Ref) -> Unit | None:
        """The unit a reference means."""
        return self.units.get(ref.text)

    def unit_folder(self, unit: str) -> Folder:
        """The lists of a unit's own folder; empty for a unit without one."""
        return self.dataset.unit_folders.get(unit) or Folder(unit, {})

    @cached_property
    def homes(self) -> tuple[Home, ...]:
        """Every commune that stands, then every village."""
        return (*self.communes, *self.places)

    @cached_property
    def folders(self) -> tuple[Folder, ...]:
        """Every folder that holds lists: those of units, of today or gone, then those of villages."""
        return (*self.dataset.unit_folders.values(), *(place.folder for place in self.places))

    @cached_property
    def homeless(self) -> tuple[Place, ...]:
        """Villages whose present commune is not known, or has no page because its dates do not hold today."""
        listed = {place.id for commune in self.communes for place in commune.places}
        return tuple(place for place in self.places if place.id not in listed)

    def home(self, name: str | None) -> Home | None:
        """The village of an id, or else the commune that stands."""
        return self._homes.get(name or "")

    @cached_property
    def _homes(self) -> dict[str, Home]:
        return {home.id: home for home in self.homes}

    def record(self, ref: Ref | None, kind: Kind[R]) -> R | None:
        """The record of a kind that a reference means, in a village's folder or else in a unit's."""
        if ref is None:
            return None
        home, name = ref.id
        known = self._known.get((home, kind.name))
        if known is None:
            place = self.by_id.get(home or "")
            folder = place.folder if place is not None else self.unit_folder(home or "")
            records: tuple[Any, ...] = folder.of(kind)
            known = {record.id: record for record in reversed(records)}  # the first of an id typed twice
            self._known[home, kind.name] = known
        return cast("R | None", known.get(name))

    def chain(self, unit: Unit, day: dt.date) -> tuple[Unit, ...]:
        """A unit and the units above it on a day, smallest first; stops where the data is silent."""
        found = [unit]
        while len(found) < 8 and (above := current(found[-1].memberships, day)) is not None:
            parent = self.unit(above.unit)
            if parent is None or parent in found:
                break
            found.append(parent)
        return tuple(found)

    def coded(self) -> tuple[Coded, ...]:
        """Every code ever issued, by village and record in the order typed, then those without a record.

        A code beside a record opens that record; so does one that the register and the events give it,
        whether or not the line beside the record is still there.
        """
        if self._coded is None:
            self._coded = tuple(self._find_coded())
        return self._coded

    def _find_coded(self) -> Iterable[Coded]:
        register = self.dataset.register.by_code
        issued_for = self.fates.codes_by_record(self.dataset.register)
        typed = {code_of(record) for place in self.places for _, record in self._records(place)}
        seen: set[str] = set()
        for place in self.places:
            for kind, record in self._records(place):
                own = code_of(record)
                known = issued_for.get((kind.name, record_key(place.folder, kind, record)), ())
                codes = [*([own] if own else []), *(code for code in known if code not in typed)]
                for rank, code in enumerate(code for code in codes if not self.fates.is_retired(code)):
                    yield Coded(code, kind, place, record, primary=rank == 0)
                    seen.add(code)
        kinds = {kind.name: kind for kind in self.dataset.kinds}
        for code, issued in sorted(register.items()):
            if code not in seen and issued.kind in kinds:  # a check tells of the others
                yield self._gone(issued, kinds[issued.kind])

    def _records(self, place: Place) -> Iterable[tuple[Kind[Any], Any]]:
        return coded_records(place.folder, self.dataset.kinds)

    def _gone(self, issued: Issued, kind: Kind[Any]) -> Coded:
        """A code without a record: what became of it, and the village that answers for it now."""
        event = self.fates.of_code(issued.code) or self.fates.of_village(issued.village)
        villages = [target.text.partition("/")[0] for target in event.to] if event else []
        for village in (*villages, issued.village, *self.fates.heirs(issued.village)):
            if (place := self.by_id.get(village)) is not None:
                return Coded(issued.code, kind, place, None, event=event)
        return Coded(issued.code, kind, None, None, event=event)

    def _seat(self, membership: Membership, day: dt.date) -> Seat:
        unit = self.unit(membership.unit)
        return Seat(self.chain(unit, day) if unit is not None else (), membership)

    def _place(self, folder: VillageFolder) -> Place:
        memberships = folder.village.memberships
        now = current(memberships, self.day)
        former = tuple(
            self._seat(membership, membership.until.latest())
            for membership in reversed(memberships)
            if membership is not now and membership.until is not None and membership.until.latest() < self.day
        )
        seat = self._seat(now, self.day) if now is not None else None
        commune = seat.local if seat else None
        report_to = commune.report_to if commune is not None else None
        return Place(folder, seat, former, report_to or self.dataset.site.report_to, self._roads)

    def _communes(self) -> tuple[Commune, ...]:
        by_unit: dict[str, list[Place]] = {}
        for place in self.places:
            if place.commune is not None:
                by_unit.setdefault(place.commune.id, []).append(place)
        communes = [
            Commune(
                unit, self.chain(unit, self.day), tuple(by_unit.get(unit.id, ())), self.unit_folder(unit.id)
            )
            for unit in self.units.values()
            if unit.kind.is_local and stands(unit, self.day)
        ]
        return tuple(sorted(communes, key=lambda c: (sort_key(c.unit.name), c.unit.id)))


def coded_records(folder: VillageFolder, kinds: tuple[Kind[Any], ...]) -> Iterable[tuple[Kind[Any], Any]]:
    """The village's records that have or should have a code, in the order of kinds and of typing."""
    for kind in kinds:
        if not kind.coded:
            continue
        if kind is VILLAGE:
            yield kind, folder.village
        else:
            for record in folder.of(kind):
                yield kind, record


def code_of(record: Any) -> str | None:
    """The record's code when one is typed and valid."""
    return parse_code(record.code) if record.code else None


def record_key(folder: VillageFolder, kind: Kind[Any], record: Any) -> str:
    """How the register names a record: `village/id`, or the village alone."""
    return folder.id if kind is VILLAGE else f"{folder.id}/{record.id}"
