"""Fields that are declared for an office, a body or a thing: nobody's name belongs there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from village_site.model.common import NO_PERSON, OFFICE
from village_site.model.declare import Field, Record, table
from village_site.model.products import Product
from village_site.model.shapes import Nested
from village_site.model.systems import System, says_camera
from village_site.privacy.sensitive.naming import IN_OFFICE, named_people
from village_site.problems import Level, Problem
from village_site.source import Mapping, Node, Scalar, Sequence


def named_in_offices(node: Node, file: str, record: type[Record]) -> Iterator[Problem]:
    """A problem for each such field, however deep, in which somebody seems to be named.

    `node` is what a file of these records holds. It is an error for who made a product and who answers for a
    camera, whom nobody may publish without a consent; else a warning.
    """
    if type(node) is Sequence:
        for item in node.items:
            yield from named_in_offices(item, file, record)
    elif type(node) is Mapping:
        yield from _fields(node, file, record)


def _fields(node: Mapping, file: str, record: Any) -> Iterator[Problem]:
    for name, value in node.pairs:
        if (spec := _looked_into(record, name.text)) is None:
            continue
        if isinstance(spec.shape, Nested):
            yield from named_in_offices(value, file, spec.shape.record)
        else:
            level = Level.ERROR if _is_grave(record, spec.en, node) else Level.WARNING
            yield from named_people(value, file, IN_OFFICE, level)


@lru_cache(maxsize=4_096)  # the same few keys stand in thousands of records
def _looked_into(record: type[Any], typed: str) -> Field | None:
    """The field a typed key means, where nobody may be named in it or it holds a record of its own."""
    spec = table(record).find(typed)
    # Compared as the very objects: they look like any other text and are declared apart.
    if spec is None or spec.shape is OFFICE or spec.shape is NO_PERSON or isinstance(spec.shape, Nested):
        return spec
    return None


def _is_grave(record: type[Record], field: str, node: Mapping) -> bool:
    if record is System and field == "responsible":
        return any(says_camera(text) for text in _texts(node))
    return record is Product and field == "maker"


def _texts(node: Node) -> Iterator[str]:
    if type(node) is Scalar:
        yield node.text
    elif type(node) is Mapping:
        for _, value in node.pairs:
            yield from _texts(value)
    elif type(node) is Sequence:
        for item in node.items:
            yield from _texts(item)
