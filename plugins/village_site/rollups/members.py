"""Who stood under a unit on a day: its villages by the commune they belonged to then, and those communes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.homes import Place, current, stands
from village_site.model.units import Unit
from village_site.vietnamese import sort_key


@frozen
class Members:
    """The villages and communes under a unit on a day, in Vietnamese order.

    `commune_of` has the commune of every village by the village's id; None where the data does not say.
    `communes` is empty for a commune, which has none below it.
    """

    unit: Unit
    day: dt.date
    places: tuple[Place, ...]
    communes: tuple[Unit, ...]
    commune_of: Mapping[str, Unit | None]

    def within(self, commune: Unit | None) -> tuple[Place, ...]:
        """The villages of one of the communes; of none for None."""
        return tuple(place for place in self.places if self.commune_of[place.id] is commune)


def day_of(atlas: Atlas, unit: Unit) -> dt.date:
    """The day a unit is looked at: its last one for a unit that is gone, else the day of the build."""
    return atlas.day if unit.until is None else min(atlas.day, unit.until.latest())


def members(atlas: Atlas, unit: Unit, day: dt.date) -> Members:
    """Who stood under the unit on that day, by the memberships that held on it."""
    places: list[Place] = []
    commune_of: dict[str, Unit | None] = {}
    for place in atlas.places:
        chain = chain_of(atlas, place, day)
        if unit in chain:
            places.append(place)
            commune_of[place.id] = next((one for one in chain if one.kind.is_local), None)
    communes = [
        one
        for one in atlas.units.values()
        if one.kind.is_local and one is not unit and stands(one, day) and unit in atlas.chain(one, day)
    ]
    communes.sort(key=lambda one: (sort_key(one.name), one.id))
    return Members(unit, day, tuple(places), tuple(communes), commune_of)


def chain_of(atlas: Atlas, place: Place, day: dt.date) -> tuple[Unit, ...]:
    """The units a village belonged to on a day, smallest first."""
    if day == atlas.day:
        return place.seat.chain if place.seat is not None else ()
    membership = current(place.village.memberships, day)
    unit = atlas.unit(membership.unit) if membership is not None else None
    return atlas.chain(unit, day) if unit is not None else ()


def unit_url(unit: Unit) -> str:
    """The address, from the site's root, of a province's or former district's page."""
    return f"don-vi/{unit.id}/"


def larger_units(atlas: Atlas) -> tuple[Unit, ...]:
    """Provinces, then districts, each in Vietnamese order: all units but communes and wards."""
    found = [unit for unit in atlas.units.values() if not unit.kind.is_local]
    return tuple(sorted(found, key=lambda unit: (bool(unit.memberships), sort_key(unit.name), unit.id)))


def former_districts(atlas: Atlas, unit: Unit) -> tuple[Unit, ...]:
    """The districts that belonged to a province and are gone, in Vietnamese order."""
    found = [
        one
        for one in larger_units(atlas)
        if one is not unit and not stands(one, atlas.day) and unit in atlas.chain(one, day_of(atlas, one))
    ]
    return tuple(found)
