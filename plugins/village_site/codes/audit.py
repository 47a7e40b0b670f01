"""Proves that register, data and site agree about the codes, and tells which plates a change would kill."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from village_site.atlas import Atlas
from village_site.cards import card_path
from village_site.codes.alphabet import is_code, shown
from village_site.labels import name_of
from village_site.problems import Level, Problem
from village_site.revisions import tree_at


def site_agrees(atlas: Atlas, site: Path, shown_as: str) -> Iterator[Problem]:
    """Every issued code has its page in a built site, and every page there belongs to an issued code."""
    coded = {item.code for item in atlas.coded()}
    for code in sorted(coded):
        if not (site / card_path(code)).is_file():
            yield Problem(
                f"{shown_as}/{card_path(code)}", 1, 1, "page-missing", params={"found": shown(code)}
            )
    folder = site / "Q"
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_dir() and path.name not in coded:
            code = "page-unknown" if is_code(path.name) else "page-stranger"
            yield Problem(f"{shown_as}/Q/{path.name}", 1, 1, code, params={"found": path.name})


def plates_lost(before: Atlas, after: Atlas) -> Iterator[Problem]:
    """Plates that opened a record before a change, and after it open nothing that anybody has explained."""
    now = {item.code: item for item in after.coded()}
    registered = after.dataset.register.by_code
    for item in before.coded():
        if item.record is None or item.place is None:
            continue
        then = now.get(item.code)
        if then is not None and (then.record is not None or then.event is not None):
            continue
        issued = registered.get(item.code) or before.dataset.register.by_code[item.code]
        params = {
            "found": shown(item.code),
            "name": name_of(item.place, item.record),
            "village": item.place.name,
        }
        yield Problem(issued.file, issued.line, 1, "plate-would-die", Level.ERROR, params)


def checkout(root: Path, revision: str) -> tempfile.TemporaryDirectory[str] | None:
    """The data folder as a revision has it, in a temporary folder; None when git cannot give it.

    Only plain files are written, from Git's objects: a link or an attribute in the revision does nothing.
    """
    tree = tree_at(root, revision)
    if tree is None:
        return None
    folder = tempfile.TemporaryDirectory(prefix="villages-")
    for path, data in tree.read(tree.marks).items():
        file = Path(folder.name, root.name, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder
