"""Putting another word in the place of one: a key or a value on one line, every other byte kept."""

from __future__ import annotations

from collections.abc import Iterable

from village_site.source import Mapping, Node, Scalar, Sequence, read_yaml


class CannotReplace(ValueError):
    """The word does not stand in the file as plain text on one line; carries its place."""

    def __init__(self, scalar: Scalar) -> None:
        self.scalar = scalar
        super().__init__(f"{scalar.line}:{scalar.column}")


def replace_scalars(data: bytes, changes: Iterable[tuple[Scalar, str]]) -> bytes:
    """The file with each scalar's text replaced. Comments, order, line ends and quotes elsewhere stay.

    Raises CannotReplace for a scalar that is not plain text on one line, or when the new text would be read
    as anything else than what was asked for; nothing is half done then.
    """
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    lines = data.removeprefix(mark).decode("utf-8").split("\n")
    wanted: dict[tuple[int, int], str] = {}
    ordered = sorted(changes, key=lambda change: (change[0].line, change[0].column), reverse=True)
    for scalar, text in ordered:
        row, start = lines[scalar.line - 1], scalar.column - 1
        if not scalar.plain or row[start : start + len(scalar.text)] != scalar.text:
            raise CannotReplace(scalar)
        lines[scalar.line - 1] = row[:start] + text + row[start + len(scalar.text) :]
        wanted[scalar.line, scalar.column] = text
    result = mark + "\n".join(lines).encode()
    _prove(read_yaml(data, ""), read_yaml(result, ""), wanted, ordered)
    return result


def _prove(
    before: Node | None,
    after: Node | None,
    wanted: dict[tuple[int, int], str],
    changes: list[tuple[Scalar, str]],
) -> None:
    old, new = list(_scalars(before)), list(_scalars(after))
    expected = [wanted.get((scalar.line, scalar.column), scalar.text) for scalar in old]
    if expected != [scalar.text for scalar in new]:
        raise CannotReplace(changes[0][0])


def _scalars(node: Node | None) -> Iterable[Scalar]:
    """Every scalar of a tree, keys before their values, in the order typed."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield key
            yield from _scalars(value)
