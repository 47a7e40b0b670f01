"""Which files lie in the data folder, and which of them are nobody's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder of the data. `shown` is how messages name it: from the data folder on, with "/"."""

    path: Path
    shown: str
    is_folder: bool
    is_link: bool

    @property
    def stem(self) -> str:
        """The name without its last ending."""
        return self.path.stem if not self.is_folder else self.path.name

    @property
    def suffix(self) -> str:
        """The last ending with its dot, as typed."""
        return "" if self.is_folder else self.path.suffix


def entries(folder: Path, shown: str) -> Iterator[Entry]:
    """What lies directly in a folder, by name; hidden files are the system's and are passed over."""
    with os.scandir(folder) as found:
        for item in sorted(found, key=lambda item: item.name):
            if item.name.startswith("."):
                continue
            is_link = item.is_symlink()
            is_folder = item.is_dir(follow_symlinks=False)
            yield Entry(Path(item.path), f"{shown}/{item.name}", is_folder, is_link)
