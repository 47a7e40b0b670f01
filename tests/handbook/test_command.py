"""`villages handbook` from end to end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.handbook.support import VILLAGE
from tests.support import data_folder
from village_site.cli import main

SECOND = {"an/village.yml": "{kind: thôn, name: An, updated: 20/11/2026, memberships: [{unit: cam-binh}]}"}


NOTICE = "- {id: hop, title: Họp 😀 dân, text: Đủ mặt., issued: 20/11/2026}"


def run(tmp_path: Path, *villages: str, files: dict[str, str] | None = None) -> int:
    data = data_folder(tmp_path, {**SECOND, **(files or {})})
    out = str(tmp_path / "out")
    return main(["handbook", *villages, "--data", str(data), "--day", "2026-11-21", "--out", out])


def names(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "out").iterdir())


def test_every_village_where_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 0
    assert names(tmp_path) == ["an.pdf", f"{VILLAGE}.pdf"]
    assert capsys.readouterr().out == f"Đã làm 2 cuốn trong {tmp_path / 'out'}/.\n"


def test_only_the_villages_named(tmp_path: Path) -> None:
    assert run(tmp_path, "an") == 0
    assert names(tmp_path) == ["an.pdf"]


def test_an_unknown_village_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "an", "nam-bac-than") == 1
    assert capsys.readouterr().err == f"không có “nam-bac-than”; có phải {VILLAGE}?\n"
    assert not (tmp_path / "out").exists()


def test_one_refused_book_is_a_line_and_the_others_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, files={f"{VILLAGE}/notices.yml": NOTICE}) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        f"villages/{VILLAGE}/notices.yml:1:20: phông chữ Be Vietnam Pro không có ký tự “😀”"
    )
    assert "Traceback" not in told
    assert names(tmp_path) == ["an.pdf"]


def test_what_the_typesetter_refuses_is_a_line_a_village(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("village_site.handbook.write.words", lambda *_: {})
    assert run(tmp_path) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in told[:2]] == [
        "villages/an/village.yml:1:1",
        f"villages/{VILLAGE}/village.yml:1:1",
    ]
    assert "sổ tay thôn Nam Bắc Thành" in told[1]


def test_without_the_extra_the_command_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("village_site.handbook")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "typst", None)
    assert run(tmp_path) == 1
    assert "typst" in capsys.readouterr().err
