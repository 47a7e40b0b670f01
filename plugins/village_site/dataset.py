"""All the data of a site: every file read, every record typed, nothing linked yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from village_site.codes.history import recall
from village_site.codes.register import Register, read_register
from village_site.model import KINDS, Kind, Layout
from village_site.model.bind import bind
from village_site.model.criteria import CRITERIA_SETS, CriteriaSet
from village_site.model.declare import Record, table
from village_site.model.events import EVENTS, CodeEvent
from village_site.model.prints import PLATES, PRINTS, Plate, PrintRun
from village_site.model.reading import Reading
from village_site.model.shapes import Slug, slug
from village_site.model.site import SITE, SOURCES, Site, SourceRecord
from village_site.model.units import UNITS, Unit
from village_site.model.village import VILLAGE, Village
from village_site.problems import Problem
from village_site.source import Mapping as Tree
from village_site.source import Node, Scalar, Unreadable, read_yaml
from village_site.source import Sequence as Items
from village_site.source.folder import PICTURES, Entry, entries
from village_site.vietnamese import closest

R = TypeVar("R", bound=Record)
REGISTER = "_register"


@dataclass(frozen=True, slots=True)
class VillageFolder:
    """One village: its own record and the lists of its folder."""

    id: str
    village: Village
    records: Mapping[str, tuple[Record, ...]]

    def of(self, kind: Kind[R]) -> tuple[R, ...]:
        """The village's records of a kind, in the order typed."""
        return cast("tuple[R, ...]", self.records.get(kind.name, ()))


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything that was typed. `claimed` also holds the ids of records that could not be read,
    so that a reference to one of them is not reported as well; `unread` has kind and village of whole files
    that could not be."""

    root: Path
    kinds: tuple[Kind[Any], ...]
    site: Site
    sources: tuple[SourceRecord, ...]
    units: tuple[Unit, ...]
    criteria: tuple[CriteriaSet, ...]
    events: tuple[CodeEvent, ...]
    runs: tuple[PrintRun, ...]
    plates: tuple[Plate, ...]
    villages: tuple[VillageFolder, ...]
    register: Register
    pictures: frozenset[str]
    claimed: frozenset[tuple[str, str | None, str]]
    unread: frozenset[tuple[str, str | None]]

    def may_hold(self, kind: str, village: str | None, name: str) -> bool:
        """True when such a record is there, could not be read, or stands in a file that could not."""
        return (kind, village, name) in self.claimed or (kind, village) in self.unread


@dataclass(slots=True)
class _Loader:
    kinds: tuple[Kind[Any], ...]
    problems: list[Problem] = field(default_factory=list)
    claimed: set[tuple[str, str | None, str]] = field(default_factory=set)
    unread: set[tuple[str, str | None]] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    shared: dict[str, list[Record]] = field(default_factory=dict)

    def records(self, kind: Kind[Any], entry: Entry, folder: str | None, **given: str) -> list[Record]:
        """The records of one file."""
        reading = Reading(entry.shown, folder, self.problems)
        try:
            root = read_yaml(entry.path.read_bytes(), entry.shown)
        except Unreadable as fault:
            self.problems.append(fault.problem)
            self.unread.add((kind.name, folder))
            return []
        if root is None:
            return []
        single = kind.layout in (Layout.VILLAGE, Layout.SHARED, Layout.FOLDER)
        if not single and type(root) is not Items:
            reading.error(root, "want-record-list", found=_first_words(root))
            self.unread.add((kind.name, folder))
            return []
        nodes = [root] if single else cast(Items, root).items
        found = []
        for node in nodes:
            self._claim(kind, node, folder)
            record = bind(kind.record, node, reading, **given)
            if record is not None:
                found.append(record)
        return found

    def _claim(self, kind: Kind[Any], node: Node, folder: str | None) -> None:
        if type(node) is not Tree:
            return
        fields = table(kind.record)
        if "id" not in fields.by_name:
            return
        for name, value in node.pairs:
            spec = fields.find(name.text)
            if spec is not None and spec.en == "id" and type(value) is Scalar:
                self.claimed.add((kind.name, folder, value.text.strip()))

    def place(self, entry: Entry, code: str, **params: str) -> None:
        """Reports a fault of a whole file."""
        self.problems.append(Problem(entry.shown, 1, 1, code, params=params))


def load(root: Path, kinds: tuple[Kind[Any], ...] = KINDS) -> tuple[Dataset | None, list[Problem]]:
    """Reads the data folder. None, with problems, when there is no site or not one readable file of it."""
    loader = _Loader(kinds)
    shown = root.name
    if not root.is_dir():
        return None, [Problem(shown, 1, 1, "no-data-folder", params={"found": str(root)})]
    register = Register.empty()
    villages: list[VillageFolder] = []
    for entry in entries(root, shown):
        if entry.is_link:
            loader.place(entry, "symlink")
        elif entry.is_folder and entry.path.name == REGISTER:
            register = read_register(entry.path, entry.shown, loader.problems)
        elif entry.is_folder and entry.path.name.startswith("_"):
            _load_shared_folder(loader, entry)
        elif entry.is_folder:
            villages.extend(_load_village(loader, entry))
        else:
            _load_shared_file(loader, entry)
    recall(root, f"{shown}/{REGISTER}", register, loader.problems)
    sites = cast("list[Site]", loader.shared.get(SITE.name, []))
    if not sites:
        if not any(problem.file.startswith(f"{shown}/{SITE.file}.") for problem in loader.problems):
            loader.problems.append(Problem(f"{shown}/{SITE.file}.yml", 1, 1, "no-site-file"))
        return None, loader.problems
    dataset = Dataset(
        root=root,
        kinds=kinds,
        site=sites[0],
        sources=cast("tuple[SourceRecord, ...]", tuple(loader.shared.get(SOURCES.name, ()))),
        units=cast("tuple[Unit, ...]", tuple(loader.shared.get(UNITS.name, ()))),
        criteria=cast("tuple[CriteriaSet, ...]", tuple(loader.shared.get(CRITERIA_SETS.name, ()))),
        events=cast("tuple[CodeEvent, ...]", tuple(loader.shared.get(EVENTS.name, ()))),
        runs=cast("tuple[PrintRun, ...]", tuple(loader.shared.get(PRINTS.name, ()))),
        plates=cast("tuple[Plate, ...]", tuple(loader.shared.get(PLATES.name, ()))),
        villages=tuple(villages),
        register=register,
        pictures=frozenset(loader.pictures),
        claimed=frozenset(loader.claimed),
        unread=frozenset(loader.unread),
    )
    return dataset, loader.problems


def peek(root: Path) -> tuple[Site | None, Register]:
    """The site's own record and the register alone: enough to draw symbols while all else is being read.

    What is wrong with them is not told here; `load` reads them again and tells.
    """
    unheard: list[Problem] = []
    folder = root / REGISTER
    register = read_register(folder, REGISTER, unheard) if folder.is_dir() else Register.empty()
    file = root / f"{SITE.file}.yml"
    if not file.is_file() or file.is_symlink():
        return None, register
    found = _Loader((SITE,), unheard).records(
        SITE, Entry(file, file.name, is_folder=False, is_link=False), None
    )
    return cast("Site | None", found[0] if found else None), register


def _load_shared_file(loader: _Loader, entry: Entry) -> None:
    kinds = [kind for kind in loader.kinds if kind.layout in (Layout.SHARED, Layout.SHARED_LIST)]
    if (kind := _kind_of(loader, entry, kinds)) is not None:
        loader.shared.setdefault(kind.name, []).extend(loader.records(kind, entry, None))


def _load_shared_folder(loader: _Loader, entry: Entry) -> None:
    kinds = {kind.file: kind for kind in loader.kinds if kind.layout in (Layout.FOLDER, Layout.FOLDER_LIST)}
    kind = kinds.get(entry.path.name)
    if kind is None:
        loader.place(entry, "unknown-folder", guess=closest(entry.path.name, [*kinds, REGISTER]) or "")
        return
    for item in entries(entry.path, entry.shown):
        if not _is_data_file(loader, item):
            continue
        given: dict[str, str] = {}
        if kind.layout is Layout.FOLDER:
            if not _is_id(loader, item):
                continue
            given = {"id": item.stem}
            loader.claimed.add((kind.name, None, item.stem))
        loader.shared.setdefault(kind.name, []).extend(loader.records(kind, item, None, **given))


def _load_village(loader: _Loader, entry: Entry) -> list[VillageFolder]:
    if not _is_id(loader, entry):
        return []
    folder = entry.path.name
    loader.claimed.add((VILLAGE.name, None, folder))
    kinds = [kind for kind in loader.kinds if kind.in_village]
    records: dict[str, tuple[Record, ...]] = {}
    village: Village | None = None
    seen: dict[str, str] = {}
    for item in entries(entry.path, entry.shown):
        if item.suffix.lower() in PICTURES and not item.is_link:
            loader.pictures.add(item.shown)
            continue
        if (kind := _kind_of(loader, item, kinds)) is None:
            continue
        if kind.name in seen:
            loader.place(item, "file-in-both-languages", other=seen[kind.name])
            continue
        seen[kind.name] = item.path.name
        given = {"id": folder} if kind is VILLAGE else {}
        found = loader.records(kind, item, folder, **given)
        if kind is VILLAGE:
            village = cast(Village, found[0]) if found else None
        else:
            records[kind.name] = tuple(found)
    if VILLAGE.name not in seen:
        loader.problems.append(Problem(f"{entry.shown}/{VILLAGE.file}.yml", 1, 1, "no-village-file"))
    return [VillageFolder(folder, village, records)] if village is not None else []


def _kind_of(loader: _Loader, entry: Entry, kinds: Sequence[Kind[Any]]) -> Kind[Any] | None:
    """The kind a file's name stands for; a file of no kind is reported, it would be ignored otherwise."""
    if entry.is_folder:
        loader.place(entry, "folder-in-village")
        return None
    if not _is_data_file(loader, entry):
        return None
    names = {name: kind for kind in kinds for name in kind.files}
    kind = names.get(entry.stem)
    if kind is None:
        guess = closest(entry.stem, names)
        loader.place(entry, "unknown-file", found=entry.path.name, guess=f"{guess}.yml" if guess else "")
    return kind


def _is_data_file(loader: _Loader, entry: Entry) -> bool:
    if entry.is_link:
        loader.place(entry, "symlink")
    elif entry.is_folder:
        loader.place(entry, "folder-in-village")
    elif entry.suffix != ".yml":
        loader.place(entry, "unknown-file", found=entry.path.name, guess=f"{entry.stem}.yml")
    else:
        return True
    return False


def _is_id(loader: _Loader, entry: Entry) -> bool:
    """A folder or file name that becomes an id must be one."""
    reading = Reading(entry.shown, None, loader.problems)
    name = Scalar(entry.stem, 1, 1, plain=True)
    if slug(entry.stem) == entry.stem:
        return Slug().read(name, reading) is not None
    loader.place(entry, "bad-folder-id", found=entry.stem, guess=slug(entry.stem))
    return False


def _first_words(node: Node) -> str:
    return node.text[:60] if type(node) is Scalar else "{…}"
