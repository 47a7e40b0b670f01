"""One record before and now, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from village_site.model.common import PlateCode
from village_site.model.declare import Field
from village_site.model.shapes import Nested
from village_site.review.items import Item, plain, text_of
from village_site.review.pairing import pairs
from village_site.review.result import Change, Where
from village_site.review.watched import Sort, reached_by, same_value, sort_of
from village_site.source import Mapping, Node


def changes(where: Where, before: Item | None, now: Item | None) -> Iterator[Change]:
    """What is to be shown of a record that was changed, added (no `before`) or removed (no `now`)."""
    item = now or before
    assert item is not None
    typed = [side.typed() if side is not None else {} for side in (before, now)]
    for name in dict.fromkeys((*typed[0], *typed[1])):
        old, new = (side.get(name, []) for side in typed)
        if [plain(node) for node in old] == [plain(node) for node in new]:
            continue
        nodes = new or old
        spec = item.table.by_name.get(name)
        here = replace(where, line=nodes[0].line, field=spec.title if spec is not None else None)
        if spec is None:
            yield from _within_text(here, old, new, hidden=True)  # nobody knows what it is
        elif isinstance(spec.shape, Nested) and spec.personal is None:
            yield from _nested(where, spec, item, old, new)
        elif (sort := sort_of(item.record, spec)) is not None:
            yield from _values(sort, here, spec, old, new)
        elif isinstance(spec.shape, PlateCode):
            if old:  # new codes come by the hundred and by the program
                yield Change(Sort.CODE, here, _joined(old), _joined(new))
        else:
            yield from _within_text(here, old, new, hidden=spec.personal is not None)


def known_as(item: Item) -> str:
    """What a record is called beside its kind: its id and its name."""
    return " ".join(dict.fromkeys(filter(None, (item.id, item.name))))


def _nested(where: Where, spec: Field, item: Item, old: list[Node], new: list[Node]) -> Iterator[Change]:
    assert isinstance(spec.shape, Nested)
    before, now = (
        [Item(spec.shape.record, node, item.file) for node in nodes if isinstance(node, Mapping)]
        for nodes in (old, new)
    )
    for pair in pairs(before, now):
        inner = pair[1] or pair[0]
        assert inner is not None
        yield from changes(where.into(spec.title, known_as(inner), inner.node.line), *pair)


def _values(sort: Sort, where: Where, spec: Field, old: list[Node], new: list[Node]) -> Iterator[Change]:
    """Values that are gone beside those that came in their place."""
    gone, fresh = [text_of(node) for node in old], [text_of(node) for node in new]
    for text in list(gone):
        same = next((other for other in fresh if same_value(spec, text, other)), None)
        if same is not None:
            gone.remove(text)
            fresh.remove(same)
    for before, now in zip_longest(gone, fresh):
        yield Change(sort, where, before, now, hidden=spec.personal is not None)


def _within_text(where: Where, old: list[Node], new: list[Node], *, hidden: bool) -> Iterator[Change]:
    """Numbers and links that came into a text or went out of it."""
    before, now = reached_by(_joined(old) or ""), reached_by(_joined(new) or "")
    gone = [typed for name, typed in before.items() if name not in now]
    fresh = [typed for name, typed in now.items() if name not in before]
    if gone or fresh:
        yield Change(Sort.TEXT, where, "; ".join(gone) or None, "; ".join(fresh) or None, hidden=hidden)


def _joined(nodes: list[Node]) -> str | None:
    return "; ".join(text_of(node) for node in nodes) or None
