"""Run by a test: issues codes in copies of a folder, the nth of them killed at its nth change on disk.

usage: python kill_assign.py DATA COPIES
"""

import datetime as dt
import os
import random
import shutil
import signal
import sys
from pathlib import Path

from village_site.codes import assign
from village_site.dataset import load

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.chmod"}


def main(data: Path, copies: Path) -> None:
    """Goes on until a run ends by itself."""
    for number in range(1, 100):
        root = copies / f"{number}" / data.name
        shutil.copytree(data, root)
        child = os.fork()
        if not child:
            issue(root, number)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            raise SystemExit(os.waitstatus_to_exitcode(status))


def issue(root: Path, number: int) -> None:
    """Issues codes and dies just before the change with that number."""
    found, _ = load(root)
    assert found is not None
    plan = assign.plan(found, dt.date(2026, 11, 21), random.Random(1).choice)
    left = number

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in CHANGES or (event == "open" and "x" in str(arguments[1])):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    plan.apply()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
