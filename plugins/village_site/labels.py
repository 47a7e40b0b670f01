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
    road = place.roads.get(house.road.id[1])
    street = road.name if road is not None else ""
    if house.number is not None:
        return ", ".join(filter(None, (label("house-number", lang, number=house.number), street)))
    parts = [label("house", lang)]
    if house.side is Side.END:
        parts.append(label("house-at-end", lang, road=street))
    elif house.distance is not None:
        if house.side is not None:
            parts[0] = f"{parts[0]} {house.side.title.to(lang)}"
        distance = quantity_text(house.distance.value, lang)
        parts.append(label("house-from-start", lang, road=street, distance=distance))
    else:
        where = f"{house.side.title.to(lang)} " if house.side is not None else ""
        parts[0] = f"{parts[0]} {where}{street}" if where else f"{parts[0]} {label('on', lang)} {street}"
    if house.near is not None:
        parts.append(label("house-near", lang, near=house.near.to(lang)))
    return ", ".join(parts)
