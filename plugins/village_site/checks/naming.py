"""Which record somebody meant who typed its name where its id belongs."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.dataset import Dataset
from village_site.guessing import Guesses
from village_site.model.declare import Record
from village_site.model.shapes import Ref, slug
from village_site.vietnamese import fold


def meant_by_name(link: Ref, dataset: Dataset, known: list[str], guesses: Guesses) -> str:
    """The id of the record of that name, near the reference; else the nearest of the `known` ids, or "".

    A word before the name may say what it is: `Đường Trục 1` for the road named `Trục 1`.
    """
    typed = fold(link.text).split()
    named = [(name, id_) for name, id_ in _named(link, dataset) if name]
    ends = [(len(name.split()), id_) for name, id_ in named if typed[-len(name.split()) :] == name.split()]
    if ends:
        return max(ends, key=lambda found: found[0])[1]
    by_name = dict(reversed(named))
    near = guesses.closest(link.text, by_name)
    return by_name[near] if near else guesses.closest(slug(link.text), known)


def _named(link: Ref, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """The folded names and the ids of the records a reference could mean."""
    for record in _records(link, dataset):
        name = getattr(record, "name", None) or getattr(record, "title", None)
        yield fold(str(name or "")), str(getattr(record, "id", ""))


def _records(link: Ref, dataset: Dataset) -> Iterator[Record]:
    shared: dict[str, tuple[Record, ...]] = {
        "unit": dataset.units,
        "criteria": dataset.criteria,
        "village": tuple(folder.village for folder in dataset.villages),
    }
    yield from shared.get(link.to, ())
    for folder in (*dataset.villages, *dataset.unit_folders.values()):
        if folder.id == link.folder:
            yield from folder.records.get(link.to, ())
