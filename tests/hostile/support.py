"""A data folder with something hostile in it, and what `villages check` says of it at what cost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from tests.support import DAY, data_folder

V = "nam-bac-thanh"
TIMES = 4.0
"""How much more CPU than an ordinary folder anything hostile may cost. That one takes half a second on a quiet
machine, so this is two seconds there, and holds on a busy one too."""
MEGABYTES = 300.0
_MEASURE = Path(__file__).parent / "measure.py"


@dataclass(frozen=True)
class Checked:
    """What a run printed, and its cost: CPU seconds and megabytes at the most."""

    exit: int
    out: str
    err: str
    cpu: float
    mb: float


class Checker:
    """Checks folders, and compares what that costs with the cost of an ordinary one."""

    def __init__(self, requests: IO[str], answers: IO[str]) -> None:
        self._requests = requests
        self._answers = answers
        self._start = float(answers.readline())

    def checked(self, root: Path) -> Checked:
        """`villages check` of a folder, in a process of its own, which must end by itself."""
        words = ["check", "--data", str(root), "--day", DAY.isoformat()]
        out, err = root.parent / "out.txt", root.parent / "err.txt"
        print(json.dumps([words, str(out), str(err)]), file=self._requests, flush=True)
        cost = json.loads(self._answers.readline())
        cost["cpu"] += self._start
        return Checked(out=out.read_bytes().decode(), err=err.read_bytes().decode(), **cost)

    @cached_property
    def ordinary(self) -> float:
        """CPU seconds of checking the base data: the larger of two runs."""
        with TemporaryDirectory() as folder:
            root = data_folder(Path(folder))
            return max(self.checked(root).cpu for _ in range(2))

    def refused(self, root: Path, *lines: str) -> Checked:
        """Checks a folder: every line given is told, the exit code is 1, and neither time nor memory is spent."""
        run = self.checked(root)
        told = run.out.splitlines()
        assert run.err == ""
        assert run.exit == 1, run
        for line in lines:
            assert any(one.startswith(line) for one in told), (line, told[:20])
        print(f"{run.cpu:.2f} s, {run.mb:.0f} MB, {run.cpu / self.ordinary:.1f} times an ordinary one")
        assert run.cpu < TIMES * self.ordinary, run.cpu
        assert run.mb < MEGABYTES, run.mb
        return run


@contextmanager
def checking() -> Iterator[Checker]:
    """A checker; the process that it forks runs from ends with it."""
    command = [sys.executable, str(_MEASURE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Checker(process.stdin, process.stdout)


def folder(tmp_path: Path, name: str, content: bytes) -> Path:
    """The base data with one more file in its village, or beside the villages for a name that begins with `_`."""
    root = data_folder(tmp_path)
    path = root / (name if name.startswith("_") else f"{V}/{name}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return root
