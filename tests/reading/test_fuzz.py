"""Whatever bytes lie in the data folder, the reader answers with data or with a message of its own.

The number of runs and every seed are fixed: equal on every machine, about ten seconds in all.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.fill import files
from tests.reading.mutate import mutated
from tests.support import BASE, DAY, data_folder
from village_site import report, site
from village_site.problems import Problem
from village_site.source import Unreadable, read_yaml

SAMPLE = tuple(
    path.read_bytes()[:6_000] for path in sorted((Path(__file__).parents[2] / "villages").rglob("*.yml"))
)
BATCHES = range(8)
READ_A_BATCH = 350
RANDOM_A_BATCH = 150
FOLDERS_A_BATCH = 22


def read(data: bytes) -> bool:
    """Reads a file's bytes; gives whether it could be read. Any other exception than its own fails the test."""
    try:
        read_yaml(data, "villages/a.yml")
    except Unreadable as fault:
        agrees(fault.problem, data)
        return False
    return True


def agrees(problem: Problem, data: bytes) -> None:
    """A problem names a line of the file and a column of that line, and says one sentence in each language."""
    rows = data.decode("utf-8", "replace").split("\n")
    assert 1 <= problem.line <= len(rows), problem
    assert 1 <= problem.column <= len(rows[problem.line - 1]) + 2, problem
    for lang in ("vi", "en"):
        assert problem.text(lang)
        assert report.line(problem, lang).isprintable() or "\N{NO-BREAK SPACE}" in report.line(problem, lang)


@pytest.mark.parametrize("batch", BATCHES)
def test_random_bytes(batch: int) -> None:
    chance = random.Random(f"bytes {batch}")
    for _ in range(RANDOM_A_BATCH):
        read(chance.randbytes(chance.choice((1, 5, 50, 400))))
        read(
            "".join(
                chr(chance.choice((chance.randrange(128), chance.randrange(0x3000)))) for _ in range(40)
            ).encode()
        )
        read("".join(chance.choice("ab:-?#&*!|>'\"%@`{}[], \n\n  ") for _ in range(60)).encode())


@pytest.mark.parametrize("batch", BATCHES)
def test_files_after_accidents(batch: int) -> None:
    chance = random.Random(f"files {batch}")
    readable = sum(read(mutated(chance.choice(SAMPLE), SAMPLE, chance)) for _ in range(READ_A_BATCH))
    assert READ_A_BATCH // 20 < readable < READ_A_BATCH * 19 // 20  # otherwise one of the two is not tried


@pytest.mark.parametrize("batch", BATCHES)
def test_folders_after_accidents(tmp_path: Path, batch: int) -> None:
    chance = random.Random(f"folders {batch}")
    filled = {**BASE, **files("Chữ một hai")}
    root = data_folder(tmp_path, filled, base=False)
    whole = {path: path.read_bytes() for path in sorted(root.rglob("*.yml"))}
    for _ in range(FOLDERS_A_BATCH):
        hit = chance.sample(list(whole), chance.randint(1, 3))
        for path in hit:
            path.write_bytes(mutated(whole[path], (*SAMPLE, *whole.values()), chance))
        _, problems = site.examine(root, DAY)
        told(problems)
        for path in hit:
            path.write_bytes(whole[path])


def told(problems: tuple[Problem, ...]) -> None:
    """Every format tells every problem, each of the formats for people on one line, and can be printed."""
    for lang in ("vi", "en"):
        lines = report.as_text(problems, lang)
        assert len(lines.encode().splitlines()) == len(problems) + 1
        assert len(report.as_github(problems, lang).encode().splitlines()) == len(problems)
        assert len(json.loads(report.as_json(problems, lang).encode())) == len(problems)
