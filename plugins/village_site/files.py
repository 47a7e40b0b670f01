"""Putting whole folders in place at once, so that nobody ever finds half of one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path


def beside(folder: Path, mark: str) -> Path:
    """A hidden name next to a folder, on the same file system, so that a rename is all it takes."""
    return folder.with_name(f".{folder.name}.{mark}")


def fresh(folder: Path) -> Path:
    """An empty folder of this name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def swap(new: Path, old: Path) -> None:
    """Puts a finished folder in the place of an old one; at every moment one of the two stands there whole.

    Where a system cannot exchange two names at once, a crash between two renames leaves the old folder
    complete beside its place; whatever else stops it there, the old folder is put back. What is left over of
    a killed run goes with the next.
    """
    aside = beside(old, "old")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        if not old.exists():
            new.rename(old)
        elif _exchange(new, old):
            new.rename(aside)
        else:
            old.rename(aside)
            new.rename(old)
    finally:
        if aside.exists() and not old.exists():
            aside.rename(old)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Lets two folders change names in one step; False where the system has no such call, as only Linux does
    (renameat2 with RENAME_EXCHANGE)."""
    call = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        return False
    here, exchange = -100, 2  # AT_FDCWD: paths from the folder we are in
    done: int = call(here, os.fsencode(one), here, os.fsencode(other), exchange)
    return done == 0


def place_files(made: Path, site: Path) -> None:
    """Moves finished folders into a site: a whole folder where the site has none of its name, else what is
    in it, one by one."""
    for entry in sorted(made.iterdir()):
        target = site / entry.name
        if entry.is_dir() and target.is_dir():
            place_files(entry, target)
        else:
            entry.replace(target)


def write_new(path: str, text: str) -> None:
    """Writes a small UTF-8 file with the fewest calls: thousands of them are most of what a build writes."""
    data = memoryview(text.encode())
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        while data:
            data = data[os.write(handle, data) :]
    finally:
        os.close(handle)
