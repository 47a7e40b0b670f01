"""`villages report weekly` from end to end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.campaigns.data import CAMPAIGN, V
from tests.support import data_folder
from village_site.cli import main

EXTRA = {"le/village.yml": "{kind: thôn, name: Lẻ, updated: 20/11/2026, memberships: [{unit: cam-thanh}]}"}


def run(tmp_path: Path, *options: str, day: str = "2026-11-26") -> int:
    data = data_folder(tmp_path, CAMPAIGN | EXTRA)
    return main(
        ["report", "weekly", "--data", str(data), "--day", day, "--out", str(tmp_path / "out"), *options]
    )


def names(tmp_path: Path) -> list[str]:
    return sorted(
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    )


def test_a_village_s_three_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "--village", V, "--week", "2026-w45") == 0
    made = [f"{V}/2026-W45-cam-binh-xanh.{ending}" for ending in ("pdf", "txt", "xlsx")]
    assert names(tmp_path) == made
    told = capsys.readouterr().out.splitlines()
    assert sorted(told) == [f"Đã ghi {tmp_path / 'out' / name}." for name in made]
    text = (tmp_path / "out" / made[1]).read_text(encoding="utf-8")
    assert "Kính thưa bà con thôn Nam Bắc Thành.\n" in text


def test_a_commune_s_last_week(tmp_path: Path) -> None:
    assert run(tmp_path, "--commune", "cam-binh", day="2026-11-22") == 0
    assert names(tmp_path)[0] == "cam-binh/2026-W47-cam-binh-xanh.pdf"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--village", "nam-bac-than"], f"không có “nam-bac-than”; có phải {V}?"),
        (["--commune", "cam-bin"], "không có “cam-bin”; có phải cam-binh?"),
        (["--commune", "ha-tinh"], "không có “ha-tinh”; có phải cam-binh, cam-thanh?"),
        (["--village", "le"], "thôn Lẻ không có đợt thi đua nào."),
        (
            ["--village", V, "--week", "2026-W30"],
            "tuần 2026-W30 nằm ngoài các đợt của thôn Nam Bắc Thành; có các tuần 2026-W45 – 2026-W48.",
        ),
    ],
)
def test_mistakes_are_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert run(tmp_path, *options) == 1
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"{said}\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "options", [[], ["--village", V, "--commune", "cam-binh"], ["--village", V, "--week", "17"]]
)
def test_a_mistyped_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(tmp_path, *options)
    assert end.value.code == 2
    assert "usage: " in capsys.readouterr().err


def test_without_the_extra_one_is_told_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("village_site.reports.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert run(tmp_path, "--village", V) == 1
    assert capsys.readouterr().err == (
        "Lệnh này cần gói xlsxwriter; chạy “make plates”, hoặc cài village-site[reports].\n"
    )
