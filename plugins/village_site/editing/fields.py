"""Adds `name: value` to records of a YAML file without touching any other byte.

A YAML library that writes would also reflow what the editor typed. Here the text is cut at one place for
each new field, and the result counts only if it reads as the old tree with exactly those fields added.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import cast

from village_site.frozen import frozen
from village_site.model.declare import is_absent
from village_site.source import Mapping, Node, Scalar, Unreadable, read_yaml
from village_site.source import Sequence as Items

_BOM = b"\xef\xbb\xbf"
_BREAK = re.compile("\r?\n")  # the reader refuses every other end of a line


@frozen
class Insertion:
    """A field for one mapping of a file.

    into: the mapping as it was read from the file, with its place.
    name, value: the field as YAML text. A field of that name with nothing behind it is filled in.
    after: the key, as typed, that the field comes after; it comes first when there is no such key.
    """

    into: Mapping
    name: str
    value: str
    after: str = ""


class CannotInsert(Exception):
    """A field cannot be added safely: the file changed since it was read, or is laid out too unusually."""

    def __init__(self, insertion: Insertion) -> None:
        self.insertion = insertion
        super().__init__(f"{insertion.into.line}:{insertion.into.column}: cannot add {insertion.name}")


@frozen
class _Cut:
    """Where one insertion goes: `piece` at character `offset`, as pair number `index` of the mapping."""

    offset: int
    piece: str
    index: int
    fills: bool = False


def insert_fields(data: bytes, insertions: Sequence[Insertion]) -> bytes:
    """The file's bytes with the fields added, at most one to a mapping.

    Raises CannotInsert, naming the first insertion that fails, when the result would read as anything else.
    """
    if not insertions:
        return data
    if (result := _attempt(data, insertions)) is not None:
        return result
    counts = range(1, len(insertions))
    first = bisect_left(counts, True, key=lambda count: _attempt(data, insertions[:count]) is None)
    raise CannotInsert(insertions[first])


def _attempt(data: bytes, insertions: Sequence[Insertion]) -> bytes | None:
    """The new bytes, or None when they would not read as the old ones with the fields added."""
    try:
        tree = read_yaml(data, "")
        found = {(node.line, node.column): node for node in _mappings(tree)}
        targets = [found.get((insertion.into.line, insertion.into.column)) for insertion in insertions]
        if targets != [insertion.into for insertion in insertions]:
            return None
        text = _Text(data.decode("utf-8-sig"))
        cuts = [text.cut(insertion) for insertion in insertions]
        result = (_BOM if data.startswith(_BOM) else b"") + text.with_pieces(cuts).encode()
        for target, insertion, cut in zip(targets, insertions, cuts, strict=True):
            pair = Scalar(insertion.name, 0, 0, plain=True), Scalar(insertion.value, 0, 0, plain=True)
            cast(Mapping, target).pairs[cut.index : cut.index + cut.fills] = [pair]
        return result if _words(read_yaml(result, "")) == _words(tree) else None
    except Unreadable:
        return None


class _Text:
    """A file's characters, found by line and column."""

    def __init__(self, text: str) -> None:
        self._text = text
        breaks = list(_BREAK.finditer(text))
        self._starts = [0, *(found.end() for found in breaks)]
        self._ends = [*(found.start() for found in breaks), len(text)]
        self._newline = "\r\n" if "\r\n" in text else "\n"

    def with_pieces(self, cuts: Sequence[_Cut]) -> str:
        """The text with every piece put in its place."""
        parts: list[str] = []
        done = 0
        for cut in sorted(cuts, key=lambda cut: cut.offset):
            parts += (self._text[done : cut.offset], cut.piece)
            done = cut.offset
        return "".join((*parts, self._text[done:]))

    def cut(self, insertion: Insertion) -> _Cut:
        """Where a field goes, and with which words around it."""
        into = insertion.into
        names = [name.text for name, _ in into.pairs]
        if insertion.name in names:
            return self._fill(insertion, names.index(insertion.name))
        pair = f"{insertion.name}: {insertion.value}"
        index = names.index(insertion.after) + 1 if insertion.after in names else 0
        if into.flow:  # before the key that follows; before the last where none does
            if not names:
                return _Cut(self._offset(into) + 1, pair, 0)
            index = min(index, len(names) - 1)
            return _Cut(self._offset(into.pairs[index][0]), f"{pair}, ", index)
        margin = self._newline + " " * (into.column - 1)
        if index and self._is_in_its_line(value := into.pairs[index - 1][1]):
            return _Cut(self._ends[value.line - 1], margin + pair, index)
        return _Cut(self._offset(into), pair + margin, 0)

    def _fill(self, insertion: Insertion, index: int) -> _Cut:
        """Behind the colon of a field with nothing behind it."""
        value = insertion.into.pairs[index][1]
        offset = self._offset(value)
        gap = "" if self._text[offset - 1 : offset] == " " else " "
        return _Cut(offset, gap + insertion.value, index, fills=is_absent(value))

    def _offset(self, node: Node) -> int:
        return self._starts[node.line - 1] + node.column - 1

    def _is_in_its_line(self, node: Node) -> bool:
        """True for a scalar typed on one line without escapes: only a comment can follow it there."""
        if type(node) is not Scalar:
            return False
        start = self._offset(node)
        quote = "" if node.plain else self._text[start]
        return self._text.startswith(f"{quote}{node.text}{quote}", start)


def _mappings(node: Node | None) -> Iterator[Mapping]:
    """Every mapping of a tree."""
    if isinstance(node, Mapping):
        yield node
        for _, value in node.pairs:
            yield from _mappings(value)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _mappings(item)


def _words(node: Node | None) -> object:
    """What a tree says, without the places."""
    if isinstance(node, Mapping):
        return node.flow, [(name.text, _words(value)) for name, value in node.pairs]
    if isinstance(node, Items):
        return node.flow, [_words(item) for item in node.items]
    return node and (node.text, node.plain)
