"""Finding every reference and citation in a record, however deep it lies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from village_site.dataset import Dataset
from village_site.model.common import Amount, Citation, Figure, Source
from village_site.model.declare import Record, table
from village_site.model.shapes import Nested, Ref, Reference


def all_records(dataset: Dataset) -> Iterator[tuple[str | None, Record]]:
    """Every record of every file with its village's id."""
    yield None, dataset.site
    shared_records = (*dataset.sources, *dataset.units, *dataset.criteria, *dataset.events, *dataset.plates)
    for shared in (*shared_records, *dataset.runs):
        yield None, shared
    for unit in dataset.unit_folders.values():
        for records in unit.records.values():
            for record in records:
                yield unit.id, record
    for folder in dataset.villages:
        yield folder.id, folder.village
        for records in folder.records.values():
            for record in records:
                yield folder.id, record


def links(record: Record) -> Iterator[Ref | Citation]:
    """The references and citations of a record and of the records nested in it."""
    for name in _linking(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        for item in value if type(value) is tuple else (value,):
            if isinstance(item, Record):
                yield from links(item)
            else:
                yield item


_LINKING: dict[type[Any], tuple[str, ...]] = {}


def _linking(cls: type[Any]) -> tuple[str, ...]:
    """The fields of a record class that can hold links, directly or nested."""
    if cls not in _LINKING:
        shapes: tuple[type[Any], ...] = (Reference, Source, Nested, Amount)
        _LINKING[cls] = tuple(spec.en for spec in table(cls).fields if isinstance(spec.shape, shapes))
    return _LINKING[cls]


def figures(record: Record) -> Iterator[Figure]:
    """The figures of a record and of the records nested in it, the record itself where it is one."""
    if isinstance(record, Figure):
        yield record
    for name in _counting(type(record)):
        value = getattr(record, name)
        for item in value if type(value) is tuple else (value,):
            if item is not None:
                yield from figures(item)


_COUNTING: dict[type[Any], tuple[str, ...]] = {}


def _counting(cls: type[Any]) -> tuple[str, ...]:
    """The fields of a record class that can hold figures, directly or nested."""
    if cls not in _COUNTING:
        shapes: tuple[type[Any], ...] = (Nested, Amount)
        _COUNTING[cls] = tuple(spec.en for spec in table(cls).fields if isinstance(spec.shape, shapes))
    return _COUNTING[cls]
