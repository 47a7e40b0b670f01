"""The same rows as CSV (RFC 4180, UTF-8 with its mark), flat: one table a kind and one a list within it.

Columns follow from the declared fields, so that they stay where they are whatever the data. A list of
records, such as the parts of a tally, is a table of its own: `tally.parts.csv`, whose column `parent` has the
`row` of the table it belongs to. A list of plain values is one cell, its values parted by " | ".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from village_site.agenda import parse_when
from village_site.exports import days
from village_site.exports.data import Row, places_of, public_fields
from village_site.exports.spreadsheet import cell
from village_site.frozen import frozen
from village_site.model.common import Amount, Figure
from village_site.model.declare import Field, Record
from village_site.model.kinds import Kind
from village_site.model.shapes import Nested, Parsed, Words
from village_site.values import parse_date, parse_quantity

MARK = "\ufeff"
"""Spreadsheets know UTF-8 by it alone."""
BETWEEN = " | "
_INNER: dict[Any, tuple[str, ...]] = {
    parse_date: ("date", "qualifier"),
    parse_quantity: ("number", "of", "unit", "qualifier"),
    parse_when: days.COLUMNS,
}
Path = tuple[str, ...]
"""The keys from a row to one value."""


@frozen
class Sheet:
    """A table: its name, the key of the list it is made of ("" for the rows themselves), its columns, its own
    lists. `lead` are the columns that tell where a row belongs."""

    name: str
    key: str
    lead: tuple[str, ...]
    columns: tuple[Path, ...]
    within: tuple[Sheet, ...]

    def all(self) -> Iterator[Sheet]:
        """The table, then those within it."""
        yield self
        for inner in self.within:
            yield from inner.all()

    @property
    def head(self) -> tuple[str, ...]:
        """The names of its columns."""
        return ("row", *self.lead, *(_heading(path) for path in self.columns))


def sheet_of(kind: Kind[Any]) -> Sheet:
    """The tables of a kind."""
    return _sheet(kind.name, "", kind.record, places_of(kind))


def flat_sheet(name: str, columns: Sequence[str]) -> Sheet:
    """A table of rows that are flat already."""
    return Sheet(name, "", (), tuple((column,) for column in columns), ())


def sheet_texts(sheet: Sheet, rows: Iterable[Row]) -> dict[str, str]:
    """The text of each table by its name, the header first; a table without rows is its header."""
    lines: dict[str, list[list[str]]] = {one.name: [list(one.head)] for one in sheet.all()}
    for row in rows:
        _fill(sheet, row, {}, lines)
    return {name: _csv(found) for name, found in lines.items()}


def _sheet(name: str, key: str, cls: type[Record], lead: tuple[str, ...]) -> Sheet:
    columns: list[Path] = []
    within = []
    fields = public_fields(cls)
    if "id" in cls.__dataclass_fields__ and all(spec.en != "id" for spec in fields):
        columns.append(("id",))
    below = tuple(dict.fromkeys(("parent", *(one for one in lead if one != "parent"))))
    for spec in fields:
        inner = _record_within(spec)
        if spec.many and inner is not None:
            within.append(_sheet(f"{name}.{spec.en}", spec.en, inner, below))
        elif spec.many:
            columns.append((spec.en,))
        else:
            columns.extend(_paths(spec))
    lead = tuple(name for name in lead if (name,) not in columns)  # its own `village` says more
    return Sheet(name, key, lead, tuple(columns), tuple(within))


def _paths(spec: Field) -> Iterator[Path]:
    """The columns of one field: a figure, a date, a text in two languages are several."""
    if (inner := _record_within(spec)) is not None:
        for field in public_fields(inner):
            if not (field.many and _record_within(field)):
                yield from ((spec.en, *path) for path in _paths(field))
    elif isinstance(spec.shape, Words):
        yield from ((spec.en, lang) for lang in ("vi", "en"))
    elif isinstance(spec.shape, Parsed) and not spec.many and spec.shape.parse in _INNER:
        yield from ((spec.en, part) for part in _INNER[spec.shape.parse])
    else:
        yield (spec.en,)


def _record_within(spec: Field) -> type[Record] | None:
    if isinstance(spec.shape, Nested):
        found: type[Record] = spec.shape.record
        return found
    return Figure if isinstance(spec.shape, Amount) else None


def _heading(path: Path) -> str:
    """`total_number`, `name_vi`: what stands deeper is joined to what holds it; a date is not said twice."""
    return "_".join(
        part for place, part in enumerate(path) if not place or part not in ("value", path[place - 1])
    )


def _fill(sheet: Sheet, row: Row, lead: Row, lines: dict[str, list[list[str]]]) -> None:
    own = lines[sheet.name]
    number = len(own)
    known = dict(lead)
    for name in ("unit", "village"):
        if name in sheet.lead and name in row:
            known[name] = row[name]
    own.append(
        [
            str(number),
            *(_text(known.get(name)) for name in sheet.lead),
            *(_text(_at(row, path)) for path in sheet.columns),
        ]
    )
    for inner in sheet.within:
        for item in row.get(inner.key, ()):
            _fill(inner, item, {**known, "parent": number}, lines)


def _at(row: Any, path: Path) -> Any:
    for part in path:
        row = row.get(part) if isinstance(row, dict) else None
    return row


def _text(value: Any) -> str:
    """A value as a cell: numbers bare with a decimal point, yes and no as true and false."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return cell(BETWEEN.join(_item(item) for item in value))
    return cell(str(value))


def _item(value: Any) -> str:
    """One of several values in a cell: a text in Vietnamese, a date without its words."""
    if isinstance(value, dict):
        return str(value.get("vi", value.get("date", "")))
    return str(value)


def _csv(lines: Iterable[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    return MARK + out.getvalue()
