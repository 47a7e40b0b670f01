"""The public data as JSON, one file a kind, keys in English, derived from the declared fields.

Codes are left out: a list of them would hand out every household's page.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from village_site.atlas import Atlas
from village_site.model.common import Citation, PlateCode
from village_site.model.declare import Record, table
from village_site.model.kinds import Kind
from village_site.model.listed import Listed
from village_site.model.shapes import Ref
from village_site.model.text import Text
from village_site.model.village import VILLAGE
from village_site.values import Coordinates, DateQualifier, FuzzyDate, Phone, Qualifier, Quantity


def write_data(atlas: Atlas, folder: Path) -> None:
    """Writes `<kind>.json` for each exported kind that has records."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in atlas.dataset.kinds:
        if kind.exported and (text := table_text(atlas, kind)):
            (folder / f"{kind.name}.json").write_text(text, encoding="utf-8")


def table_text(atlas: Atlas, kind: Kind[Any]) -> str:
    """All records of a kind as one JSON document, a record a line; "" when there are none."""
    rows = [json.dumps(row, ensure_ascii=False) for row in _rows(atlas, kind)]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else ""


def _rows(atlas: Atlas, kind: Kind[Any]) -> list[dict[str, Any]]:
    data = atlas.dataset
    shared = [*data.sources, *data.units, *data.criteria]
    rows = [plain(record) for record in shared if type(record) is kind.record]
    for place in atlas.places:
        records = (place.village,) if kind is VILLAGE else place.folder.of(kind)
        rows.extend({"village": place.id, **plain(record)} for record in records)
    return rows


def plain(value: Any) -> Any:
    """A record or value in JSON's own types; what was not given is left out."""
    if isinstance(value, Record):
        shown = [spec.en for spec in table(type(value)).fields if not isinstance(spec.shape, PlateCode)]
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
    return value


def _quantity(value: Quantity) -> dict[str, Any]:
    found: dict[str, Any] = {"number": _number(value.number)}
    if value.of is not None:
        found["of"] = _number(value.of)
    if value.unit:
        found["unit"] = value.unit
    if value.qualifier is not Qualifier.EXACT:
        found["qualifier"] = value.qualifier.value
    return found


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
