"""The public data as JSON, one file a kind, keys in English, derived from the declared fields.

Codes are left out: a list of them would hand out every household's page. So is everything personal.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from village_site.agenda import When
from village_site.atlas import Atlas
from village_site.exports.days import when_row
from village_site.model.common import Citation, PlateCode
from village_site.model.declare import Field, Record, table
from village_site.model.kinds import Kind
from village_site.model.listed import Listed
from village_site.model.shapes import Ref
from village_site.model.text import Text
from village_site.model.village import VILLAGE
from village_site.values import Coordinates, DateQualifier, FuzzyDate, Moment, Phone, Qualifier, Quantity

Row = dict[str, Any]
"""A record in JSON's own types, with the folder it stands in before its own fields."""


def exported(kinds: Iterable[Kind[Any]]) -> tuple[Kind[Any], ...]:
    """The kinds that are published as data."""
    return tuple(kind for kind in kinds if kind.exported and not kind.private)


def as_json(found: Iterable[Row]) -> str:
    """Rows as one JSON document, a row a line."""
    lines = [json.dumps(row, ensure_ascii=False) for row in found]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def rows(atlas: Atlas, kind: Kind[Any]) -> list[Row]:
    """All records of a kind: those of the whole site, of units, then of villages, each as it was typed."""
    data = atlas.dataset
    shared = [*data.sources, *data.units, *data.criteria]
    found = [plain(record) for record in shared if type(record) is kind.record]
    for name in sorted(data.unit_folders) if kind.of_units else ():
        found.extend({"unit": name, **plain(record)} for record in atlas.unit_folder(name).of(kind))
    for place in atlas.places:
        records = (place.village,) if kind is VILLAGE else place.folder.of(kind)
        found.extend({"village": place.id, **plain(record)} for record in records)
    return found


def places_of(kind: Kind[Any]) -> tuple[str, ...]:
    """The fields before a record's own: the unit or village whose folder it stands in."""
    return (*(["unit"] if kind.of_units else []), *(["village"] if kind.in_village else []))


_PUBLIC: dict[type[Record], tuple[Field, ...]] = {}


def public_fields(record: type[Record]) -> tuple[Field, ...]:
    """The fields of a record that are published, in the order of the guide.

    Codes and whatever is personal are in no data file, not even with consent to a page.
    """
    if record not in _PUBLIC:
        fields = table(record).fields
        _PUBLIC[record] = tuple(
            one for one in fields if not isinstance(one.shape, PlateCode) and one.personal is None
        )
    return _PUBLIC[record]


def plain(value: Any) -> Any:
    """A record or value in JSON's own types; what was not given is left out."""
    if isinstance(value, Record):
        shown = [spec.en for spec in public_fields(type(value))]
        names = dict.fromkeys([*(["id"] if hasattr(value, "id") else []), *shown])
        found = {name: getattr(value, name) for name in names}
        return {name: plain(item) for name, item in found.items() if item is not None and item != ()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Text):
        return {"vi": value.vi} | ({"en": value.en} if value.en else {})
    if isinstance(value, Listed):
        return value.term.en
    if isinstance(value, FuzzyDate):
        exact = value.qualifier is DateQualifier.EXACT
        return {"date": value.iso()} | ({} if exact else {"qualifier": value.qualifier.value})
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, Phone):
        return value.tel
    if isinstance(value, Coordinates):
        return [float(value.latitude), float(value.longitude)]
    if isinstance(value, Ref | Citation):
        return value.text
    if isinstance(value, Moment):
        return value.iso()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return when_row(value) if isinstance(value, When) else value


def number(value: Decimal) -> int | float:
    """A number as JSON has it."""
    return int(value) if value == value.to_integral_value() else float(value)


def _quantity(value: Quantity) -> Row:
    found: Row = {"number": number(value.number)}
    if value.of is not None:
        found["of"] = number(value.of)
    if value.unit:
        found["unit"] = value.unit
    if value.qualifier is not Qualifier.EXACT:
        found["qualifier"] = value.qualifier.value
    return found
