"""The files of a data folder, as they lie on the disk or as a revision in Git has them.

A revision is read object by object: nothing is checked out, so that no name, link or attribute in it can
touch the disk, and nothing in it is run.
"""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from village_site.frozen import frozen
from village_site.source.files import MAX_BYTES

_HUGE = 200_000_000
_CHUNK = 1 << 20
_FILES = ("100644", "100755")


@frozen
class Tree:
    """A data folder. `name` is its own name; `marks` tells by path, with "/", what is equal and what is not.

    `read` gives the bytes of files by path; those that are no plain files, or too large for data, are left
    out. Hidden files are the system's and are no part of it.
    """

    name: str
    marks: dict[str, str]
    read: Callable[[Iterable[str]], dict[str, bytes]]


def tree_of(folder: Path) -> Tree:
    """The tree of a folder on the disk; links are not followed."""
    sizes: dict[str, int] = {}
    marks = {}
    for path, file in _walk(folder):
        found = file.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= MAX_BYTES:
            sizes[path] = found.st_size
        marks[path] = _mark(file, found)

    def read(paths: Iterable[str]) -> dict[str, bytes]:
        return {path: (folder / path).read_bytes() for path in paths if path in sizes}

    return Tree(folder.name, marks, read)


def tree_at(folder: Path, revision: str) -> Tree | None:
    """The tree a data folder is at a revision of the repository it lies in; None when Git has no such one."""
    if revision.startswith("-"):
        return None  # no name of a revision begins so; for Git it would be an option
    found = git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}")
    listed = found and git(folder, "ls-tree", "-r", "-z", "-l", found.decode().strip())
    if listed is None:
        return None
    marks, objects = {}, {}
    for row in listed.split(b"\0")[:-1]:
        about, _, name = row.partition(b"\t")
        mode, _, mark, size = about.decode().split()
        path = os.fsdecode(name)
        if _is_hidden(path):
            continue
        marks[path] = mark if mode in _FILES else f"{mode} {mark}"
        if mode in _FILES and int(size) <= MAX_BYTES:
            objects[path] = mark

    def read(paths: Iterable[str]) -> dict[str, bytes]:
        wanted = [path for path in paths if path in objects]
        blobs = _blobs(folder, [objects[path] for path in wanted])
        return {path: blobs[objects[path]] for path in wanted if objects[path] in blobs}

    return Tree(folder.name, marks, read)


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file and link below a folder with its path from there; what cannot be listed is passed over."""
    for top, folders, files in os.walk(folder):
        links = [name for name in folders if Path(top, name).is_symlink()]
        for name in (*files, *links):
            file = Path(top, name)
            path = file.relative_to(folder).as_posix()
            if not _is_hidden(path):
                yield path, file


def _is_hidden(path: str) -> bool:
    return path.startswith(".") or "/." in path


def _mark(file: Path, found: os.stat_result) -> str:
    """Git's name for a file's content, so that a folder and a revision can be compared."""
    if stat.S_ISLNK(found.st_mode):
        target = os.fsencode(file.readlink())
        return f"120000 {_name(len(target), [target])}"
    if not stat.S_ISREG(found.st_mode) or found.st_size > _HUGE:
        return f"{stat.S_IFMT(found.st_mode):o} {found.st_size}"
    with file.open("rb") as content:
        return _name(found.st_size, iter(lambda: content.read(_CHUNK), b""))


def _name(size: int, parts: Iterable[bytes]) -> str:
    """The name Git gives to an object; it protects nothing here."""
    digest = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _blobs(folder: Path, objects: list[str]) -> dict[str, bytes]:
    """The content of objects by name; one that a partial clone lacks is left out."""
    asked = "".join(f"{name}\n" for name in objects).encode()
    answer = git(folder, "cat-file", "--batch", sent=asked) or b""
    found = {}
    start = 0
    while (end := answer.find(b"\n", start)) >= 0:
        name, kind, *size = answer[start:end].decode().split()
        start = end + 1
        if kind == "blob":
            found[name] = answer[start : start + int(size[0])]
            start += int(size[0]) + 1
    return found


def git(folder: Path, *arguments: str, sent: bytes = b"") -> bytes | None:
    """What a git command prints; None when it fails or there is no git."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=sent, capture_output=True, check=False, timeout=120)
    except (OSError, ValueError, subprocess.TimeoutExpired):  # ValueError: a name with a zero byte in it
        return None
    return done.stdout if done.returncode == 0 else None
