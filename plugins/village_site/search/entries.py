"""From the linked data to what is searched: places with all their names, and the names within villages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Commune, Home, Place
from village_site.labels import name_of
from village_site.model.households import HOUSEHOLDS
from village_site.model.kinds import Kind
from village_site.model.roads import Road
from village_site.model.units import Unit
from village_site.model.village import VILLAGE
from village_site.render import capital
from village_site.vietnamese import nfc


@frozen
class Entry:
    """A page as the search box knows it; plain text, composed (NFC).

    location: the page's address from the site's root.
    text: where the place is and was, or the first words of a hand-written page; shown beneath the title.
    former: names the place itself bore; shown when they are what was typed.
    """

    location: str
    title: str
    text: str
    former: str = ""


def entries(atlas: Atlas, lang: str = "vi") -> Iterator[Entry]:
    """Communes, then their villages, each in Vietnamese order: of equally good hits the first is shown first.

    A commune's villages stand together: they repeat each other's words, so less has to be fetched.
    """
    for commune in atlas.communes:
        yield _commune(atlas, commune, lang)
    for place in in_order(atlas):
        yield _village(atlas, place, lang)


def in_order(atlas: Atlas) -> Iterator[Place]:
    """The villages by their communes, then those whose commune is not known."""
    for commune in atlas.communes:
        yield from commune.places
    yield from atlas.homeless


def names_within(atlas: Atlas, lang: str = "vi") -> dict[str, dict[str, str]]:
    """By a village's or commune's address: the name of each searched record, by the way to it from there."""
    kinds = [
        kind
        for kind in atlas.dataset.kinds
        if kind.searched and kind.in_village and kind not in (VILLAGE, HOUSEHOLDS)
    ]
    homes: tuple[Home, ...] = (*atlas.communes, *in_order(atlas))
    found = {
        home.url: {
            _way(kind, record): nfc(_name(home, record, lang))
            for kind in kinds
            for record in home.folder.of(kind)
        }
        for home in homes
    }
    return {url: names for url, names in found.items() if names}


def _way(kind: Kind[Any], record: Any) -> str:
    """From a home's page to a record: its anchor there, or address and anchor within the page of its list."""
    anchor = f"{kind.file_vi}-{record.id}"
    return f"{kind.file_vi}/#{anchor}" if kind.own_page else anchor


def _commune(atlas: Atlas, commune: Commune, lang: str) -> Entry:
    merged = [unit for ref in commune.unit.formed_from if (unit := atlas.unit(ref)) is not None]
    past = [atlas.chain(unit, unit.until.latest() if unit.until else atlas.day)[1:] for unit in merged]
    return Entry(
        commune.url,
        nfc(capital(commune.unit.full_name)),
        _where(commune.chain[1:], past, lang),
        nfc(", ".join(dict.fromkeys(unit.full_name for unit in merged))),
    )


def _village(atlas: Atlas, place: Place, lang: str) -> Entry:
    names = [f"{name.kind or place.village.kind} {name.name}" for name in place.village.former_names]
    events = (event for event in atlas.fates.events if event.village and event.former_name)
    names += [
        event.former_name or "" for event in events if place.id in atlas.fates.heirs(event.village or "")
    ]
    past = [seat.chain for seat in place.former_seats]
    return Entry(
        place.url,
        nfc(capital(place.name)),
        _where(place.seat.chain if place.seat else (), past, lang),
        nfc(", ".join(dict.fromkeys(names))),
    )


def _where(now: Iterable[Unit], past: Iterable[Iterable[Unit]], lang: str) -> str:
    """The units a place belongs to and, after them, those it belonged to and no longer does."""
    present = dict.fromkeys(unit.full_name for unit in now)
    former = dict.fromkeys(unit.full_name for chain in past for unit in chain)
    parts = [", ".join(present)]
    if gone := [name for name in former if name not in present]:
        parts.append(label("search-formerly-of", lang, units=", ".join(gone)))
    return nfc(" · ".join(filter(None, parts)))


def _name(home: Home, record: object, lang: str) -> str:
    name = capital(name_of(home, record, lang))
    if isinstance(record, Road) and record.former_names:
        former = ", ".join(dict.fromkeys(entry.name for entry in record.former_names))
        return label("search-formerly", lang, name=name, former=former)
    return name
