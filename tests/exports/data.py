"""The public data files of a small folder, as they are written."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from tests.support import atlas
from village_site.exports import write_data


def written(tmp_path: Path, files: dict[str, str] | None = None) -> dict[str, str]:
    """The text of every data file by its name."""
    out = tmp_path / "data"
    write_data(atlas(tmp_path, files), out)
    return {path.name: path.read_bytes().decode() for path in sorted(out.iterdir())}


def table(files: dict[str, str], name: str) -> list[dict[str, Any]]:
    """The rows of a JSON table."""
    found: list[dict[str, Any]] = json.loads(files[f"{name}.json"])
    return found


def sheet(files: dict[str, str], name: str) -> list[dict[str, str]]:
    """The rows of a CSV table by their columns."""
    text = files[f"{name}.csv"]
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
