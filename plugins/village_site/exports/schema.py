"""The JSON Schema of each data file, derived from the declared fields: https://json-schema.org/draft/2020-12/."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from village_site.agenda import parse_when
from village_site.exports import days
from village_site.exports.data import places_of, public_fields
from village_site.model.common import Amount, Figure, Source
from village_site.model.declare import Field, Record
from village_site.model.kinds import Kind
from village_site.model.listed import Listed
from village_site.model.shapes import (
    MAX_SLUG,
    Choice,
    Flag,
    Line,
    Nested,
    Parsed,
    Pattern,
    Reference,
    Slug,
    Words,
)
from village_site.model.text import Text
from village_site.values import (
    DateQualifier,
    Qualifier,
    parse_clock,
    parse_coordinates,
    parse_date,
    parse_days,
    parse_email,
    parse_form,
    parse_moment,
    parse_office_phone,
    parse_phone,
    parse_quantity,
    parse_url,
    parse_video,
    parse_zalo,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
Schema = dict[str, Any]

_STRING: Schema = {"type": "string"}
_LINK: Schema = {"type": "string", "format": "uri"}
_SHARED: dict[str, Schema] = {
    "Text": {
        "type": "object",
        "description": "Chữ tiếng Việt, kèm bản tiếng Anh nếu có. / Vietnamese, with its English if any.",
        "properties": {"vi": _STRING, "en": _STRING},
        "required": ["vi"],
        "additionalProperties": False,
    },
    "Date": {
        "type": "object",
        "description": "Ngày, tháng hoặc năm, như đã biết. / A day, a month or a year, as it is known.",
        "properties": {
            "date": {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
            "qualifier": {"enum": [one.value for one in DateQualifier if one is not DateQualifier.EXACT]},
        },
        "required": ["date"],
        "additionalProperties": False,
    },
    "Quantity": {
        "type": "object",
        "description": "Con số như đã biết; of là tổng của một phần, như 46/52. / A number as it is known; "
        "of is the whole of a share, as in 46/52.",
        "properties": {
            "number": {"type": "number"},
            "of": {"type": "number"},
            "unit": _STRING,
            "qualifier": {"enum": [one.value for one in Qualifier if one is not Qualifier.EXACT]},
        },
        "required": ["number"],
        "additionalProperties": False,
    },
    "When": days.SCHEMA,
}
_PARSED: dict[Any, Schema] = {
    parse_date: {"$ref": "#/$defs/Date"},
    parse_quantity: {"$ref": "#/$defs/Quantity"},
    parse_when: {"$ref": "#/$defs/When"},
    parse_moment: {
        "type": "string",
        "description": "ngày, kèm giờ Việt Nam nếu có / a day, with the time in Vietnam if any",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-2][0-9]:[0-5][0-9]\\+07:00)?$",
    },
    parse_clock: {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
    parse_days: {"type": "integer", "minimum": 1},
    parse_phone: _STRING,
    parse_office_phone: _STRING,
    parse_email: _STRING,
    parse_url: _LINK,
    parse_form: _LINK,
    parse_video: _LINK,
    parse_zalo: _LINK,
    parse_coordinates: {
        "type": "array",
        "description": "vĩ độ, kinh độ / latitude, longitude",
        "items": {"type": "number"},
        "minItems": 2,
        "maxItems": 2,
    },
}


def as_text(schema: Schema) -> str:
    """A schema as a JSON document."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def kind_schema(kind: Kind[Any]) -> Schema:
    """The schema of the list of all records of a kind."""
    writer = _Writer()
    row = writer.record(kind.record)
    places = places_of(kind)
    row["properties"] = {place: {**_slug(), **_told(*_PLACES[place])} for place in places} | row["properties"]
    if len(places) == 1:
        row["required"] = [*places, *row["required"]]
    elif places:
        row["oneOf"] = [{"required": [place]} for place in places]
    return document(kind.name, kind.title, kind.help, row, writer.found)


def document(name: str, title: Text, about: Text, row: Schema, parts: dict[str, Schema]) -> Schema:
    """The schema of a list of rows."""
    return {
        "$schema": DIALECT,
        "title": f"{name}.json",
        "description": both(title, about),
        "type": "array",
        "items": row,
        "$defs": {part: parts[part] for part in sorted(parts)},
    }


def both(title: Text, about: Text) -> str:
    """What something is, in both languages."""
    return " / ".join(f"{title.to(lang)}: {about.to(lang)}" for lang in ("vi", "en"))


_PLACES = {
    "unit": (Text("Đơn vị", "Unit"), Text("Mã của đơn vị đã ghi mục này.", "Id of the unit that wrote it.")),
    "village": (Text("Thôn", "Village"), Text("Mã của thôn đã ghi mục này.", "Id of the village.")),
}


class _Writer:
    """Makes schemas of records and collects those that stand within others."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def record(self, cls: type[Record]) -> Schema:
        """A record's own schema. What was not given is left out of the data, so few fields are required."""
        fields = public_fields(cls)
        properties = {spec.en: self._field(spec) for spec in fields}
        needed = [spec.en for spec in fields if spec.required or (not spec.many and spec.default is not None)]
        if (
            "id" in cls.__dataclass_fields__ and "id" not in properties
        ):  # the id is the file's or folder's name
            properties, needed = {"id": _slug(), **properties}, ["id", *needed]
        return {
            "type": "object",
            "properties": properties,
            "required": needed,
            "additionalProperties": False,
        }

    def _field(self, spec: Field) -> Schema:
        one = self._shape(spec)
        told = _told(spec.title, spec.help)
        return {**told, "type": "array", "items": one, "minItems": 1} if spec.many else {**one, **told}

    def _shape(self, spec: Field) -> Schema:
        match spec.shape:
            case Parsed() as shape:
                return self._shared(_PARSED[shape.parse])
            case Words():
                return self._shared({"$ref": "#/$defs/Text"})
            case Slug():
                return _slug()
            case Choice() as shape:
                return {"oneOf": _terms(shape.values.members())}
            case Flag():
                return {"type": "boolean"}
            case Amount():
                return self._part(Figure)
            case Nested() as shape:
                return self._part(shape.record)
            case Line() | Pattern() | Reference() | Source():
                return _STRING
        raise TypeError(f"{spec.en}: no schema for {type(spec.shape).__name__}")

    def _shared(self, schema: Schema) -> Schema:
        name = schema.get("$ref", "").rpartition("/")[2]
        if name:
            self.found[name] = _SHARED[name]
        return schema

    def _part(self, cls: type[Record]) -> Schema:
        if cls.__name__ not in self.found:
            self.found[cls.__name__] = {}  # a record that holds itself meets this
            self.found[cls.__name__] = self.record(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}


def _told(title: Text, about: Text) -> Schema:
    return {"title": title.vi, "description": both(title, about)}


def _slug() -> Schema:
    return {"type": "string", "pattern": SLUG, "maxLength": MAX_SLUG}


def _terms(members: Sequence[Listed]) -> list[Schema]:
    terms = [(one.term, one.term.help) for one in members]
    return [
        {"const": term.en, "title": term.title.vi} | ({"description": about.vi} if about.vi else {})
        for term, about in terms
    ]
