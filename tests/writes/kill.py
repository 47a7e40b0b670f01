"""Run by a test: runs every command in copies of its folder, each of them killed at another change on disk.

usage: python kill.py FOLDER
For each command FOLDER/<title>/ holds `before`, `after` (of a run that was not killed), `killed-<n>` and, for the
first of those that are equal, the same folder after one more run, `again-<n>`; `exits.json` says how those ended.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import village_site.adapters.build  # noqa: F401 - loaded once here, not in every child
from tests.writes.commands import COMMANDS, Command

CHANGES = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.chmod",
    "os.truncate",
    "os.link",
    "os.symlink",
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
SIZES = (200,)
ALL, LAST, SOME = 20, 6, 3


def main(folder: Path) -> None:
    """Goes through the commands."""
    gc.freeze()  # what is imported is not looked through, and so not copied, in every child
    for command in COMMANDS:
        play(command, folder / command.title)
    gc.unfreeze()  # some libraries complain at the end of what is never collected


def play(command: Command, folder: Path) -> None:
    """Kills a command at the changes chosen, and runs it once more after each."""
    before = folder / "before"
    before.mkdir(parents=True)
    command.prepare(before)
    if "site" in command.wholes:
        child(before, command.run)
        village = before / "villages" / "nam-bac-thanh" / "village.yml"
        village.write_text(village.read_text("utf-8").replace("Nam Bắc Thành", "Nam Bắc Thành Mới"), "utf-8")
    shutil.copytree(before, folder / "after")
    ended, total = child(folder / "after", command.run)
    exits = {"after": ended}
    seen: set[str] = set()
    for name, prepare in deaths(total):
        killed, again = folder / f"killed-{name}", folder / f"again-{name}"
        shutil.copytree(before, killed)
        ended, _ = child(killed, command.run, prepare)
        if ended >= 0 and not name.startswith("size-"):
            raise SystemExit(f"{command.title} was not killed at change {name} of {total}: {ended}")
        if (state := digest(killed)) not in seen:
            seen.add(state)
            shutil.copytree(killed, again)
            exits[name], _ = child(again, command.run)
    (folder / "exits.json").write_text(json.dumps(exits), encoding="utf-8")


def deaths(total: int) -> Iterator[tuple[str, Callable[[], None]]]:
    """Every way to die: at changes, all of a few, of many the last ones, where things are put in place, and some
    more; and in the middle of a write, when a file gets longer than so many bytes."""
    numbers: Sequence[int] = range(1, total + 1)
    if total > ALL:
        numbers = sorted({*range(1, total, total // SOME), *range(total - LAST + 1, total + 1)})
    for number in numbers:
        yield str(number), partial(kill_at, number)
    for size in SIZES:
        yield f"size-{size}", partial(limit, size)


def digest(folder: Path) -> str:
    """Equal for folders with equal files and folders in them."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(f"{path.relative_to(folder)}\0".encode())
        found.update(path.read_bytes() if path.is_file() else b"")
    return found.hexdigest()


def child(
    folder: Path, run: Callable[[], int], prepare: Callable[[], None] = lambda: None
) -> tuple[int, int]:
    """Runs in a process and a group of its own. Gives its exit code (below zero for a signal), and how many
    changes it made on disk."""
    counter_in, counter_out = os.pipe()
    process = os.fork()
    if not process:
        os.setpgid(0, 0)
        os.chdir(folder)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        count_changes(counter_out)
        prepare()
        os._exit(run())
    os.close(counter_out)
    with os.fdopen(counter_in, "rb") as counts:
        total = len(counts.read())
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), total


STATE = {"left": 0}


def kill_at(number: int) -> None:
    """Dies, with every process it started, just before the change of that number."""
    STATE["left"] = number


def limit(size: int) -> None:
    """Dies when a file gets larger; the bytes up to there are written."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def count_changes(out: int) -> None:
    """Notes every change of a file or folder below the present one."""
    here, me = str(Path.cwd()), os.getpid()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if os.getpid() != me or not is_change(event, arguments, here):
            return
        os.write(out, b".")
        STATE["left"] -= 1
        if not STATE["left"]:
            os.killpg(0, signal.SIGKILL)

    sys.addaudithook(hook)


def is_change(event: str, arguments: tuple[object, ...], here: str) -> bool:
    """True for what changes a file or folder below `here`, the caches left out."""
    if event == "ctypes.dlsym":
        return arguments[1] == "renameat2"
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
    if event not in CHANGES and not writes:
        return False
    path = arguments[0]
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    whole = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - resolving asks the disk
    return whole.startswith(f"{here}/") and "/.cache/" not in whole


if __name__ == "__main__":
    main(Path(sys.argv[1]))
