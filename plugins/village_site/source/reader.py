"""Reads one YAML file into a tree.

libyaml's events keep the text and the place of every scalar and resolve nothing, so `NO`, `0912345678`
and `12:30` arrive as they were typed. What YAML allows but an editor never means (anchors, aliases,
tags, a second document, a list that slid into the line above) is refused here.
"""

from __future__ import annotations

import re
from dataclasses import replace
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
from village_site.source.decoding import FORBIDDEN, decode, forbidden, place
from village_site.source.files import Unreadable
from village_site.source.hygiene import MOST, heaped_marks, is_plain, unclean
from village_site.source.tree import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 12
MAX_TEXT = 50_000
MAX_NODES = 60_000
"""Values, keys, lists and groups in one file: some five thousand households."""

_GLUED_COMMENT = re.compile(r" #[^\s#]")
_GLUED_REST = re.compile(r" +#[^\s#]")
_DASHED = re.compile(" *-[^\\W\\d_]")
"""A line that was to begin an item of a list; without a space behind the hyphen it is mere text."""
_DASHED_LINE = re.compile(f"\n{_DASHED.pattern}")
_SLID_ITEM = re.compile(r"\n *- ")

_FAULTS = (
    ("scanning an alias", "alias"),  # a name YAML could not take, such as one that begins with Đ
    ("scanning an anchor", "anchor"),
    ("scanning a tag", "tag"),
    ("mapping values are not allowed", "yaml-colon"),
    ("quoted scalar", "yaml-quote"),
    ("unknown escape", "yaml-quote"),
    ("flow", "yaml-bracket"),
    ("cannot start any token", "yaml-character"),
    ("block mapping", "yaml-indent"),
    ("block collection", "yaml-indent"),
    ("expected <document start>", "yaml-indent"),
    ("simple key", "yaml-no-colon"),
)
_BESIDE_A_DASH = frozenset({"yaml-indent", "yaml-colon", "yaml-no-colon", "yaml-unreadable"})
_WHERE_IT_BEGAN = frozenset({"yaml-quote", "yaml-bracket", "yaml-no-colon", "alias", "anchor", "tag"})


def read_yaml(data: bytes, file: str, problems: list[Problem] | None = None) -> Node | None:
    """The tree of a file's bytes, or None when it holds nothing; unclean text is added to `problems`.

    Raises Unreadable with the first fault. Time and memory are bounded by the MAX_… of this module.
    """
    text = decode(data, file, problems)
    try:
        root = _Builder(text, file, problems).build()
    except YAMLError as error:
        raise Unreadable(_parse_problem(error, text, file)) from None
    return root


def _parse_problem(error: YAMLError, text: str, file: str) -> Problem:
    """libyaml's complaint in words of the catalogue; unknown ones get the general message."""
    words = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    code = next((code for part, code in _FAULTS if part in words), "yaml-unreadable")
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if code in _WHERE_IT_BEGAN and opened is not None:
        mark = opened  # where the quote opened or the key stands is what the editor has to see
    offset = min(mark.index, len(text)) if mark is not None else 0
    if not _row(text, offset).strip() and (before := text[:offset].rstrip()):
        offset = len(before)  # the file ended before the fault was seen: the last line that says something
    line, column = place(text, offset)
    row = _row(text, offset)
    if code == "yaml-indent" and row[: column - 1].rstrip().endswith(('"', "'")):
        code = "yaml-after-quote"  # libyaml expects the next key there; the editor meant inner quotes
    if code == "yaml-indent" and row[: column - 1].rstrip().endswith(("]", "}")):
        code = "yaml-after-bracket"  # a text that begins with a bracket: [Khẩn] Họp ấp
    if code in _BESIDE_A_DASH and (dashed := _dashed_line(text, line)) is not None:
        return _no_space(file, text, *dashed)
    found = row[column - 1 : column] if code == "yaml-character" else row.strip()[:60]
    if code in ("alias", "anchor"):
        found = row[column:].partition(" ")[0][:60]
    return Problem(file, line, column, code, params={"found": found})


def _no_space(file: str, text: str, line: int, column: int) -> Problem:
    """What is said of a hyphen without a space behind it."""
    found = text.split("\n", line)[line - 1][column - 1 :].rstrip()
    params = {"found": found[:60], "guess": f"- {found[1:60]}"}
    return Problem(file, line, column, "yaml-dash", params=params)


def _dashed_line(text: str, line: int) -> tuple[int, int] | None:
    """Line and column of the hyphen without a space that begins the item in which a line stands, if any."""
    rows = text.split("\n", line)[:line]
    for number in range(line, 0, -1):
        row = rows[number - 1]
        if _DASHED.match(row):
            return number, row.index("-") + 1
        if row.lstrip(" ").startswith("- "):
            return None
    return None


def _row(text: str, offset: int) -> str:
    """The line an offset stands in."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    return text[start:] if end < 0 else text[start:end]


class _Builder:
    """Builds the tree by descending through libyaml's events; depth is ours to limit."""

    def __init__(self, text: str, file: str, problems: list[Problem] | None) -> None:
        self._text = text
        self._file = file
        self._problems = problems
        self._glued = _GLUED_COMMENT.search(text) is not None  # both are rare, and looked for once
        self._dashed = _DASHED_LINE.search(text) is not None or _DASHED.match(text) is not None
        self._escapes = "\\" in text
        self._room = MAX_NODES
        self._unclean = 0
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
        self._room -= 1
        if self._room < 0:
            self._refuse(event, "too-many-values", limit=str(MAX_NODES))
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
        following, scalar = self._next, self._scalar  # most of a file is scalars: no step too many for them
        while type(event := following()) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                key = self._node(event, depth)
                raise Unreadable(Problem(self._file, key.line, key.column, "key-not-text"))
            name = scalar(event)
            event = following()
            pairs.append((name, scalar(event) if type(event) is ScalarEvent else self._node(event, depth)))
        mark = start.start_mark
        return Mapping(pairs, mark.line + 1, mark.column + 1, bool(start.flow_style))

    def _sequence(self, start: Any, depth: int) -> Sequence:
        items: list[Node] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, depth))
        mark = start.start_mark
        return Sequence(items, mark.line + 1, mark.column + 1, bool(start.flow_style))

    def _scalar(self, event: Any) -> Scalar:
        self._room -= 1
        if self._room < 0:
            self._refuse(event, "too-many-values", limit=str(MAX_NODES))
        if event.anchor is not None:
            self._refuse(event, "anchor", found=event.anchor)
        if event.tag is not None:
            self._refuse(event, "tag", found=event.tag)
        mark = event.start_mark
        line = mark.line
        value: str = event.value
        if len(value) > MAX_TEXT:
            self._refuse(event, "text-too-long", limit=str(MAX_TEXT))
        if self._escapes and event.style == '"':
            self._escaped(event)
        plain = not event.style
        if plain and value:
            if event.end_mark.line != line:
                self._refuse_slid_list(event)
            if self._dashed and _DASHED.match(value) and not self._text_before(event):
                problem = _no_space(self._file, self._text, line + 1, mark.column + 1)
                raise Unreadable(problem)
            if self._glued:
                self._refuse_glued_comment(event)
        return Scalar(value, line + 1, mark.column + 1, plain)

    def _text_before(self, event: Any) -> str:
        """What stands before a scalar in its line, but for spaces."""
        mark = event.start_mark
        return self._text[mark.index - mark.column : mark.index].strip(" ")

    def _escaped(self, event: Any) -> None:
        """What was typed as an escape, such as \\x1b, was not seen in the text."""
        value: str = event.value
        if hidden := FORBIDDEN.search(value):
            code, params = forbidden(hidden[0])
            self._refuse(event, code, **params)
        if heaped_marks(value) is not None:
            self._refuse(event, "heaped-marks")
        if self._problems is not None and self._unclean < MOST and "\\" in self._source(event):
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            for problem in unclean(value, self._file, plain=is_plain(value)):
                self._problems.append(replace(problem, line=line, column=column))
                self._unclean += 1

    def _source(self, event: Any) -> str:
        return self._text[event.start_mark.index : event.end_mark.index]

    def _refuse_slid_list(self, event: Any) -> None:
        """`a` then ` - b` one column too far is, for YAML, the one text `a - b`; nobody means that."""
        if found := _SLID_ITEM.search(self._source(event)):
            line = event.start_mark.line + 2 + self._source(event).count("\n", 0, found.start())
            column = len(found[0]) - len("\n- ") + 1
            raise Unreadable(Problem(self._file, line, column, "slid-list"))

    def _refuse_glued_comment(self, event: Any) -> None:
        """`Tổ 5 #2` would lose its end as a comment; a real comment has a space behind its `#`."""
        end = event.end_mark.index
        if _GLUED_REST.match(self._text, end):
            rest = self._text[end : end + 60].partition("\n")[0].rstrip()
            self._refuse(event, "glued-comment", found=f"{event.value}{rest}"[:60])

    def _refuse(self, event: Any, code: str, **params: str) -> None:
        mark = event.start_mark
        raise Unreadable(Problem(self._file, mark.line + 1, mark.column + 1, code, params=params))
