"""What a coded record is called on its page, on its plate and in lists."""

from __future__ import annotations

from typing import Any

from village_site.atlas import Place
from village_site.catalogue import label
from village_site.model.groups import Group
from village_site.model.households import Household, Side
from village_site.model.village import Village
from village_site.values import quantity_text


def name_of(place: Place, record: Any, lang: str = "vi") -> str:
    """The name of a coded record, first letter as it stands within a sentence."""
    if isinstance(record, Village):
        return place.name
    if isinstance(record, Group):
        return f"{record.kind} {record.name}"
    if isinstance(record, Household):
        return _house(place, record, lang)
    return str(record.name)


def _house(place: Place, house: Household, lang: str) -> str:
    """“Số 12, Đường Trục thôn 2”, or where a house without a number stands on its road."""
    road = place.road(house.road)
    street = road.name if road is not None else ""
    if house.number is not None:
        return ", ".join(filter(None, (label("house-number", lang, number=house.number), street)))
    parts = [label(f"house-{house.side.name.lower()}" if house.side else "house", lang, road=street)]
    if house.distance is not None:
        distance = quantity_text(house.distance.value, lang)
        parts.append(label("house-from-start", lang, road=street, distance=distance))
    elif house.side is not Side.END:
        parts[0] = f"{parts[0]} {label('house-on', lang, road=street)}"
    if house.near is not None:
        parts.append(label("house-near", lang, near=house.near.to(lang)))
    return ", ".join(parts)
