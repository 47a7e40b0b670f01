"""Groups of digits, and the chains that neighbours form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from village_site.frozen import frozen

_GROUP = re.compile("[0-9]+")
LONGEST_GROUP = 40
"""A longer row of digits is nobody's number."""


@frozen
class Group:
    """Digits without anything between them, and where they stand."""

    digits: str
    start: int
    end: int


Chain = tuple[Group, ...]


def groups_of(text: str) -> list[Group]:
    """The groups of a text, in order; endless rows of digits are left out."""
    return [
        Group(found[0], found.start(), found.end())
        for found in _GROUP.finditer(text)
        if found.end() - found.start() <= LONGEST_GROUP
    ]


def chains(text: str, groups: Sequence[Group], joins: Callable[[str], bool]) -> Iterator[Chain]:
    """Neighbouring groups as long as `joins` is true of what stands between them."""
    chain: list[Group] = []
    for group in groups:
        if chain and not joins(text[chain[-1].end : group.start]):
            yield tuple(chain)
            chain = []
        chain.append(group)
    if chain:
        yield tuple(chain)


def joined(chain: Sequence[Group]) -> str:
    """All digits of a chain."""
    return "".join(group.digits for group in chain)
