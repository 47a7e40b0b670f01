"""Reads one file of the data into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from village_site.geo.features import Feature
from village_site.guessing import Guesses
from village_site.model import Kind, Layout
from village_site.model.bind import bind
from village_site.model.declare import Record, table
from village_site.model.reading import Reading
from village_site.model.shapes import Slug, slug
from village_site.privacy.forbidden import HIDDEN, is_unchecked, unchecked
from village_site.privacy.screen import Screen
from village_site.privacy.sensitive import without_guesses
from village_site.problems import Problem
from village_site.source import Mapping as Tree
from village_site.source import Node, Scalar, Unreadable, read_yaml
from village_site.source import Sequence as Items
from village_site.source.files import read_bounded
from village_site.source.folder import Entry, entries
from village_site.source.sheet import read_sheet
from village_site.values import Coordinates

R = TypeVar("R", bound=Record)
_PLAIN = re.compile(r"[0-9]+|U\+[0-9A-F]+")
"""A limit, or the name of a character: nothing that somebody typed."""
_SHOWN_COLUMNS = 5
MAP_STEMS = ("map", "ban-do")
"""Names, without their ending, that a village's map may have."""
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
    papers: set[str] = field(default_factory=set)
    maps: dict[str, Entry] = field(default_factory=dict)
    shared: dict[str, list[Record]] = field(default_factory=dict)
    guesses: Guesses = field(default_factory=Guesses)
    screen: Screen = field(default_factory=Screen)

    def records(self, kind: Kind[R], entry: Entry, folder: str | None, **given: str) -> list[R]:
        """The records of one file."""
        found = []
        with self.opened(kind, entry, folder) as (nodes, reading):
            for node in nodes:
                if name := typed_id(kind, node):
                    self.claimed.add((kind.name, folder, name))
                record = bind(kind.record, node, reading, **given)
                if record is not None:
                    found.append(record)
        return found

    @contextmanager
    def opened(
        self, kind: Kind[Any], entry: Entry, folder: str | None
    ) -> Iterator[tuple[list[Node], Reading]]:
        """What one file holds, one node a record; reports why it, or the rest of it, is not read."""
        before = len(self.problems)
        reading = Reading(entry.shown, folder, self.problems)
        try:
            nodes = self._nodes(kind, entry, reading)
        except Unreadable as fault:
            self._give_up(kind, folder, fault.problem)
            nodes = []
        try:
            yield nodes, reading
        except Unreadable as fault:  # too much is wrong with it
            self._give_up(kind, folder, fault.problem)
        self.problems[before:] = without_guesses(self.problems[before:])

    def _give_up(self, kind: Kind[Any], folder: str | None, *problems: Problem) -> None:
        self.problems.extend(problems)
        self.unread.add((kind.name, folder))

    def _nodes(self, kind: Kind[Any], entry: Entry, reading: Reading) -> list[Node]:
        """A file with a value that must never be typed is read no further: no message can repeat it."""
        data = read_bounded(entry.path, entry.shown)
        text = data.decode("utf-8-sig", "replace")
        hits = self.screen.values(text, entry.shown)
        read = _sheet_of(kind) if entry.suffix == TABLE else read_yaml
        if hits:
            self._give_up(
                kind, reading.folder, *([_structural(read, data, entry)] if is_unchecked(hits) else hits)
            )
            return []
        root = read(data, entry.shown, self.problems)
        if root is None:
            return []
        self.problems += self.screen.words(text, root, entry.shown, kind)
        if kind.layout in (Layout.VILLAGE, Layout.SHARED, Layout.FOLDER):
            return [root]
        if type(root) is not Items:
            reading.error(root, "want-record-list", found=first_words(root))
            self.unread.add((kind.name, reading.folder))
            return []
        return root.items

    def map_of(self, folder: str, near: Coordinates | None) -> tuple[Feature, ...]:
        """What a village's map holds; `near` is where the village is."""
        if (entry := self.maps.get(folder)) is None:
            return ()
        from village_site.geo.reading import MAX_BYTES, read_map  # most sites have no map

        try:
            data = read_bounded(entry.path, entry.shown, MAX_BYTES)
        except Unreadable as fault:
            self.problems.append(fault.problem)
            return ()
        if hits := self.screen.values(data.decode("utf-8-sig", "replace"), entry.shown):
            self.problems += hits
            return ()
        return read_map(data, entry.shown, self.problems, near)

    def entries(self, folder: Path, shown: str) -> Iterator[Entry]:
        """What lies in a folder of the data, but for names that hold a value which must never be typed."""
        for entry in entries(folder, shown):
            if hits := self.screen.name(entry):
                self.problems += hits
            else:
                yield entry

    def place(self, entry: Entry, code: str, **params: str) -> None:
        """Reports a fault of a whole file."""
        self.problems.append(Problem(entry.shown, 1, 1, code, params=params))


def _sheet_of(kind: Kind[Any]) -> Callable[..., Items | None]:
    """Reads a table whose first row names fields of a kind."""
    fields = table(kind.record)
    columns = ";".join(spec.vi for spec in fields.fields[:_SHOWN_COLUMNS])
    return partial(read_sheet, known=fields.find, columns=columns)


def _structural(read: Callable[..., object], data: bytes, entry: Entry) -> Problem:
    """Why a file too full to be looked through cannot be read either; that it is too full where it can.

    Nothing typed in it is repeated, for nobody knows what it is.
    """
    try:
        read(data, entry.shown)
    except Unreadable as fault:
        hidden = {
            name: value if _PLAIN.fullmatch(value) else HIDDEN for name, value in fault.problem.params.items()
        }
        return replace(fault.problem, params=hidden)
    return unchecked(entry.shown)


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
        ending = ".geojson" if entry.stem in MAP_STEMS and entry.suffix != ".geojson" else ".yml"
        loader.place(entry, "unknown-file", found=entry.path.name, guess=f"{entry.stem}{ending}")
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
