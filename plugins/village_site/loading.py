"""Reads one file of the data into records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from village_site.guessing import Guesses
from village_site.model import Kind, Layout
from village_site.model.bind import bind
from village_site.model.declare import Record, table
from village_site.model.reading import Reading
from village_site.model.shapes import Slug, slug
from village_site.problems import Problem
from village_site.source import Mapping as Tree
from village_site.source import Node, Scalar, Unreadable, read_file
from village_site.source import Sequence as Items
from village_site.source.folder import Entry
from village_site.source.sheet import read_table

R = TypeVar("R", bound=Record)
TABLE = ".csv"
"""Ending of a table that a spreadsheet saved."""


@dataclass(slots=True)
class Loader:
    """Reads files into records and gathers what is wrong with them."""

    kinds: tuple[Kind[Any], ...]
    problems: list[Problem] = field(default_factory=list)
    claimed: set[tuple[str, str | None, str]] = field(default_factory=set)
    unread: set[tuple[str, str | None]] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    shared: dict[str, list[Record]] = field(default_factory=dict)
    guesses: Guesses = field(default_factory=Guesses)

    def records(self, kind: Kind[R], entry: Entry, folder: str | None, **given: str) -> list[R]:
        """The records of one file."""
        reading = Reading(entry.shown, folder, self.problems)
        found = []
        with self.refused(kind, folder):
            for node in self.nodes(kind, entry, reading):
                if name := typed_id(kind, node):
                    self.claimed.add((kind.name, folder, name))
                record = bind(kind.record, node, reading, **given)
                if record is not None:
                    found.append(record)
        return found

    @contextmanager
    def refused(self, kind: Kind[Any], folder: str | None) -> Iterator[None]:
        """Reports why a file, or the rest of it, is not read."""
        try:
            yield
        except Unreadable as fault:
            self.problems.append(fault.problem)
            self.unread.add((kind.name, folder))

    def nodes(self, kind: Kind[Any], entry: Entry, reading: Reading) -> list[Node]:
        """What one file holds, one node a record. Raises Unreadable."""
        read = read_table if entry.suffix == TABLE else read_file
        root = read(entry, self.problems)
        if root is None:
            return []
        if kind.layout in (Layout.VILLAGE, Layout.SHARED, Layout.FOLDER):
            return [root]
        if type(root) is not Items:
            reading.error(root, "want-record-list", found=first_words(root))
            self.unread.add((kind.name, reading.folder))
            return []
        return root.items

    def place(self, entry: Entry, code: str, **params: str) -> None:
        """Reports a fault of a whole file."""
        self.problems.append(Problem(entry.shown, 1, 1, code, params=params))


def typed_id(kind: Kind[Any], node: Node) -> str:
    """The id typed in a record's mapping; "" where there is none."""
    fields = table(kind.record)
    if type(node) is Tree and "id" in fields.by_name:
        for name, value in node.pairs:
            spec = fields.find(name.text)
            if spec is not None and spec.en == "id" and type(value) is Scalar:
                return value.text.strip()
    return ""


def kind_of(loader: Loader, entry: Entry, kinds: Sequence[Kind[Any]]) -> Kind[Any] | None:
    """The kind a file's name stands for; a file of no kind is reported, it would be ignored otherwise."""
    names = {name: kind for kind in kinds for name in kind.files}
    kind = names.get(entry.stem)
    if entry.suffix == TABLE and kind is not None and kind.tabular and not entry.fault:
        return kind
    if not is_data_file(loader, entry):
        return None
    if kind is None:
        guess = loader.guesses.closest(entry.stem, names)
        loader.place(entry, "unknown-file", found=entry.path.name, guess=f"{guess}.yml" if guess else "")
    return kind


def is_data_file(loader: Loader, entry: Entry) -> bool:
    """True for a file that is read as data; anything else is reported."""
    if entry.fault:
        loader.place(entry, entry.fault, **entry.params)
    elif entry.is_folder:
        loader.place(entry, "folder-in-village")
    elif entry.suffix != ".yml":
        loader.place(entry, "unknown-file", found=entry.path.name, guess=f"{entry.stem}.yml")
    else:
        return True
    return False


def is_id(loader: Loader, entry: Entry) -> bool:
    """A folder or file name that becomes an id must be one."""
    reading = Reading(entry.shown, None, loader.problems)
    name = Scalar(entry.stem, 1, 1, plain=True)
    if slug(entry.stem) == entry.stem:
        return Slug().read(name, reading) is not None
    loader.place(entry, "bad-folder-id", found=entry.stem, guess=slug(entry.stem))
    return False


def first_words(node: Node) -> str:
    """The beginning of what was typed, for a message."""
    if type(node) is Scalar:
        return node.text[:60]
    return f"{node.pairs[0][0].text[:60]}: …" if type(node) is Tree and node.pairs else "{…}"
