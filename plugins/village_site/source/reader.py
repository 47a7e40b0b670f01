"""Reads one YAML file into a tree.

libyaml's events keep the text and the place of every scalar and resolve nothing, so `NO`, `0912345678`
and `12:30` arrive as they were typed. What YAML allows but an editor never means (anchors, aliases,
tags, a second document, a list that slid into the line above) is refused here.
"""

from __future__ import annotations

import re
from typing import Any

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from village_site.problems import Problem
from village_site.source.tree import Mapping, Node, Scalar, Sequence

MAX_BYTES = 8_000_000
MAX_DEPTH = 12
MAX_TEXT = 50_000

# A tab, a character YAML forbids (libyaml reports it without a place), or one of the rare line ends that
# editors do not show and that would make our line numbers differ from theirs.
_FORBIDDEN = re.compile(
    "[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
)
_GLUED_COMMENT = re.compile(r"^[^#\n]*\S[ ]+#[^\s#]", re.MULTILINE)

_FAULTS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("quoted scalar", "yaml-quote"),
    ("unknown escape", "yaml-quote"),
    ("flow", "yaml-bracket"),
    ("cannot start any token", "yaml-character"),
    ("block mapping", "yaml-indent"),
    ("block collection", "yaml-indent"),
    ("simple key", "yaml-no-colon"),
)


class Unreadable(Exception):
    """The file cannot be read as data; carries its first problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.code)


def read_yaml(data: bytes, file: str) -> Node | None:
    """The tree of a file's bytes, or None when it holds nothing.

    Raises Unreadable with the first fault. Time and memory are bounded by MAX_BYTES and MAX_DEPTH.
    """
    text = _decode(data, file)
    lines = _Lines(text)
    try:
        root = _Builder(text, file, lines).build()
    except YAMLError as error:
        raise Unreadable(_parse_problem(error, text, file)) from None
    return root


def _decode(data: bytes, file: str) -> str:
    """The file's text; a byte order mark and Windows line ends are accepted, other encodings are not."""
    if len(data) > MAX_BYTES:
        raise Unreadable(Problem(file, 1, 1, "file-too-large", params={"limit": str(MAX_BYTES // 1_000_000)}))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(Problem(file, 1, 1, "encoding"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        raise Unreadable(Problem(file, *_place(before, len(before)), "encoding")) from None
    if found := _FORBIDDEN.search(text):
        code = "tab" if found[0] == "\t" else "control-character"
        params = {} if code == "tab" else {"found": f"U+{ord(found[0]):04X}"}
        raise Unreadable(Problem(file, *_place(text, found.start()), code, params=params))
    return text


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _parse_problem(error: YAMLError, text: str, file: str) -> Problem:
    """libyaml's complaint in words of the catalogue; unknown ones get the general message."""
    words = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    code = next((code for part, code in _FAULTS if part in words), "yaml-unreadable")
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if code in ("yaml-quote", "yaml-bracket") and opened is not None:
        mark = opened  # where the quote or bracket opened is what the editor has to see
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    rows = text.split("\n")
    while line > 1 and not "".join(rows[line - 1 : line]).strip():
        line -= (
            1  # the file ended before the fault was seen: the last line that says something is nearer to it
        )
        column = len(rows[line - 1]) + 1
    row = rows[line - 1]
    if code == "yaml-indent" and row[: column - 1].rstrip().endswith(('"', "'")):
        code = "yaml-after-quote"  # libyaml expects the next key there; the editor meant inner quotes
    found = row[column - 1 : column] if code == "yaml-character" else row.strip()[:60]
    return Problem(file, line, column, code, params={"found": found})


class _Lines:
    """Finds, only in the rare file that has one, the lines with a `#` glued to the word behind it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.glued = {text.count("\n", 0, hit.end()) for hit in _GLUED_COMMENT.finditer(text)}
        self._rows: list[str] | None = None

    def row(self, line: int) -> str:
        """Line `line`, counted from 0."""
        if self._rows is None:
            self._rows = self._text.split("\n")
        return self._rows[line]


class _Builder:
    """Builds the tree by descending through libyaml's events; depth is ours to limit."""

    def __init__(self, text: str, file: str, lines: _Lines) -> None:
        self._file = file
        self._lines = lines
        self._glued = lines.glued
        self._next = CParser(text).get_event

    def build(self) -> Node | None:
        """The document's root, or None when there is no document."""
        self._next()  # the stream's start
        first: Any = self._next()
        if type(first) is StreamEndEvent:
            return None
        if first.tags or first.version:
            self._refuse(first, "directive")
        root = self._node(self._next(), 0)
        self._next()  # the document's end
        last = self._next()
        if type(last) is not StreamEndEvent:
            self._refuse(last, "second-document")
        return None if type(root) is Scalar and root.empty else root

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if event.anchor is not None:
            self._refuse(event, "alias" if kind is AliasEvent else "anchor", found=event.anchor)
        if event.tag is not None:
            self._refuse(event, "tag", found=event.tag)
        if depth >= MAX_DEPTH:
            self._refuse(event, "too-deep", limit=str(MAX_DEPTH))
        return (
            self._mapping(event, depth + 1) if kind is MappingStartEvent else self._sequence(event, depth + 1)
        )

    def _mapping(self, start: Any, depth: int) -> Mapping:
        pairs: list[tuple[Scalar, Node]] = []
        while type(event := self._next()) is not MappingEndEvent:
            key = self._node(event, depth)
            if type(key) is not Scalar:
                raise Unreadable(Problem(self._file, key.line, key.column, "key-not-text"))
            pairs.append((key, self._node(self._next(), depth)))
        mark = start.start_mark
        return Mapping(pairs, mark.line + 1, mark.column + 1, bool(start.flow_style))

    def _sequence(self, start: Any, depth: int) -> Sequence:
        items: list[Node] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, depth))
        mark = start.start_mark
        return Sequence(items, mark.line + 1, mark.column + 1, bool(start.flow_style))

    def _scalar(self, event: Any) -> Scalar:
        if event.anchor is not None:
            self._refuse(event, "anchor", found=event.anchor)
        if event.tag is not None:
            self._refuse(event, "tag", found=event.tag)
        mark = event.start_mark
        line = mark.line
        value: str = event.value
        if len(value) > MAX_TEXT:
            self._refuse(event, "text-too-long", limit=str(MAX_TEXT))
        plain = not event.style
        if plain and value:
            last = event.end_mark.line
            if last != line:
                self._refuse_slid_list(line, last)
            if self._glued and last in self._glued:
                self._refuse_glued_comment(event)
        return Scalar(value, line + 1, mark.column + 1, plain)

    def _refuse_slid_list(self, first: int, last: int) -> None:
        """`a` then ` - b` one column too far is, for YAML, the one text `a - b`; nobody means that."""
        for line in range(first + 1, last + 1):
            if self._lines.row(line).lstrip().startswith("- "):
                raise Unreadable(Problem(self._file, line + 1, 1, "slid-list"))

    def _refuse_glued_comment(self, event: Any) -> None:
        """`Tổ 5 #2` would lose its end as a comment; a real comment has a space behind its `#`."""
        rest = self._lines.row(event.end_mark.line)[event.end_mark.column :]
        if re.match(r" +#[^\s#]", rest):
            self._refuse(event, "glued-comment", found=f"{event.value}{rest.rstrip()}"[:60])

    def _refuse(self, event: Any, code: str, **params: str) -> None:
        mark = event.start_mark
        raise Unreadable(Problem(self._file, mark.line + 1, mark.column + 1, code, params=params))
