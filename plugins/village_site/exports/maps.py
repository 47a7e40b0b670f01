"""Maps as GeoJSON: a file for each village that has one, and all places of the site in one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from village_site.atlas import Atlas
from village_site.exports.homes import whole_address
from village_site.files import write_new
from village_site.geo.drawing import Item
from village_site.homes import Place
from village_site.model.places import PLACES
from village_site.reckon.maps import OPENED, Record, items


def map_path(place: Place) -> str:
    """Where a village's file is, from the site's root."""
    return f"{place.url}ban-do.geojson"


def write_maps(atlas: Atlas, site: Path) -> None:
    """Writes the file of every village of which there is anything to see on a map."""
    for place in atlas.places:
        if found := _items(atlas, place):
            from village_site.geo.writing import geojson  # most sites have no map

            path = site / map_path(place)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(str(path), geojson(found))


def all_places(atlas: Atlas) -> str:
    """The public places of every village that say where they are; ids begin with the village's."""
    from village_site.geo.writing import geojson

    found = (
        (place, item)
        for place in atlas.places
        for item in _items(atlas, place)
        if item.feature.kind == PLACES.name
    )
    return geojson(_within(place, item) for place, item in found)


def _items(atlas: Atlas, place: Place) -> list[Item]:
    def address(kind: str, record: Record) -> str:
        return whole_address(atlas, f"{place.url}#{OPENED[kind].file_vi}-{record.id}")

    return items(place, address)


def _within(place: Place, item: Item) -> Item:
    """An item by a name that no other village has."""
    feature = replace(item.feature, ref=f"{place.id}/{item.feature.ref}")
    return replace(item, feature=feature)
