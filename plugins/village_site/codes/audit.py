"""Proves that register, data and site agree about the codes, and tells which plates a change would kill."""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from village_site.atlas import Atlas
from village_site.cards import card_path
from village_site.codes.alphabet import is_code, shown
from village_site.labels import name_of
from village_site.problems import Level, Problem


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
    """The data folder as a revision has it, in a temporary folder; None when git cannot give it."""
    command = ["git", "-C", str(root), "archive", "--format=tar", revision, "."]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode != 0:
        return None
    folder = tempfile.TemporaryDirectory(prefix="villages-")
    with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
        archive.extractall(Path(folder.name) / root.name, filter="data")
    return folder
