"""Opens files of the data: only regular ones, only as much of them as is allowed."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from village_site.problems import Problem

MAX_BYTES = 2_000_000

# A name may have become a link or a pipe since the folder was listed: no link is followed, no pipe awaited.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class Unreadable(Exception):
    """The file cannot be read as data; carries its first problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.code)


def read_bounded(path: Path, shown: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; `shown` is how messages name it.

    Raises Unreadable, before anything is read, for a link, a pipe, a device, a folder, a file that is larger
    or may not be opened.
    """
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        code = "symlink" if error.errno in (errno.ELOOP, errno.EMLINK) else "file-not-opened"
        code = "not-a-file" if error.errno in (errno.ENXIO, errno.EISDIR) else code
        raise Unreadable(Problem(shown, 1, 1, code)) from None
    with open(handle, "rb", closefd=True) as file:  # noqa: PTH123 - opened above, with what Path cannot say
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable(Problem(shown, 1, 1, "not-a-file"))
        data = b"" if found.st_size > limit else file.read(limit + 1)
    if found.st_size > limit or len(data) > limit:
        raise Unreadable(Problem(shown, 1, 1, "file-too-large", params={"limit": str(limit // 1_000_000)}))
    return data
