"""Puts new bytes into files so that a run that is killed leaves each file old or new, never half."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

_MARK = ".villages-new"


def write_files(changes: Mapping[Path, bytes]) -> None:
    """Replaces or creates the files, in the order given, in folders that exist; modes are kept.

    All are first written in full beside their targets, under hidden names that the reader of the data
    passes over, and only then renamed. When that fails the hidden files are removed; after a kill the next
    run removes those in the folders it writes to. Raises OSError.
    """
    for folder in {path.parent for path in changes}:
        for leftover in folder.glob(f".*{_MARK}"):
            leftover.unlink()
    staged = {path: path.with_name(f".{path.name}{_MARK}") for path in changes}
    try:
        for path, beside in staged.items():
            _write(beside, changes[path])
            if path.exists():
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
        for path, beside in staged.items():
            beside.replace(path)
            sync_folder(path.parent)
    finally:
        for beside in staged.values():
            beside.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder last through a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
