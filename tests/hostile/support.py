"""A data folder with something hostile in it, and what `villages check` says of it at what cost."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import DAY, data_folder

V = "nam-bac-thanh"
TIMES = 4.0
"""How much more CPU than an ordinary folder anything hostile may cost. That one takes half a second on a quiet
machine, so this is two seconds there, and holds on a busy one too."""
MEGABYTES = 300.0
_MEASURE = Path(__file__).parent / "measure.py"
_MAIN = "from village_site.cli import main; raise SystemExit(main())"


@dataclass(frozen=True)
class Checked:
    """What a run printed, and its cost: CPU seconds and megabytes at the most."""

    exit: int
    out: str
    err: str
    cpu: float
    mb: float


def checked(root: Path) -> Checked:
    """`villages check` of a folder, which must end by itself within what any hostile file may cost."""
    result = root.parent / "cost.json"
    command = [sys.executable, "-S", str(_MEASURE), str(result), "6", sys.executable, "-c", _MAIN]
    arguments = ["check", "--data", str(root), "--day", DAY.isoformat()]
    done = subprocess.run([*command, *arguments], capture_output=True, check=True, timeout=120)
    cost = json.loads(result.read_text("utf-8"))
    return Checked(out=done.stdout.decode(), err=done.stderr.decode(), **cost)


@cache
def ordinary() -> float:
    """CPU seconds of checking the base data: the larger of two runs."""
    with TemporaryDirectory() as folder:
        root = data_folder(Path(folder))
        return max(checked(root).cpu for _ in range(2))


def refused(root: Path, *lines: str) -> Checked:
    """Checks a folder: every line given is told, the exit code is 1, and neither time nor memory is spent."""
    run = checked(root)
    told = run.out.splitlines()
    assert run.err == ""
    assert run.exit == 1, run
    for line in lines:
        assert any(one.startswith(line) for one in told), (line, told[:20])
    print(f"{run.cpu:.2f} s, {run.mb:.0f} MB")
    assert run.cpu < TIMES * ordinary(), run.cpu
    assert run.mb < MEGABYTES, run.mb
    return run


def folder(tmp_path: Path, name: str, content: bytes) -> Path:
    """The base data with one more file in its village, or beside the villages for a name that begins with `_`."""
    root = data_folder(tmp_path)
    path = root / (name if name.startswith("_") else f"{V}/{name}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return root
