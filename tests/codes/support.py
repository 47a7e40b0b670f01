"""A small village whose records lack codes, and what tests of issuing ask about a data folder."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from tests.support import DAY
from village_site.atlas import Atlas, code_of, coded_records, record_key
from village_site.checks.table import check
from village_site.codes import assign
from village_site.dataset import Dataset, load
from village_site.problems import Problem

FILES = {
    "nam-bac-thanh/roads.yml": """
        # Roads of the village, by hand.
        - id: truc-1   # the first
          name: Trục 1

          # who would have thought
          kind: main
        - {id: ngo-2, name: "Ngõ 2", kind: alley}
    """,
    "nam-bac-thanh/ho.yml": """
        - mã riêng: h-1
          đường: truc-1
          số nhà: 12A
        - mã riêng: "h-2"
          đường: truc-1
          mã:
          số nhà: 14
        - {mã riêng: h-3, đường: ngo-2, số nhà: 2}
        - id: h-4
          road: ngo-2
          number: 4
    """,
}
CODED = 7


def read(root: Path) -> Dataset:
    """The data; the test fails when there is any error in it."""
    found, problems = load(root)
    assert found is not None, problems
    errors = [problem for problem in (*problems, *warnings(found)) if problem.is_error]
    assert errors == []
    return found


def warnings(found: Dataset) -> list[Problem]:
    """What the checks say."""
    return check(Atlas(found, DAY))


def run(root: Path, day: dt.date = DAY, seed: int | None = None) -> assign.Plan:
    """Plans and applies."""
    found = read(root)
    plan = assign.plan(found, day) if seed is None else assign.plan(found, day, random.Random(seed).choice)
    plan.apply()
    return plan


def codes(root: Path) -> dict[tuple[str, str], str]:
    """The code beside each record, as the data is read."""
    return {
        (kind.name, record_key(folder, kind, record)): code_of(record) or ""
        for found in [read(root)]
        for folder in found.villages
        for kind, record in coded_records(folder, found.kinds)
    }


def every_byte(root: Path) -> dict[str, bytes]:
    """Every file, hidden ones too, by its path in the folder."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def register_files(root: Path) -> list[Path]:
    """The register's files by name."""
    return sorted((root / "_register").glob("*"))
