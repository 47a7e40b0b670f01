"""What a record is called on its page, on its plate and in lists."""

from __future__ import annotations

from typing import Any

from village_site.catalogue import label
from village_site.homes import Home, Place
from village_site.model.documents import Document
from village_site.model.groups import Group
from village_site.model.households import Household, Side
from village_site.model.village import Village
from village_site.values import quantity_text


def name_of(home: Home, record: Any, lang: str = "vi") -> str:
    """The name of a record that is coded or searched, first letter as it stands within a sentence."""
    if isinstance(record, Village):
        return home.name
    if isinstance(record, Group):
        return f"{record.kind} {record.name}"
    if isinstance(record, Document):
        return f"{document_name(record, lang)}: {record.title.to(lang)}"
    if isinstance(record, Household) and isinstance(home, Place):
        return _house(home, record, lang)
    return str(record.name)


def document_name(document: Document, lang: str = "vi") -> str:
    """Type and number of a document: “quyết định 12/QĐ-UBND”."""
    return " ".join(filter(None, (document.type.title.to(lang), document.number)))


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
