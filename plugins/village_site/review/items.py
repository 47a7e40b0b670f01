"""The records of a tree as they were typed: not bound, so that a mistake in a record hides nothing in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from village_site.frozen import frozen
from village_site.model import Kind, Layout
from village_site.model.declare import Record, Table, is_absent, table
from village_site.model.shapes import Line, Words
from village_site.revisions import Tree
from village_site.source import Mapping, Node, Scalar, Unreadable, read_yaml
from village_site.source import Sequence as Items
from village_site.vietnamese import key, nfc

_SINGLE = (Layout.VILLAGE, Layout.SHARED, Layout.FOLDER)
_BESIDE = (Layout.SHARED, Layout.SHARED_LIST)
_IN_FOLDER = (Layout.FOLDER, Layout.FOLDER_LIST)


@frozen
class Item:
    """One mapping of a file. `given` is the id that the file's or folder's name gives it, else ""."""

    record: type[Record]
    node: Mapping
    file: str
    given: str = ""

    @property
    def table(self) -> Table:
        """The fields it may have."""
        return table(self.record)

    @property
    def id(self) -> str:
        """The id it is known by, "" when it has none."""
        return self.given or self.text("id")

    @property
    def name(self) -> str:
        """What it is called: the first text it must have."""
        for spec in self.table.fields:
            if spec.required and spec.personal is None and isinstance(spec.shape, Line | Words):
                return self.text(spec.en)
        return ""

    def text(self, name: str) -> str:
        """The text of a field, "" when it has none."""
        for key_, node in self.node.pairs:
            spec = self.table.find(key_.text)
            if spec is not None and spec.en == name and not is_absent(node):
                return _vietnamese(node)
        return ""

    def typed(self) -> dict[str, list[Node]]:
        """Everything typed, by field, a list's items one by one; under "" what no field is meant by."""
        found: dict[str, list[Node]] = {}
        fields = self.table
        for name, node in self.node.pairs:
            spec = fields.find(name.text)
            if not is_absent(node):
                nodes = node.items if isinstance(node, Items) and spec is not None and spec.many else [node]
                found.setdefault(spec.en if spec is not None else "", []).extend(nodes)
        return found


def text_of(node: Node) -> str:
    """Everything a node says, on one line where it was typed on one."""
    if isinstance(node, Scalar):
        return nfc(node.text).strip()
    if isinstance(node, Mapping):
        return "; ".join(f"{name.text}: {text_of(value)}" for name, value in node.pairs)
    return "; ".join(text_of(item) for item in node.items)


def _vietnamese(node: Node) -> str:
    """What a node says in Vietnamese: a translation that is added makes no other record of it."""
    if type(node) is Mapping:
        found = [value for name, value in node.pairs if name.text.strip().lower() == "vi"]
        return text_of(found[0] if found else node)
    return text_of(node)


def plain(node: Node) -> Hashable:
    """A node's content without its places, so that equal ones compare equal."""
    if isinstance(node, Scalar):
        return nfc(node.text).strip()
    if isinstance(node, Mapping):
        return frozenset((key(name.text), plain(value)) for name, value in node.pairs)
    return tuple(plain(item) for item in node.items)


Group = tuple[str, str]
"""Name of a kind, and a village's id or "" outside villages."""


@dataclass(slots=True)
class Side:
    """One side of a comparison: records by kind and village, and the places that could not be read."""

    items: dict[Group, list[Item]] = field(default_factory=lambda: defaultdict(list))
    unread: list[tuple[str, int]] = field(default_factory=list)
    unread_groups: set[Group] = field(default_factory=set)


def kind_of(path: str, kinds: Sequence[Kind[Any]]) -> tuple[Kind[Any], str, str] | None:
    """The kind that a file is of, its village and the id it gives; None for a file of no kind."""
    *folders, name = path.split("/")
    stem, _, ending = name.rpartition(".")
    if ending != "yml" or len(folders) > 1:
        return None
    folder = folders[0] if folders else ""
    for kind in kinds:
        if not folder:
            fits = kind.layout in _BESIDE and stem in kind.files
        elif folder.startswith("_"):
            fits = kind.layout in _IN_FOLDER and folder == kind.file
        else:
            fits = kind.in_village and stem in kind.files
        if fits:
            given = {Layout.VILLAGE: folder, Layout.FOLDER: stem}.get(kind.layout, "")
            return kind, folder if kind.in_village else "", given
    return None


def read_side(tree: Tree, paths: Sequence[str], kinds: Sequence[Kind[Any]]) -> Side:
    """The records that some files of a tree hold."""
    side = Side()
    data = tree.read(path for path in paths if path in tree.marks)
    for path in paths:
        found = kind_of(path, kinds)
        if found is None or path not in tree.marks:
            continue
        kind, village, given = found
        file = f"{tree.name}/{path}"
        nodes, fault = _nodes(data.get(path), file, kind)
        side.items[kind.name, village] += [Item(kind.record, node, file, given) for node in nodes]
        if fault:
            side.unread.append((file, fault))
            side.unread_groups.add((kind.name, village))
    return side


def _nodes(data: bytes | None, file: str, kind: Kind[Any]) -> tuple[list[Mapping], int]:
    """The records of a file, and the first line of what is none, 0 when all of it is read."""
    if data is None:
        return [], 1
    try:
        root = read_yaml(data, file)
    except Unreadable as unreadable:
        return [], unreadable.problem.line
    if root is None:
        return [], 0
    if kind.layout in _SINGLE:
        nodes = [root]
    elif isinstance(root, Items):
        nodes = root.items
    else:
        return [], root.line
    strangers = [node.line for node in nodes if type(node) is not Mapping]
    return [node for node in nodes if type(node) is Mapping], next(iter(strangers), 0)
