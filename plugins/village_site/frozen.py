"""How values are held: given once, never changed, compared and shown field by field.

`dataclass(frozen=True, slots=True)` compiles up to six functions for each class, at every start of every
command; with some three hundred classes, most of which one start never uses, that was a tenth of a build.
Classes made here share the functions below instead. Only those of which a build makes thousands stay with
`dataclass`, whose own functions are quicker once they are there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Set
from typing import Any, Final, TypeVar, dataclass_transform

R = TypeVar("R")
_put: Final = object.__setattr__
_FACTORY: Final = object()


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[R]) -> type[R]:
    """Makes a class whose fields are annotated a frozen dataclass with slots."""
    return _made(cls, kw_only=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,))
def frozen_by_name(cls: type[R]) -> type[R]:
    """The same, where every field is given by its name."""
    return _made(cls, kw_only=True)


def _made(cls: type[R], *, kw_only: bool) -> type[R]:
    for method in _SHARED:
        if method.__name__ not in cls.__dict__:
            setattr(cls, method.__name__, method)
    return dataclasses.dataclass(init=False, slots=True, kw_only=kw_only, eq=False, repr=False)(cls)


def __init__(self: Any, *given: Any, **named: Any) -> None:
    fields = _KNOWN.get(type(self)) or _fields(type(self))
    if len(named) == len(fields.filled) and not given:  # as records are read
        values = named
    else:
        values = _completed(type(self).__name__, fields, given, named)
    try:
        for name, _ in fields.filled:
            _put(self, name, values[name])
    except KeyError:
        raise TypeError(
            f"{type(self).__name__} has no {_words(named.keys() - dict(fields.filled))}"
        ) from None


def _completed(title: str, fields: _Fields, given: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
    """Every value by its name: those given, then the defaults. Raises TypeError as a function would."""
    names = [name for name, _ in fields.filled]
    if len(given) > fields.positional:
        raise TypeError(f"{title} takes {fields.positional} values, not {len(given)}")
    values = dict(zip(names, given, strict=False))
    if twice := values.keys() & named:
        raise TypeError(f"{title} was given {_words(twice)} twice")
    values |= named
    for name, default in fields.filled:
        if name not in values:
            if default is dataclasses.MISSING:
                raise TypeError(f"{title} needs {name}")
            values[name] = fields.factories[name]() if default is _FACTORY else default
    if len(values) > len(names):
        raise TypeError(f"{title} has no {_words(values.keys() - {*names})}")
    return values


def _words(names: Set[str]) -> str:
    return ", ".join(sorted(names))


def __setattr__(_self: Any, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def __delattr__(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def __eq__(self: Any, other: object) -> bool:
    return _compared(self) == _compared(other) if type(other) is type(self) else NotImplemented


def __hash__(self: Any) -> int:
    return hash(_compared(self))


def __repr__(self: Any) -> str:
    shown = (item.name for item in dataclasses.fields(self) if item.repr)
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def __getstate__(self: Any) -> list[Any]:
    return [getattr(self, name) for name, _ in _fields(type(self)).filled]


def __setstate__(self: Any, state: list[Any]) -> None:
    for (name, _), value in zip(_fields(type(self)).filled, state, strict=True):
        _put(self, name, value)


_SHARED: Final = (
    *(__init__, __setattr__, __delattr__, __eq__, __hash__, __repr__),
    *(__getstate__, __setstate__),
)


def _compared(record: Any) -> tuple[Any, ...]:
    """The values by which one is told from others of its class."""
    return tuple([getattr(record, name) for name in _fields(type(record)).compared])


class _Fields:
    """What the functions above need of a class: names with defaults, how many may be given by place, what
    makes a default anew each time, and the names that are compared."""

    __slots__ = ("compared", "factories", "filled", "positional")

    def __init__(self, cls: type[Any]) -> None:
        fields = dataclasses.fields(cls)
        made = {item.name: item.default_factory for item in fields}
        self.factories = {name: make for name, make in made.items() if make is not dataclasses.MISSING}
        self.filled = [
            (item.name, _FACTORY if item.name in self.factories else item.default) for item in fields
        ]
        self.positional = sum(not item.kw_only for item in fields)
        self.compared = [item.name for item in fields if item.compare]


_KNOWN: Final[dict[type[Any], _Fields]] = {}


def _fields(cls: type[Any]) -> _Fields:
    if (found := _KNOWN.get(cls)) is None:
        found = _KNOWN[cls] = _Fields(cls)
    return found
