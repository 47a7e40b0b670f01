"""Putting whole folders in place at once, so that nobody ever finds half of one."""

from __future__ import annotations

import os
import shutil
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
    """Puts a finished folder in the place of an old one. A crash between the two renames leaves the old
    one complete beside it; the next swap removes what is left over."""
    aside = beside(old, "old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


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
