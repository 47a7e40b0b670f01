"""Two trees of data, record by record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from village_site.dataset import REGISTER
from village_site.model import KINDS, Kind
from village_site.model.events import EVENTS
from village_site.model.text import Text
from village_site.model.village import VILLAGE
from village_site.review.fields import changes, known_as
from village_site.review.items import Item, Side, kind_of, read_side, text_of
from village_site.review.pairing import Pair, pairs
from village_site.review.result import Change, Review, Where
from village_site.review.watched import Sort
from village_site.revisions import Tree
from village_site.source.folder import PICTURES

_FOLDER = Text("tên thư mục", "folder's name")


def compare(before: Tree, now: Tree, kinds: Sequence[Kind[Any]] = KINDS) -> Review:
    """Everything in which the data now differs from the data before.

    Only files that differ are read. What cannot be read is told, and nothing of it counts as removed.
    """
    review = Review()
    paths = sorted(
        path
        for path in before.marks.keys() | now.marks.keys()
        if before.marks.get(path) != now.marks.get(path)
    )
    old, new = read_side(before, paths, kinds), read_side(now, paths, kinds)
    for name, side in (("old", old), ("new", new)):
        review.unread += [(name, file, line) for file, line in side.unread]
    _follow_renamed(old, new, review)
    for kind in kinds:
        for village in sorted(
            {group[1] for side in (old, new) for group in side.items if group[0] == kind.name}
        ):
            group = (kind.name, village)
            for pair in pairs(old.items.get(group, []), new.items.get(group, [])):
                if pair[1] is not None or group not in new.unread_groups:
                    _record(kind, village, pair, review)
    _other_files(before, now, [path for path in paths if kind_of(path, kinds) is None], review)
    return review


def _record(kind: Kind[Any], village: str, pair: Pair, review: Review) -> None:
    """One record that differs."""
    before, now = pair
    item = now or before
    assert item is not None
    what = "added" if before is None else "removed" if now is None else "changed"
    if kind.private:
        review.consents[what] += 1
        return
    review.counts[village, kind.name, what] += 1
    name = item.name if kind is VILLAGE else known_as(item)
    where = Where(village, ((kind.title, name),), item.file, item.node.line)
    if kind is EVENTS:
        old, new = (text_of(side.node) if side is not None else None for side in pair)
        review.changes.append(Change(Sort.CODE, where, old, new))
        return
    review.changes += changes(where, before, now)
    if now is None:
        review.removed.append((where, item.text("code")))


def _follow_renamed(old: Side, new: Side, review: Review) -> None:
    """Makes one village of two whose folder has another name and whose plate has the same code."""
    codes = {item.text("code"): item for item in _villages(new, old)}
    for item in list(_villages(old, new)):
        there = codes.get(item.text("code"))
        if there is None or not item.text("code"):
            continue
        where = Where(there.given, ((VILLAGE.title, there.name),), there.file, there.node.line, _FOLDER)
        review.changes.append(Change(Sort.CODE, where, item.given, there.given))
        for kind, village in [group for group in old.items if group[1] == item.given]:
            moved = old.items.pop((kind, village))
            if kind == VILLAGE.name:
                moved = [replace(record, given=there.given) for record in moved]
            old.items[kind, there.given] += moved


def _villages(side: Side, other: Side) -> Iterator[Item]:
    """The villages of one side that the other has not."""
    for (kind, village), items in side.items.items():
        if kind == VILLAGE.name and (kind, village) not in other.items:
            yield from items


def _other_files(before: Tree, now: Tree, paths: Sequence[str], review: Review) -> None:
    """Files that hold no records. The register only ever grows: anything else in it is shown."""
    for path in paths:
        there = [path in tree.marks for tree in (before, now)]
        what = "added" if not there[0] else "removed" if not there[1] else "changed"
        folder, _, name = path.rpartition("/")
        kind = "picture" if f".{name.rpartition('.')[2].lower()}" in PICTURES else "file"
        review.counts["" if folder.startswith("_") else folder.partition("/")[0], kind, what] += 1
        if folder == REGISTER and there[0]:
            rows = [
                tree.read([path]).get(path, b"").decode("utf-8", "replace").split("\n")
                for tree in (before, now)
            ]
            lost = "; ".join(row for row in rows[0] if row not in rows[1])
            gained = "; ".join(row for row in rows[1] if row not in rows[0])
            where = Where("", (), f"{now.name}/{path}", 1)
            review.changes.append(Change(Sort.CODE, where, lost or None, gained or None))
