"""Which record of the data now is which record of the data before."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable
from itertools import zip_longest

from village_site.review.items import Item, plain
from village_site.vietnamese import key

Pair = tuple[Item | None, Item | None]


def pairs(old: list[Item], new: list[Item]) -> list[Pair]:
    """Each record before with the one it is now; None where there is none on the other side.

    Equal records are left out. Records are known by their id, those without by the first field they must
    have, such as a contact's role; where that changed as well, by their place among those left over.
    """
    left, right = _without(old, new, lambda item: plain(item.node))
    found: list[Pair] = []
    for known_by in (lambda item: item.id, _first):
        rest: list[Item] = []
        waiting = _waiting(left, known_by)
        for item in right:
            name = known_by(item)
            if name and waiting[name]:
                found.append((waiting[name].popleft(), item))
            else:
                rest.append(item)
        taken = {id(pair[0]) for pair in found}
        left, right = [item for item in left if id(item) not in taken], rest
    return [*found, *_by_place(left, right)]


def _without(
    old: list[Item], new: list[Item], content: Callable[[Item], Hashable]
) -> tuple[list[Item], list[Item]]:
    """What remains of both when equal ones are taken away, one for one."""
    waiting: dict[Hashable, deque[Item]] = defaultdict(deque)
    for item in old:
        waiting[item.given, content(item)].append(item)
    rest = []
    for item in new:
        same = waiting[item.given, content(item)]
        if same:
            same.popleft()
        else:
            rest.append(item)
    unmatched = {id(item) for items in waiting.values() for item in items}
    return [item for item in old if id(item) in unmatched], rest


def _waiting(items: list[Item], known_by: Callable[[Item], str]) -> dict[str, deque[Item]]:
    found: dict[str, deque[Item]] = defaultdict(deque)
    for item in items:
        found[known_by(item)].append(item)
    return found


def _first(item: Item) -> str:
    """The first field a record must have, without regard to accents and case."""
    spec = next((spec for spec in item.table.fields if spec.required), None)
    return key(item.text(spec.en)) if spec is not None else ""


def _by_place(left: list[Item], right: list[Item]) -> list[Pair]:
    """Those without an id side by side in the order typed; an id never changes, so others stand alone."""
    nameless = zip_longest(*([item for item in items if not item.id] for items in (left, right)))
    alone: list[Pair] = [(item, None) for item in left if item.id]
    alone += [(None, item) for item in right if item.id]
    return [*((before, now) for before, now in nameless), *alone]
