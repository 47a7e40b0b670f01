"""The private data folder: personal fields and consents, laid over the public records.

It is laid out as the public one and holds nothing that stands there: a village's `households.yml` has the ids
of its households with their personal fields only.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from village_site.loading import Loader, first_words, is_data_file, typed_id
from village_site.model import Kind
from village_site.model.bind import lay_over
from village_site.model.declare import Record, table
from village_site.model.village import VILLAGE, Village
from village_site.source import Mapping as Tree
from village_site.source.folder import PICTURES, Entry

PRIVATE = "private"
"""Name of the private folder where nobody names another; it lies beside the public one."""

Records = dict[str, tuple[Record, ...]]


def lay_private(loader: Loader, private: Path, villages: dict[str, tuple[Village, Records]]) -> None:
    """Lays what the private folder holds over the villages' records. There may be no such folder."""
    if not private.is_dir():
        return
    for entry in loader.entries(private, private.name):
        if entry.fault:
            loader.place(entry, entry.fault, **entry.params)
        elif not entry.is_folder:
            if entry.suffix.lower() != ".md":  # a private repository has a README too
                loader.place(entry, "private-file-unknown", found=entry.path.name)
        elif entry.path.name in villages:
            _lay_village(loader, entry, villages[entry.path.name][1])
        elif (VILLAGE.name, None, entry.path.name) not in loader.claimed:
            guess = loader.guesses.closest(entry.path.name, villages)
            loader.place(entry, "private-without-village", found=entry.path.name, guess=guess)


def _lay_village(loader: Loader, folder: Entry, records: Records) -> None:
    seen: dict[str, str] = {}
    for item in loader.entries(folder.path, folder.shown):
        if item.suffix.lower() in PICTURES and not item.fault:
            loader.pictures.add(item.shown)
            continue
        if not is_data_file(loader, item):
            continue
        kind = _kind_of(loader, item)
        if kind is None:
            continue
        if kind.name in seen:
            loader.place(item, "file-in-both-languages", other=seen[kind.name])
            continue
        seen[kind.name] = item.path.name
        village = folder.path.name
        if kind.private:
            records[kind.name] = (*records.get(kind.name, ()), *loader.records(kind, item, village))
        else:
            records[kind.name] = _laid_over(loader, kind, item, village, records.get(kind.name, ()))


def _kind_of(loader: Loader, item: Entry) -> Kind[Any] | None:
    """The kind of a private file; one of a kind without personal fields belongs in the public folder."""
    named = {name: kind for kind in loader.kinds if kind.in_village for name in kind.files}
    fitting = {name: kind for name, kind in named.items() if kind.private or table(kind.record).personal}
    if item.stem in fitting:
        return fitting[item.stem]
    if item.stem in named:
        loader.place(item, "private-wrong-file", found=item.path.name)
    else:
        guess = loader.guesses.closest(item.stem, fitting)
        loader.place(item, "unknown-file", found=item.path.name, guess=f"{guess}.yml" if guess else "")
    return None


def _laid_over(
    loader: Loader, kind: Kind[Any], item: Entry, village: str, public: tuple[Record, ...]
) -> tuple[Record, ...]:
    """The public records, those that the file names with their personal fields."""
    laid = list(public)
    index: dict[str, int] = {}
    for number, record in enumerate(public):
        index.setdefault(getattr(record, "id", None) or "", number)
    with loader.opened(kind, item, village) as (nodes, reading):
        for node in nodes:
            if type(node) is not Tree:
                reading.error(node, "want-mapping", found=first_words(node))
                continue
            name = typed_id(kind, node)
            if not name or name not in index:
                if (kind.name, village, name) not in loader.claimed:
                    reading.error(
                        node, "private-without-record", found=name, guess=loader.guesses.closest(name, index)
                    )
                continue
            base = laid[index[name]]
            if base.origin.over is not None:
                file, line, _ = base.origin.over.place()
                reading.error(node, "id-twice", found=name, other=f"{file}:{line}")
            elif (both := lay_over(base, node, reading)) is not None:
                laid[index[name]] = both
    return tuple(laid)
