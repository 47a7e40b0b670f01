"""All the data of a site: every file read, every record typed, nothing linked yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from village_site.codes.history import recall
from village_site.codes.register import Register, read_register
from village_site.frozen import frozen
from village_site.geo.features import Feature
from village_site.loading import MAP_STEMS, Loader, is_data_file, is_id, kind_of
from village_site.model import KINDS, Kind, Layout
from village_site.model.criteria_sets import CRITERIA_SETS, CriteriaSet
from village_site.model.declare import Record
from village_site.model.events import EVENTS, CodeEvent
from village_site.model.exceptions import EXCEPTIONS, ReviewedException
from village_site.model.prints import PLATES, PRINTS, Plate, PrintRun
from village_site.model.site import SITE, SOURCES, Site, SourceRecord
from village_site.model.units import UNITS, Unit
from village_site.model.village import VILLAGE, Village
from village_site.overlay import PRIVATE, Records, lay_private
from village_site.privacy.exceptions import Reviewed
from village_site.privacy.screen import PAGES, Screen, in_pages
from village_site.problems import Problem
from village_site.source.folder import PAPERS, PICTURES, Entry
from village_site.vietnamese import closest

R = TypeVar("R", bound=Record)
REGISTER = "_register"
MAPS = tuple(f"{stem}.geojson" for stem in MAP_STEMS)
"""Names a village's map may have."""


@frozen
class Folder:
    """The lists of records of one village or unit."""

    id: str
    records: Mapping[str, tuple[Record, ...]]

    def of(self, kind: Kind[R]) -> tuple[R, ...]:
        """The records of a kind, in the order typed."""
        return cast("tuple[R, ...]", self.records.get(kind.name, ()))


@frozen
class VillageFolder(Folder):
    """One village: its own record, the lists of its folder and what its map holds."""

    village: Village
    map: tuple[Feature, ...] = ()


@frozen
class Dataset:
    """Everything that was typed. `claimed` also holds the ids of records that could not be read,
    so that a reference to one of them is not reported as well; `unread` has kind and village of whole files
    that could not be. `whole` is True when nothing at all was refused."""

    root: Path
    private: Path
    kinds: tuple[Kind[Any], ...]
    site: Site
    sources: tuple[SourceRecord, ...]
    units: tuple[Unit, ...]
    criteria: tuple[CriteriaSet, ...]
    events: tuple[CodeEvent, ...]
    runs: tuple[PrintRun, ...]
    plates: tuple[Plate, ...]
    villages: tuple[VillageFolder, ...]
    unit_folders: Mapping[str, Folder]
    register: Register
    pictures: frozenset[str]
    papers: frozenset[str]
    claimed: frozenset[tuple[str, str | None, str]]
    unread: frozenset[tuple[str, str | None]]
    whole: bool

    def may_hold(self, kind: str, village: str | None, name: str) -> bool:
        """True when such a record is there, could not be read, or stands in a file that could not."""
        return (kind, village, name) in self.claimed or (kind, village) in self.unread


def load(
    root: Path,
    kinds: tuple[Kind[Any], ...] = KINDS,
    *,
    private: Path | None = None,
    pages: Callable[[], Iterable[Problem]] | None = None,
) -> tuple[Dataset | None, list[Problem]]:
    """Reads the data folder. None, with problems, when there is no site or not one readable file of it.

    `private` is the folder laid over it; the one named PRIVATE beside it, if there is one, when left out.
    `pages` gives what is wrong with the hand-written pages, which are looked through as well; those of the
    folder named PAGES beside it when left out.
    """
    loader = Loader(kinds)
    private = private or root.parent / PRIVATE
    shown = root.name
    if not root.is_dir():
        return None, [Problem(shown, 1, 1, "no-data-folder", params={"found": str(root)})]
    register = Register.empty()
    villages: dict[str, tuple[Village, Records]] = {}
    unit_folders: dict[str, Records] = {}
    for entry in sorted(loader.entries(root, shown), key=_exceptions_first):
        if entry.fault:
            loader.place(entry, entry.fault, **entry.params)
        elif entry.is_folder and entry.path.name == REGISTER:
            register = read_register(entry.path, entry.shown, loader.problems)
        elif entry.is_folder and entry.path.name.startswith("_"):
            _load_shared_folder(loader, entry, unit_folders)
        elif entry.is_folder:
            villages.update(_load_village(loader, entry))
        else:
            _load_shared_file(loader, entry)
    maps = {name: loader.map_of(name, village.location) for name, (village, _) in villages.items()}
    lay_private(loader, private, villages)
    recall(root, f"{shown}/{REGISTER}", register, loader.problems)
    found = pages() if pages is not None else in_pages(root.parent / PAGES)
    loader.problems += loader.screen.left(found)
    loader.problems += loader.screen.reviewed.stale()
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
        villages=tuple(
            VillageFolder(name, records, village, maps[name]) for name, (village, records) in villages.items()
        ),
        unit_folders={name: Folder(name, records) for name, records in unit_folders.items()},
        private=private,
        register=register,
        pictures=frozenset(loader.pictures),
        papers=frozenset(loader.papers),
        claimed=frozenset(loader.claimed),
        unread=frozenset(loader.unread),
        whole=not any(problem.is_error for problem in loader.problems),
    )
    return dataset, loader.problems


def peek(root: Path) -> tuple[Site | None, Register]:
    """The site's own record and the register alone: enough to draw symbols while all else is being read.

    What is wrong with them is not told here; `load` reads them again and tells.
    """
    unheard: list[Problem] = []
    folder = root / REGISTER
    register = (
        read_register(folder, REGISTER, unheard)
        if folder.is_dir() and not folder.is_symlink()
        else Register.empty()
    )
    file = root / f"{SITE.file}.yml"
    if not file.is_file() or file.is_symlink():
        return None, register
    found = Loader((SITE,), unheard).records(
        SITE, Entry(file, file.name, is_folder=False, is_link=False), None
    )
    return found[0] if found else None, register


def _exceptions_first(entry: Entry) -> bool:
    """Sorts what was reviewed before everything it lets pass."""
    return entry.stem not in EXCEPTIONS.files


def _load_shared_file(loader: Loader, entry: Entry) -> None:
    kinds = [kind for kind in loader.kinds if kind.layout in (Layout.SHARED, Layout.SHARED_LIST)]
    if (kind := kind_of(loader, entry, kinds)) is None:
        return
    found = loader.records(kind, entry, None)
    loader.shared.setdefault(kind.name, []).extend(found)
    if kind is EXCEPTIONS:
        loader.screen = Screen(Reviewed(cast("list[ReviewedException]", found)))


def _load_shared_folder(loader: Loader, entry: Entry, unit_folders: dict[str, Records]) -> None:
    kinds = {kind.file: kind for kind in loader.kinds if kind.layout in (Layout.FOLDER, Layout.FOLDER_LIST)}
    kind = kinds.get(entry.path.name)
    if kind is None:
        loader.place(entry, "unknown-folder", guess=closest(entry.path.name, [*kinds, REGISTER]) or "")
        return
    for item in loader.entries(entry.path, entry.shown):
        if kind is UNITS and item.is_folder and not item.fault:
            if is_id(loader, item):
                unit_folders[item.path.name] = _load_unit(loader, item)
            continue
        if not is_data_file(loader, item):
            continue
        given: dict[str, str] = {}
        if kind.layout is Layout.FOLDER:
            if not is_id(loader, item):
                continue
            given = {"id": item.stem}
            loader.claimed.add((kind.name, None, item.stem))
        loader.shared.setdefault(kind.name, []).extend(loader.records(kind, item, None, **given))


def _load_unit(loader: Loader, entry: Entry) -> Records:
    """The lists of a commune's, district's or province's own folder."""
    kinds = [kind for kind in loader.kinds if kind.of_units]
    found = _files_of(loader, entry, kinds)
    return {kind.name: tuple(loader.records(kind, item, entry.path.name)) for kind, item in found}


def _load_village(loader: Loader, entry: Entry) -> dict[str, tuple[Village, Records]]:
    if not is_id(loader, entry):
        return {}
    folder = entry.path.name
    loader.claimed.add((VILLAGE.name, None, folder))
    kinds = [kind for kind in loader.kinds if kind.in_village]
    records: Records = {}
    village: Village | None = None
    files = _files_of(loader, entry, kinds)
    for kind, item in files:
        if kind is VILLAGE:
            found = loader.records(kind, item, folder, id=folder)
            village = found[0] if found else None
        else:
            records[kind.name] = tuple(loader.records(kind, item, folder))
    if VILLAGE not in (kind for kind, _ in files):
        loader.problems.append(Problem(f"{entry.shown}/{VILLAGE.file}.yml", 1, 1, "no-village-file"))
    return {folder: (village, records)} if village is not None else {}


def _files_of(loader: Loader, entry: Entry, kinds: Sequence[Kind[Any]]) -> list[tuple[Kind[Any], Entry]]:
    """The data files of a folder with what they hold; pictures and papers are noted, anything else is
    reported."""
    found: dict[str, tuple[Kind[Any], Entry]] = {}
    for item in loader.entries(entry.path, entry.shown):
        if item.suffix.lower() in PICTURES and not item.fault:
            loader.pictures.add(item.shown)
        elif item.suffix.lower() in PAPERS and not item.fault:
            loader.papers.add(item.shown)
        elif item.path.name in MAPS and not item.fault and VILLAGE in kinds:
            if (other := loader.maps.setdefault(entry.path.name, item)) is not item:
                loader.place(item, "file-in-both-languages", other=other.path.name)
        elif (kind := kind_of(loader, item, kinds)) is None:
            continue
        elif kind.name in found:
            loader.place(item, "file-in-both-languages", other=found[kind.name][1].path.name)
        else:
            found[kind.name] = (kind, item)
    return list(found.values())
