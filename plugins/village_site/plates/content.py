"""What stands on the plate of a record, in Vietnamese: few words, number or name first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any
from unicodedata import normalize

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.codes.alphabet import shown
from village_site.domains import is_reserved
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.labels import name_of
from village_site.model.groups import Group
from village_site.model.households import Household, Side
from village_site.model.places import PublicPlace
from village_site.model.roads import Road
from village_site.model.village import Village
from village_site.plates.domain import shown_domain
from village_site.problems import Where
from village_site.render import capital
from village_site.values import quantity_text
from village_site.vietnamese import fold

OWN = ("eyebrow", "lead", "detail", "street", "place", "code")
COMMON = ("domain", "scan", "asks", "sample")
"""The lines a template may use: a plate's own and those that all share. `kit.typ` says what each is for."""

_Found = dict[str, tuple[str, Any, str]]
"""For each line its text, the record it comes from and that record's field."""


@frozen
class Line:
    """A line of a plate, and where its words were typed; None where they are ours."""

    text: str
    where: Where | None


@frozen
class Plate:
    """A plate to be printed. `code` is without hyphen; `name` is what lists call the record."""

    code: str
    kind: str
    village: str
    name: str
    lines: dict[str, Line]


def plates(
    atlas: Atlas, villages: Collection[str], kinds: Collection[str], codes: Collection[str] | None
) -> Iterator[Plate]:
    """The plates of records that have a code, in the order of villages, kinds and typing; an empty collection
    of villages or kinds means all of them."""
    common = _common(atlas)
    for coded in atlas.coded():
        place, record = coded.place, coded.record
        if place is None or record is None or not coded.primary or not coded.kind.printed:
            continue
        if (villages and place.id not in villages) or (kinds and coded.kind.name not in kinds):
            continue
        if codes is None or coded.code in codes:
            lines = _lines(place, record) | common
            lines["code"] = Line(shown(coded.code), record.origin.place("code"))
            yield Plate(coded.code, coded.kind.name, place.id, name_of(place, record), lines)


def _common(atlas: Atlas) -> dict[str, Line]:
    """What every plate bears."""
    codes = atlas.dataset.site.codes
    where = codes.origin.place("base_url")
    return {
        "domain": Line(shown_domain(codes.base_url), where),
        "scan": Line(label("plate-scan", "vi"), None),
        "asks": Line(label("card-never-asks", "vi"), None),
        "sample": Line(label("plate-sample", "vi") if is_reserved(codes.base_url) else "", None),
    }


def _lines(place: Place, record: Any) -> dict[str, Line]:
    found: _Found
    if isinstance(record, Household):
        found = _house(place, record)
    elif isinstance(record, Road):
        found = {"lead": (record.name, record, "name"), "detail": (_course(record), record, "length")}
    elif isinstance(record, Group):
        area = record.area.vi if record.area else ""
        found = {
            "eyebrow": (capital(record.kind), record, "kind"),
            "lead": (record.name, record, "name"),
            "detail": (capital(area), record, "area"),
        }
    elif isinstance(record, PublicPlace):
        found = _public_place(record)
    elif isinstance(record, Village):
        found = {"eyebrow": (capital(record.kind), record, "kind"), "lead": (record.name, record, "name")}
    else:  # a kind of record that is not known here still has a name
        found = {"lead": (capital(name_of(place, record)), record, "name")}
    found["place"] = (_surroundings(place, record), place.village, "name")
    return {
        key: Line(_plain(text), source.origin.place(field)) for key, (text, source, field) in found.items()
    }


def _house(place: Place, house: Household) -> _Found:
    """Number and road; without a number, what finds the house first on its road."""
    road = place.roads.get(house.road.id[1])
    street = road.name if road is not None else ""
    found: _Found = {"street": (street, road or house, "name" if road else "road")}
    if house.number is not None:
        return found | {"lead": (house.number, house, "number")}
    near = label("house-near", "vi", near=house.near.vi) if house.near else ""
    side = house.side.title.vi if house.side else ""
    if house.side is Side.END:
        return found | {"lead": (capital(side), house, "side"), "detail": (near, house, "near")}
    if house.distance is not None:
        return {
            "eyebrow": (label("plate-from-start", "vi", road=street), *found["street"][1:]),
            "lead": (quantity_text(house.distance.value, "vi"), house, "distance"),
            "detail": (", ".join(filter(None, (side, near))), house, "near" if near else "side"),
        }
    if side:
        return found | {"lead": (capital(side), house, "side"), "detail": (near, house, "near")}
    if near:
        return {"eyebrow": found["street"], "lead": (capital(near), house, "near")}
    return {"lead": found["street"]}


def _public_place(record: PublicPlace) -> _Found:
    """What it is, unless its name begins with that; its name; what it serves as besides."""
    kind = record.kind.title.vi
    found: _Found = {
        "lead": (capital(record.name), record, "name"),
        "detail": (capital(", ".join(map(str, record.also))), record, "also"),
    }
    if not fold(record.name).startswith(fold(kind)):
        found["eyebrow"] = (capital(kind), record, "kind")
    return found


def _course(road: Road) -> str:
    """“Từ cổng làng đến ngã ba Bến Thuyền”, and how long it is."""
    parts = []
    if road.start and road.end:
        parts.append(label("plate-course", "vi", start=road.start.vi, end=road.end.vi))
    if road.length and road.length.confirmed:
        parts.append(label("plate-length", "vi", length=quantity_text(road.length.value, "vi")))
    return capital(", ".join(parts))


def _surroundings(place: Place, record: Any) -> str:
    """The village and its commune; for a village's own board its units alone."""
    if isinstance(record, Village):
        units = [unit.full_name for unit in place.seat.chain] if place.seat else []
    else:
        units = [place.name, *([place.commune.full_name] if place.commune else [])]
    return capital(", ".join(units))


def _plain(text: str) -> str:
    """One line in NFC; a space that must not break stays one."""
    return normalize("NFC", re.sub(r"[ \t\r\n]+", " ", text).strip())
