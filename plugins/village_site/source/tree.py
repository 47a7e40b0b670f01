"""The tree of a YAML file: what was typed, and where, before anybody says what it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Scalar:
    """One piece of text. `line` and `column` count from 1; `plain` is False when it stood in quotes."""

    text: str
    line: int
    column: int
    plain: bool

    @property
    def empty(self) -> bool:
        """True for `key:` with nothing behind it, which means the field is not given."""
        return self.plain and not self.text


@dataclass(slots=True)
class Mapping:
    """`key: value` pairs in the order typed; equal keys are all kept, the model refuses them."""

    pairs: list[tuple[Scalar, Node]]
    line: int
    column: int
    flow: bool


@dataclass(slots=True)
class Sequence:
    """A list of items in the order typed."""

    items: list[Node]
    line: int
    column: int
    flow: bool


Node = Scalar | Mapping | Sequence
