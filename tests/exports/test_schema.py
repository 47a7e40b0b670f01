"""Every table has a schema of its own, and all that is written fits it: with every field filled, and the sample."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]

from tests import fill
from tests.exports.data import written
from tests.rollups.data import FILES
from tests.site.conftest import ROOT
from tests.support import DAY, atlas
from village_site.exports import write_data
from village_site.exports.data import exported, public_fields, rows
from village_site.exports.schema import kind_schema
from village_site.model import KINDS, Kind
from village_site.model.declare import table
from village_site.model.shapes import Choice
from village_site.site import examine, open_atlas

EXPORTED = exported(KINDS)
MADE_OF_FILLED = fill.files("Chữ <b>&amp;</b> =1+1")


def validate(folder: dict[str, str]) -> set[str]:
    """Every table against the schema beside it; gives the names of those that have rows."""
    filled = set()
    for name, text in folder.items():
        if not name.endswith(".schema.json"):
            continue
        schema = json.loads(text)
        Draft202012Validator.check_schema(schema)
        data = json.loads(folder[name.replace(".schema.json", ".json")])
        Draft202012Validator(schema).validate(data)
        filled |= {name.removesuffix(".schema.json")} if data else set()
    return filled


def read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.json")}


def test_the_sample_fits_its_schemas(tmp_path: Path) -> None:
    write_data(open_atlas(ROOT / "villages", DAY)[0], tmp_path)
    filled = validate(read(tmp_path))
    assert {"tally", "target", "village", "unit", "assessment", "source", "rollups"} <= filled


def test_every_field_of_every_kind_fits_its_schema(tmp_path: Path) -> None:
    root = tmp_path / "villages"
    for name, text in {**fill.files("Chữ"), "_site.yml": MADE_OF_FILLED["_site.yml"]}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    made, _ = examine(root, DAY)
    assert made is not None
    out = tmp_path / "out"
    write_data(made, out)
    assert validate(read(out)) >= {kind.name for kind in EXPORTED}


def test_roll_ups_fit_their_schema(tmp_path: Path) -> None:
    assert "rollups" in validate(written(tmp_path, FILES))


@pytest.mark.parametrize("kind", EXPORTED, ids=lambda kind: kind.name)
def test_every_public_field_is_described_in_both_languages(kind: Kind[Any]) -> None:
    schema = kind_schema(kind)
    properties = schema["items"]["properties"]
    for spec in public_fields(kind.record):
        told = properties[spec.en]
        assert told["title"] == spec.title.vi
        assert spec.help.vi in told["description"]
        assert spec.help.to("en") in told["description"]
        assert (told.get("type") == "array" and "items" in told) or not spec.many
        if isinstance(spec.shape, Choice):
            terms = (told["items"] if spec.many else told)["oneOf"]
            assert [term["const"] for term in terms] == [one.term.en for one in spec.shape.values]
    personal = {spec.en for spec in table(kind.record).personal}
    assert not personal & properties.keys()
    assert "code" not in properties or kind.name == "unit"


@pytest.mark.parametrize(
    "wrong",
    [
        {"village": "a"},
        {"id": "t", "topic": "schools"},
        {"colour": "red"},
        {"topic": "nonsense"},
        {"date": "2024"},
        {"total": {"value": {"number": "46"}, "confirmed": True}},
        {"total": {"value": {"number": 46, "qualifier": "exact"}, "confirmed": True}},
        {"parts": []},
    ],
)
def test_the_schema_refuses_what_is_no_such_row(tmp_path: Path, wrong: dict[str, Any]) -> None:
    data = atlas(tmp_path, FILES)
    (kind,) = (kind for kind in EXPORTED if kind.name == "tally")
    good = rows(data, kind)
    validator = Draft202012Validator(kind_schema(kind))
    validator.validate(good)
    bad = {"village": "a"} if wrong == {"village": "a"} else {**good[0], **wrong}
    if wrong.keys() == {"id", "topic"}:
        bad = {name: value for name, value in good[0].items() if name != "total"}
    with pytest.raises(ValidationError):
        validator.validate([bad])


def test_a_row_stands_in_one_place(tmp_path: Path) -> None:
    data = atlas(tmp_path, FILES)
    (kind,) = (kind for kind in EXPORTED if kind.name == "tally")
    (row, *_) = rows(data, kind)
    validator = Draft202012Validator(kind_schema(kind))
    assert not validator.is_valid([{**row, "unit": "huyen"}])
    assert not validator.is_valid([{name: value for name, value in row.items() if name != "village"}])
