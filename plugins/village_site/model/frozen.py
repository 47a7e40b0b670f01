"""How a record holds its values: given by name once, never changed, compared and shown field by field.

`dataclass` compiles up to six functions for each class, at every start; with some eighty records, most of
which a village never uses, that is a noticeable part of a build. All records share the functions
below instead.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Final, TypeVar, dataclass_transform

R = TypeVar("R")
_put: Final = object.__setattr__


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[R]) -> type[R]:
    """Makes a class whose fields are annotated a frozen dataclass; every field is given by its name."""
    for method in (__init__, __setattr__, __delattr__, __eq__, __hash__, __repr__):
        setattr(cls, method.__name__, method)
    return dataclasses.dataclass(init=False, slots=True, kw_only=True, eq=False, repr=False)(cls)


def __init__(self: Any, **given: Any) -> None:
    for name, default in _fields(type(self)).filled:
        value = given.pop(name, default)
        if value is dataclasses.MISSING:
            raise TypeError(f"{type(self).__name__} needs {name}")
        _put(self, name, value)
    if given:
        raise TypeError(f"{type(self).__name__} has no {', '.join(given)}")


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


def _compared(record: Any) -> tuple[Any, ...]:
    """The values by which a record is told from others of its class."""
    return tuple([getattr(record, name) for name in _fields(type(record)).compared])


class _Fields:
    """What the functions above need of a class: names with defaults, and the names that are compared."""

    __slots__ = ("compared", "filled")

    def __init__(self, cls: type[Any]) -> None:
        fields = dataclasses.fields(cls)
        self.filled = [(item.name, item.default) for item in fields]
        self.compared = [item.name for item in fields if item.compare]


_KNOWN: Final[dict[type[Any], _Fields]] = {}


def _fields(cls: type[Any]) -> _Fields:
    if (found := _KNOWN.get(cls)) is None:
        found = _KNOWN[cls] = _Fields(cls)
    return found
