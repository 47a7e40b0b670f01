"""Which plates are printed, and into which files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plates.support import CODES, atlas, decoded, houses, road, urls
from village_site.plates import write_plates

DATA = road("Ngõ 12") | houses("number: 1", "number: 2", "side: cuối đường")


@pytest.mark.parametrize(
    ("chosen", "files", "codes"),
    [
        ({"kinds": ["household"], "formats": ["household"]}, ["household-001.pdf"], CODES[1:4]),
        ({"kinds": ["road"], "formats": ["household", "road"]}, ["road-001.pdf"], CODES[:1]),
        ({"codes": [CODES[2].replace("-", "")], "formats": ["household"]}, ["household-001.pdf"], CODES[2:3]),
        ({"codes": []}, [], ()),
        ({"villages": ["another"]}, [], ()),
        ({"villages": ["nam-bac-thanh"], "formats": ["road"]}, ["road-001.pdf"], CODES[:1]),
    ],
)
def test_what_is_chosen_is_printed(
    tmp_path: Path, chosen: dict[str, list[str]], files: list[str], codes: tuple[str, ...]
) -> None:
    data = atlas(tmp_path, DATA)
    made = write_plates(data, tmp_path / "out", **chosen)  # type: ignore[arg-type]
    assert [path.name for path in made] == files
    assert [text for path in made for page in decoded(path) for text in page] == urls(data, *codes)


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="poster"):
        write_plates(atlas(tmp_path, DATA), tmp_path / "out", formats=["poster"])


def test_a_record_without_a_code_has_no_plate(tmp_path: Path) -> None:
    data = atlas(tmp_path, {"nam-bac-thanh/roads.yml": "- {id: truc, name: Ngõ 12}\n"})
    assert write_plates(data, tmp_path / "out") == ()


def test_progress_counts_plates(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_plates(atlas(tmp_path, DATA), tmp_path / "out", progress=lambda *counts: told.append(counts))
    assert told == [(1, 8), (4, 8), (8, 8)]


def test_a_further_run_replaces_the_formats_it_prints(tmp_path: Path) -> None:
    data, folder = atlas(tmp_path, DATA), tmp_path / "out"
    write_plates(data, folder)
    (folder / "household" / "household-009.pdf").write_bytes(b"of an earlier run")
    write_plates(data, folder, formats=["household"], kinds=["household"])
    assert sorted(path.name for path in folder.iterdir()) == ["household", "road", "sticker"]
    assert sorted(path.name for path in (folder / "household").iterdir()) == [
        "household-001.pdf",
        "plates.csv",
    ]
    write_plates(data, folder, formats=["household"], kinds=["road"])
    assert sorted(path.name for path in folder.iterdir()) == ["road", "sticker"]
