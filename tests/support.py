"""Small data folders for tests, written as readable literals."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from textwrap import dedent

from village_site.atlas import Atlas
from village_site.dataset import Dataset, load
from village_site.problems import Problem

DAY = dt.date(2026, 11, 21)

BASE = {
    "_site.yml": """
        schema: 1
        name: Làng mẫu
        publisher: Nhóm làm trang mẫu
        report_to: Bộ phận một cửa của xã
        codes: {base_url: "https://lang.example"}
    """,
    "_units/ha-tinh.yml": """
        - {id: ha-tinh, kind: province, name: Hà Tĩnh}
        - id: huyen-cam-xuyen
          kind: district
          name: Cẩm Xuyên
          until: 30/06/2025
          memberships: [{unit: ha-tinh}]
        - id: cam-thanh
          kind: commune
          name: Cẩm Thành
          until: 30/06/2025
          memberships: [{unit: huyen-cam-xuyen}]
        - id: cam-binh
          kind: commune
          name: Cẩm Bình
          since: 01/07/2025
          updated: 20/11/2026
          report_to: Bộ phận một cửa, UBND xã Cẩm Bình
          memberships: [{unit: ha-tinh}]
    """,
    "nam-bac-thanh/village.yml": """
        kind: thôn
        name: Nam Bắc Thành
        updated: 20/11/2026
        memberships:
          - {unit: cam-thanh, until: 30/06/2025}
          - {unit: cam-binh, since: 01/07/2025}
    """,
}


def data_folder(tmp_path: Path, files: dict[str, str] | None = None, *, base: bool = True) -> Path:
    """Writes `villages/` under `tmp_path`: the base site, with `files` added or put in its place."""
    root = tmp_path / "villages"
    for name, text in {**(BASE if base else {}), **(files or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return root


def dataset(tmp_path: Path, files: dict[str, str] | None = None) -> Dataset:
    """A data folder read; the test fails when it has problems."""
    found, problems = load(data_folder(tmp_path, files))
    assert found is not None, problems
    assert problems == []
    return found


def atlas(tmp_path: Path, files: dict[str, str] | None = None, day: dt.date = DAY) -> Atlas:
    """A data folder read and linked for a day."""
    return Atlas(dataset(tmp_path, files), day)


def codes_of(problems: list[Problem] | tuple[Problem, ...]) -> list[tuple[str, int, int, str]]:
    """File name, line, column and message code of each problem."""
    return [(problem.file, problem.line, problem.column, problem.code) for problem in problems]
