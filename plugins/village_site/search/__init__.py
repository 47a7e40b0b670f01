"""What the search box finds: one short entry a place, so that the index stays small as villages are added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from village_site.atlas import Atlas, Commune, Place
from village_site.labels import name_of
from village_site.model.village import VILLAGE
from village_site.render import capital


@dataclass(frozen=True, slots=True)
class Entry:
    """One hit: the page's address from the site's root, its title, and further words it is found by."""

    location: str
    title: str
    text: str


def entries(atlas: Atlas) -> Iterator[Entry]:
    """Villages and communes under all their names, with the names of their searched records."""
    for commune in atlas.communes:
        yield _commune(atlas, commune)
    for place in atlas.places:
        yield _village(atlas, place)


def _commune(atlas: Atlas, commune: Commune) -> Entry:
    above = [unit.full_name for unit in commune.chain[1:]]
    former = [unit.full_name for ref in commune.unit.formed_from if (unit := atlas.unit(ref)) is not None]
    return Entry(commune.url, capital(commune.unit.full_name), ", ".join([*above, *former]))


def _village(atlas: Atlas, place: Place) -> Entry:
    where = [unit.full_name for unit in (place.seat.chain if place.seat else ())]
    former = [unit.full_name for seat in place.former_seats for unit in seat.chain]
    names = [f"{name.kind or place.village.kind} {name.name}" for name in place.village.former_names]
    within = [
        name_of(place, record)
        for kind in atlas.dataset.kinds
        if kind.searched and kind.in_village and kind is not VILLAGE
        for record in place.folder.of(kind)
    ]
    words = dict.fromkeys([*where, *names, *former, *within])
    return Entry(place.url, capital(place.name), ", ".join(words))
