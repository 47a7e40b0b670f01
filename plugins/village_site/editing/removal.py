"""Takes fields out of records of a YAML file; every line that is not theirs stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from village_site.source import Mapping, Node, Scalar, Unreadable, read_yaml
from village_site.source import Sequence as Items

_BOM = b"\xef\xbb\xbf"


class CannotRemove(ValueError):
    """The field does not stand on lines of its own; carries its key."""

    def __init__(self, key: Scalar) -> None:
        self.key = key
        super().__init__(f"{key.line}:{key.column}")


def remove_fields(data: bytes, keys: Sequence[Scalar]) -> bytes:
    """The file without the fields of these keys, which are keys of mappings as they were read from it.

    Raises CannotRemove where a field shares its lines with others (`{a: 1, b: 2}`), or when the result would
    read as anything else than what was asked for.
    """
    mark = _BOM if data.startswith(_BOM) else b""
    lines = data.removeprefix(mark).decode("utf-8").split("\n")
    for key in sorted(keys, key=lambda one: one.line, reverse=True):
        _remove(lines, key)
    result = mark + "\n".join(lines).encode()
    gone = {(key.line, key.column) for key in keys}
    try:
        if _words(read_yaml(data, ""), gone) == _words(read_yaml(result, ""), set()):
            return result
    except Unreadable:
        pass
    raise CannotRemove(keys[0])


def _remove(lines: list[str], key: Scalar) -> None:
    """Takes out the line of a key and those of its value. Where the key stood behind the dash of its list,
    the dash goes to the key that follows."""
    first, margin = key.line - 1, key.column - 1
    if not re.match(rf"[ -]{{{margin}}}{re.escape(key.text)}\s*:", lines[first]):
        raise CannotRemove(key)
    last = first + 1
    while last < len(lines) and _belongs(lines[last], margin):
        last += 1
    while last > first + 1 and not lines[last - 1].strip():
        last -= 1  # an empty line parts records, it is not the value's
    head = lines[first][:margin]
    del lines[first:last]
    if head.strip():
        if first >= len(lines) or not re.match(rf" {{{margin}}}[^ #]", lines[first]):
            raise CannotRemove(key)
        lines[first] = head + lines[first][margin:]


def _belongs(line: str, margin: int) -> bool:
    """True for a line of the value above: further in, empty, or an item of a list as far in as its key."""
    bare = line.strip()
    inset = len(line) - len(line.lstrip(" "))
    return not bare or inset > margin or (inset == margin and bare.startswith("- "))


def _words(node: Node | None, gone: set[tuple[int, int]]) -> Any:
    """What a tree says without the fields that go, and without the places."""
    if isinstance(node, Mapping):
        kept = [(name, value) for name, value in node.pairs if (name.line, name.column) not in gone]
        return [(name.text, _words(value, gone)) for name, value in kept]
    if isinstance(node, Items):
        return [_words(item, gone) for item in node.items]
    return node and (node.text, node.plain)
