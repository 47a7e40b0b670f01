"""Writes every public table: JSON, its schema, CSV, and the list of all of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from village_site.atlas import Atlas
from village_site.exports import rollups
from village_site.exports.contacts import all_contacts
from village_site.exports.data import Row, as_json, exported, rows
from village_site.exports.maps import all_places
from village_site.exports.schema import as_text, kind_schema
from village_site.exports.sheet import Sheet, flat_sheet, sheet_of, sheet_texts
from village_site.files import write_new
from village_site.frozen import frozen
from village_site.model.kinds import Kind
from village_site.model.text import Text

INDEX = "index.json"
VERSION = 1


@frozen
class Format:
    """One more format of a table, which programs of their own sort read: `<table>.<ending>`."""

    table: str
    ending: str
    text: Callable[[Atlas], str]


FORMATS = (Format("contact", "vcf", all_contacts), Format("place", "geojson", all_places))


@frozen
class Table:
    """A public table; `kind` is None for the roll-ups, which nobody typed."""

    name: str
    title: Text
    help: Text
    sheet: Sheet
    kind: Kind[Any] | None

    @property
    def files(self) -> dict[str, Any]:
        """The names of its files."""
        sheets = [f"{sheet.name}.csv" for sheet in self.sheet.all()]
        more = {one.ending: f"{self.name}.{one.ending}" for one in self.formats}
        return {"json": f"{self.name}.json", "schema": f"{self.name}.schema.json", "csv": sheets, **more}

    @property
    def formats(self) -> tuple[Format, ...]:
        """What it is written as besides."""
        return tuple(one for one in FORMATS if one.table == self.name)

    def rows(self, atlas: Atlas) -> list[Row]:
        """What is in it."""
        return rollups.rollup_rows(atlas) if self.kind is None else rows(atlas, self.kind)

    def schema(self) -> str:
        """Its JSON Schema."""
        return as_text(rollups.schema() if self.kind is None else kind_schema(self.kind))


def tables(kinds: tuple[Kind[Any], ...]) -> Iterator[Table]:
    """Every public table, in the order of kinds; the roll-ups last."""
    for kind in exported(kinds):
        yield Table(kind.name, kind.title, kind.help, sheet_of(kind), kind)
    sheet = flat_sheet(rollups.NAME, tuple(rollups.COLUMNS))
    yield Table(rollups.NAME, rollups.TITLE, rollups.HELP, sheet, None)


def write_data(atlas: Atlas, folder: Path) -> None:
    """Writes all tables below `folder`, empty ones too, so that no address comes and goes with the data."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for table in tables(atlas.dataset.kinds):
        found = table.rows(atlas)
        files = table.files
        write_new(f"{folder}/{files['json']}", as_json(found))
        write_new(f"{folder}/{files['schema']}", table.schema())
        for name, text in sheet_texts(table.sheet, found).items():
            write_new(f"{folder}/{name}.csv", text)
        for one in table.formats:
            write_new(f"{folder}/{files[one.ending]}", one.text(atlas))
        title = {"vi": table.title.vi, "en": table.title.to("en")}
        listed.append({"name": table.name, "title": title, "records": len(found), "files": files})
    index = {"version": VERSION, "day": atlas.day.isoformat(), "tables": listed}
    write_new(f"{folder}/{INDEX}", json.dumps(index, ensure_ascii=False, indent=1) + "\n")


def built_on(site: Path) -> dt.date | None:
    """The day a built site is of, as its list of tables tells; None where there is none, or no day in it."""
    try:
        index = json.loads((site / "data" / f"v{VERSION}" / INDEX).read_text("utf-8"))
        return dt.date.fromisoformat(index["day"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
