"""`villages forms` from end to end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.forms.support import HOUSE, VILLAGE
from tests.support import data_folder
from village_site.cli import main


def run(tmp_path: Path, *options: str) -> int:
    data = data_folder(
        tmp_path,
        {
            **HOUSE,
            "an/village.yml": "{kind: thôn, name: An, updated: 20/11/2026, memberships: [{unit: cam-binh}]}",
        },
    )
    return main(
        ["forms", "--data", str(data), "--day", "2026-11-21", "--out", str(tmp_path / "out"), *options]
    )


def names(tmp_path: Path) -> list[str]:
    return sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.pdf"))


def test_blank_forms_of_every_village(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 0
    each = ("dong-y-ho.pdf", "dong-y-lien-he.pdf", "rut-lai-ho.pdf", "rut-lai-lien-he.pdf")
    assert names(tmp_path) == [f"{place}/{name}" for place in ("an", VILLAGE) for name in each]
    assert capsys.readouterr().out == f"Đã làm 8 phiếu trong {tmp_path / 'out'}/.\n"


def test_one_village_and_one_household(tmp_path: Path) -> None:
    assert run(tmp_path, "--village", "an", "--household", f"{VILLAGE}/nha-12") == 0
    assert len(names(tmp_path)) == 6
    assert names(tmp_path)[4:] == [f"{VILLAGE}/{name}-ho-nha-12.pdf" for name in ("dong-y", "rut-lai")]


@pytest.mark.parametrize(
    ("option", "typed", "guess"),
    [("--village", "nam-bac-than", VILLAGE), ("--household", f"{VILLAGE}/nha-13", f"{VILLAGE}/nha-12")],
)
def test_an_unknown_name_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, typed: str, guess: str
) -> None:
    assert run(tmp_path, option, typed) == 1
    assert capsys.readouterr().err == f"không có “{typed}”; có phải {guess}?\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["forms", "plates"])
def test_without_the_extra_plates_one_is_told_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    class Absent:
        def find_spec(self, name: str, *_: object) -> None:
            if name.partition(".")[0] == "typst":
                raise ModuleNotFoundError("No module named 'typst'", name="typst")

    ours = ("typst", "village_site.plates", "village_site.forms")
    for name in [name for name in sys.modules if name.startswith(ours)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Absent(), *sys.meta_path])
    data = data_folder(tmp_path, HOUSE)
    assert main([command, "--data", str(data), "--day", "2026-11-21", "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr()
    assert "make plates" in told.err
    assert "typst" in told.err
    assert told.out == ""
    assert not (tmp_path / "out").exists()
