"""Which files lie in the data folder, and which of them are nobody's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import field
from itertools import islice
from pathlib import Path

from village_site.frozen import frozen
from village_site.vietnamese import nfc

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
PAPERS = frozenset({".pdf"})
MAX_ENTRIES = 20_000
"""Files and folders in one folder: twice the communes the country ever had."""

RESERVED = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$")) | {
    f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"
}
"""Names of devices on Windows, where no file can bear them, whatever its ending ("Naming Files, Paths, and
Namespaces" in Microsoft's documentation)."""

_ON_NO_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')


@frozen
class Entry:
    """A file or folder of the data. `shown` is how messages name it: from the data folder on, with "/".

    `fault` is the code of the message, filled by `params`, that says why it must not be opened; "" if it may.
    """

    path: Path
    shown: str
    is_folder: bool
    is_link: bool
    fault: str = ""
    params: dict[str, str] = field(default_factory=dict)

    @property
    def stem(self) -> str:
        """The name without its last ending."""
        return self.path.stem if not self.is_folder else self.path.name

    @property
    def suffix(self) -> str:
        """The last ending with its dot, as typed."""
        return "" if self.is_folder else self.path.suffix


def entries(folder: Path, shown: str, most: int = MAX_ENTRIES) -> Iterator[Entry]:
    """What lies directly in a folder, by name; hidden files are the system's and are passed over.

    Of a folder with more than `most` entries only itself is given, with its fault. Nothing is opened.
    """
    with os.scandir(folder) as found:
        items = list(islice((item for item in found if not item.name.startswith(".")), most + 1))
    if len(items) > most:
        yield Entry(folder, shown, True, False, "too-many-entries", {"limit": str(most)})
        return
    items.sort(key=lambda item: item.name)
    kept: dict[str, str] = {}
    for item in items:
        plain = nfc(item.name).casefold()
        if item.name == plain or plain not in kept:  # of names that are one elsewhere the plain one counts
            kept[plain] = item.name
    for item in items:
        twin = kept[nfc(item.name).casefold()]
        yield _entry(item, f"{shown}/{item.name}", "" if twin == item.name else twin)


def _entry(item: os.DirEntry[str], shown: str, twin: str) -> Entry:
    """`twin` is another name that differs only in case or Unicode form."""
    fault, params = "", dict[str, str]()
    is_link = item.is_symlink()
    is_folder = item.is_dir(follow_symlinks=False)
    if is_link:
        fault = "symlink"
    elif not is_folder and not item.is_file(follow_symlinks=False):
        fault = "not-a-file"
    else:
        fault, params = name_fault(item.name)
        if not fault and twin:
            fault, params = "name-twice", {"other": twin}
    return Entry(Path(item.path), shown, is_folder, is_link, fault, params)


def name_fault(name: str) -> tuple[str, dict[str, str]]:
    """Why some computer could not hold a file of this name: code and parameters of the message, or "" """
    if name.partition(".")[0].rstrip(" ").casefold() in RESERVED:
        return "name-reserved", {"found": name}
    if _ON_NO_WINDOWS.search(name) or not _encodes(name):
        return "name-not-portable", {"found": name}
    return "", {}


def _encodes(name: str) -> bool:
    """False for a name whose bytes are no UTF-8, which Python carries as lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
