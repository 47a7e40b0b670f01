"""Codes whose register file is gone from the folder but not from Git: a reverted commit kills no plate."""

from __future__ import annotations

from pathlib import Path

from village_site.codes.register import Register, read_register_text
from village_site.problems import Level, Problem
from village_site.revisions import git


def removed_files(root: Path, folder: str) -> dict[str, str]:
    """Register files that some commit on the way to the present one held and that are gone: name and text.

    `root` is the data folder, `folder` the register's name in it. Empty where there is no Git, no repository
    or no history; a shallow clone knows only what it has.
    """
    listed = _git(
        root, "log", "--diff-filter=D", "--no-renames", "--format=%x00%H", "--name-only", "--", folder
    )
    if not listed:
        return {}
    top = Path((_git(root, "rev-parse", "--show-toplevel") or "").strip())
    found: dict[str, str] = {}
    for commit in listed.split("\0")[1:]:
        revision, *paths = commit.split()
        for path in paths:
            name = path.rpartition("/")[2]
            if name in found or (root / folder / name).exists():
                continue
            text = _git(top, "show", f"{revision}^:{path}")
            if text is not None:
                found[name] = text
    return found


def recall(root: Path, shown: str, register: Register, problems: list[Problem]) -> None:
    """Adds the codes of removed register files to a register, with a warning for each file.

    `shown` is the register's folder as messages name it, below the data folder's name.
    """
    for name, text in sorted(removed_files(root, shown.rpartition("/")[2]).items()):
        file = f"{shown}/{name}"
        before = len(register.by_code)
        read_register_text(text, file, register, [])
        if len(register.by_code) > before:
            problems.append(Problem(file, 1, 1, "register-removed", Level.WARNING, {"found": name}))


def _git(folder: Path, *arguments: str) -> str | None:
    """What a git command prints; None when it fails or there is no git."""
    printed = git(folder, *arguments)
    return None if printed is None else printed.decode("utf-8", "replace")
