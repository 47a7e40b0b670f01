"""What there is to see on a village's map: what its file draws, and places that say where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from village_site.geo.drawing import Item
from village_site.geo.features import Feature, point
from village_site.homes import Place
from village_site.labels import name_of
from village_site.model.places import PLACES, PublicPlace
from village_site.model.roads import ROADS, Road
from village_site.render import capital
from village_site.tongues import quantity_in

OPENED = {ROADS.name: ROADS, PLACES.name: PLACES}
"""The kinds of record that a map shows. Households are on none."""

Record = Road | PublicPlace
Href = Callable[[str, Record], str]
"""From a kind's name and a record to an address."""


def features(place: Place) -> Iterator[tuple[Feature, Record]]:
    """The features of the village's map with their records, those of the file first."""
    known: dict[str, dict[str, Record]] = {
        ROADS.name: dict(place.roads),
        PLACES.name: {one.id: one for one in place.folder.of(PLACES)},
    }
    drawn: set[tuple[str, str]] = set()
    for feature in place.folder.map:
        for kind in (feature.kind,) if feature.kind in known else known:
            if (record := known[kind].get(feature.ref)) is not None and (kind, feature.ref) not in drawn:
                drawn.add((kind, feature.ref))
                yield replace(feature, kind=kind), record
                break
    for one in place.folder.of(PLACES):
        if one.location is not None and (PLACES.name, one.id) not in drawn:
            yield point(PLACES.name, one.id, one.location), one


def road_line(place: Place, road: str) -> Feature | None:
    """The line of a road, from its start to its end; None where the map has none."""
    lines = (feature for feature in place.folder.map if feature.ref == road and feature.kind != PLACES.name)
    return next((line for line in lines if len(line.line) > 1), None)


def items(place: Place, href: Href, lang: str = "vi") -> list[Item]:
    """What is drawn and listed; of a place also what it serves as."""
    return [
        Item(
            feature,
            capital(name_of(place, record, lang)),
            href(feature.kind, record),
            _note(record, lang),
            record.illustrative or place.village.illustrative,
            _length(record, lang),
        )
        for feature, record in features(place)
    ]


def _note(record: Record, lang: str) -> str:
    if isinstance(record, Road):
        return ""
    return ", ".join(kind.title.to(lang) for kind in (record.kind, *record.also))


def mapped(place: Place) -> frozenset[str]:
    """The entries that the map shows, by their anchors on the village's page: `duong-truc-thon`."""
    return frozenset(f"{OPENED[feature.kind].file_vi}-{feature.ref}" for feature, _ in features(place))


def _length(record: Record, lang: str) -> str:
    """What was typed of a road's length; a drawing is never better."""
    if not isinstance(record, Road) or record.length is None:
        return ""
    return quantity_in(record.length.value, lang)
