"""How a record and its fields are declared, each field once.

A field's declaration carries everything derived elsewhere: how it is read and checked, its names in both
languages, what the editors' guide says of it. A record is a frozen dataclass whose fields come from
`required`, `optional`, `defaulted` and `several`; `table(record)` lists them.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from inspect import get_annotations
from typing import Any, Protocol, TypeVar, dataclass_transform

from village_site.frozen import frozen, frozen_by_name
from village_site.model.listed import Listed
from village_site.model.reading import Reading
from village_site.model.text import Text
from village_site.source import Mapping, Node, Scalar
from village_site.vietnamese import key

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")
_FIELD = "village_site"
MOST_ITEMS = 500
MOST_CODES = 50_000
"""Where a list names plates or their codes."""


class Run(tuple[T_co, ...]):
    """Several items of a list that one text names, such as Monday to Friday."""


class Shape(Protocol[T_co]):
    """What a field's value looks like: reads a node, or reports why it cannot and gives None."""

    @property
    def title(self) -> Text:
        """The shape in words, for the editors' guide."""

    def read(self, node: Node, reading: Reading) -> T_co | None:
        """The value, or None after reporting at least one problem."""


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field of a record. `personal` names the consent without which it is not published, `most`
    is how many items a list may have."""

    en: str
    vi: str
    also: tuple[str, ...]
    title: Text
    help: Text
    shape: Shape[Any]
    required: bool
    many: bool
    default: Any
    personal: Listed | None
    most: int

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a file may use, English first."""
        return (self.en, self.vi, *self.also)


@frozen
class Table:
    """The fields of a record and the way from a typed key to its field."""

    fields: tuple[Field, ...]
    by_name: dict[str, Field]
    by_key: dict[str, Field]
    personal: tuple[Field, ...]

    def find(self, typed: str) -> Field | None:
        """The field a typed key means, without regard to accents, case, spaces, `_` and `-`."""
        found = self.by_key.get(typed)
        if found is None and len(typed) <= 60:
            found = self.by_key.get(key(typed))
        return found


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands in its file; `over` is where the part that was laid over it stands."""

    file: str
    mapping: Mapping
    table: Table
    over: Origin | None = None

    def place(self, field: str = "") -> tuple[str, int, int]:
        """File, line and column of a field's value, or of the record when it has no such field."""
        for origin in (self, self.over) if field else ():
            for name, node in origin.mapping.pairs if origin is not None else ():
                found = self.table.find(name.text)
                if found is not None and found.en == field:
                    return origin.file, node.line, node.column  # type: ignore[union-attr]
        return self.file, self.mapping.line, self.mapping.column


def required(
    shape: Shape[T], *, vi: str, title: tuple[str, str], help: tuple[str, str], also: tuple[str, ...] = ()
) -> T:
    """A field every record must give. `vi`: its Vietnamese key; `also`: further keys accepted."""
    return _declare(shape, vi, title, help, also, required=True, many=False, default=None)  # type: ignore[no-any-return]


def optional(
    shape: Shape[T],
    *,
    vi: str,
    title: tuple[str, str],
    help: tuple[str, str],
    also: tuple[str, ...] = (),
    personal: Listed | None = None,
) -> T | None:
    """A field that may be missing."""
    return _declare(shape, vi, title, help, also, required=False, many=False, default=None, personal=personal)  # type: ignore[no-any-return]


def defaulted(
    shape: Shape[T],
    default: T,
    *,
    vi: str,
    title: tuple[str, str],
    help: tuple[str, str],
    also: tuple[str, ...] = (),
) -> T:
    """A field with a value of its own when nobody types one."""
    return _declare(shape, vi, title, help, also, required=False, many=False, default=default)  # type: ignore[no-any-return]


def several(
    shape: Shape[T],
    *,
    vi: str,
    title: tuple[str, str],
    help: tuple[str, str],
    also: tuple[str, ...] = (),
    personal: Listed | None = None,
    most: int = MOST_ITEMS,
) -> tuple[T, ...]:
    """A field that holds a list of at most `most` items."""
    return _declare(  # type: ignore[no-any-return]
        shape, vi, title, help, also, required=False, many=True, default=(), personal=personal, most=most
    )


def _declare(
    shape: Shape[Any],
    vi: str,
    title: tuple[str, str],
    help_: tuple[str, str],
    also: tuple[str, ...],
    *,
    required: bool,
    many: bool,
    default: Any,
    personal: Listed | None = None,
    most: int = 1,
) -> Any:
    spec = Field("", vi, also, Text(*title), Text(*help_), shape, required, many, default, personal, most)
    return dataclasses.field(default=default, metadata={_FIELD: spec}, kw_only=True)


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(required, optional, defaulted, several)
)
def record(cls: type[R]) -> type[R]:
    """Makes a class of declared fields a frozen record."""
    return frozen_by_name(cls)


@frozen_by_name
class Record:
    """Base of every record read from a file."""

    origin: Origin = dataclasses.field(repr=False, compare=False)


_TABLES: dict[type[Any], Table] = {}


def table(cls: type[Any]) -> Table:
    """The declared fields of a record class; TypeError when two fields answer to one key."""
    if (found := _TABLES.get(cls)) is None:
        found = _TABLES[cls] = _make_table(cls)
    return found


def _make_table(cls: type[Any]) -> Table:
    fields = []
    by_key: dict[str, Field] = {}
    for item in _own_first(cls):
        if (spec := item.metadata.get(_FIELD)) is None:
            continue
        spec = dataclasses.replace(spec, en=item.name)
        fields.append(spec)
        for name in {key(name) for name in spec.names}:
            if name in by_key:
                raise TypeError(f"{cls.__name__}: {by_key[name].en} and {spec.en} share the key {name}")
            by_key[name] = spec
    for spec in fields:  # the spellings of the guide need no folding
        for name in (spec.en, spec.vi):
            by_key.setdefault(name, spec)
    personal = tuple(spec for spec in fields if spec.personal is not None)
    return Table(tuple(fields), {spec.en: spec for spec in fields}, by_key, personal)


def _own_first(cls: type[Any]) -> list[dataclasses.Field[Any]]:
    """A record's fields, its own before those it shares with other records, as an editor thinks of them."""
    depth = {name: -place for place, base in enumerate(cls.__mro__) for name in get_annotations(base)}
    return sorted(dataclasses.fields(cls), key=lambda item: -depth[item.name])


def is_absent(node: Node) -> bool:
    """True for `key:` with nothing behind it."""
    return type(node) is Scalar and node.empty
