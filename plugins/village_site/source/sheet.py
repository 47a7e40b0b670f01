"""Reads a table saved by a spreadsheet (CSV) into the same tree as a YAML list: one mapping a row.

The first row names the fields. Cells are parted by semicolon, tab or comma, whichever the first row has most
of: Excel writes semicolons where the comma stands before decimals. Quotes as in RFC 4180.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from village_site.problems import Problem
from village_site.source.decoding import decode
from village_site.source.files import Unreadable
from village_site.source.reader import MAX_NODES, MAX_TEXT
from village_site.source.tree import Mapping, Scalar, Sequence

_SEPARATORS = ";\t,"
_MAX_CELLS = MAX_NODES // 2  # each is a key and a value


def read_sheet(
    data: bytes,
    file: str,
    problems: list[Problem] | None = None,
    *,
    known: Callable[[str], object] = bool,
    columns: str = "",
) -> Sequence | None:
    """The rows of a table, each with the line its first cell stands on; None when it holds nothing.

    Empty cells are fields not given, empty rows are passed over. `known` is true of a column's name, and
    `columns` says for the message what a first row looks like. Raises Unreadable with the first fault.
    """
    text = decode(data, file, problems, tabs=True)
    first = text.partition("\n")[0].rstrip("\r")
    named = first.lower().startswith("sep=")  # Excel's own word for the separator
    separator = first[4:5] if named else max(_SEPARATORS, key=first.count)
    rows = _rows(text, separator or ";", file)
    if named:
        next(rows, None)
    names = next(rows, None)
    if names is None:
        return None
    if not any(known(name.text.strip()) for name in names):  # a row of data would be lost as names
        params = {"found": names[0].text.strip()[:60], "columns": columns}
        raise Unreadable(Problem(file, names[0].line, 1, "sheet-no-header", params=params))
    _check_names(names, file)
    items = [_record(names, row, file) for row in rows if any(cell.text.strip() for cell in row)]
    return Sequence(list(items), names[0].line, 1, flow=False)


def _check_names(names: list[Scalar], file: str) -> None:
    seen: set[str] = set()
    for name in names:
        text = name.text.strip().casefold()
        if text and text in seen:
            raise Unreadable(
                Problem(file, name.line, name.column, "sheet-name-twice", params={"found": name.text[:60]})
            )
        seen.add(text)


def _record(names: list[Scalar], row: list[Scalar], file: str) -> Mapping:
    """A row as a mapping; a cell beyond the named columns would be lost, so it is refused."""
    pairs = []
    for index, cell in enumerate(row):
        if not cell.text.strip():
            continue
        if index >= len(names) or not names[index].text.strip():
            raise Unreadable(
                Problem(file, cell.line, cell.column, "sheet-no-name", params={"found": cell.text[:60]})
            )
        name = names[index]  # its own place, so that a mistake in it is told once and not in every row
        pairs.append((Scalar(name.text.strip(), name.line, name.column, plain=True), cell))
    return Mapping(list(pairs), row[0].line, 1, flow=False)


def _rows(text: str, separator: str, file: str) -> Iterator[list[Scalar]]:
    """The cells of each row with their places; a quoted cell may run over several lines."""
    line, start, at, room = 1, 0, 0, _MAX_CELLS
    ends = re.compile(f"[{re.escape(separator)}\n]|\\Z")
    row: list[Scalar] = []
    while at < len(text):
        column, cell_line = at - start + 1, line
        if text[at] == '"':
            value, at = _quoted(text, at, Problem(file, line, column, "sheet-quote"))
            while text[at : at + 1] in (" ", "\r"):
                at += 1
            if at < len(text) and text[at] not in (separator, "\n"):
                raise Unreadable(Problem(file, line, column, "sheet-quote"))
            if breaks := value.count("\n"):
                line += breaks
                start = text.rfind("\n", 0, at) + 1
        else:
            found = ends.search(text, at)
            end = found.start() if found is not None else len(text)
            value, at = text[at:end], end
        room -= 1
        if room < 0:
            limit = {"limit": str(_MAX_CELLS)}
            raise Unreadable(Problem(file, cell_line, column, "too-many-values", params=limit))
        if len(value) > MAX_TEXT:
            limit = {"limit": str(MAX_TEXT)}
            raise Unreadable(Problem(file, cell_line, column, "text-too-long", params=limit))
        row.append(Scalar(value.rstrip("\r"), cell_line, column, plain=True))
        if at < len(text) and text[at] == separator:
            at += 1
            if at < len(text):
                continue
        at = text.find("\n", at) + 1 or len(text)
        yield row
        row, line, start = [], line + 1, at


def _quoted(text: str, at: int, fault: Problem) -> tuple[str, int]:
    """The text of a quoted cell, and where what follows its closing quote stands."""
    parts = []
    begin = at + 1
    while (end := text.find('"', begin)) >= 0:
        parts.append(text[begin:end])
        if text[end + 1 : end + 2] != '"':
            return '"'.join(parts), end + 1
        begin = end + 2
    raise Unreadable(fault)
