"""`villages offline` from end to end, on a site of one page."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support import data_folder
from village_site.cli import main


def run(tmp_path: Path, *options: str) -> int:
    data, out = data_folder(tmp_path), str(tmp_path / "dist")
    site = str(tmp_path / "site")
    return main(
        ["offline", "--data", str(data), "--day", "2026-11-21", "--site", site, "--out", out, *options]
    )


def test_it_says_how_large_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<html lang=vi><body><p>A</p></body></html>", "utf-8")
    (tmp_path / "site" / "sw.js").write_text("", "utf-8")
    assert run(tmp_path) == 0
    file = tmp_path / "dist" / "lang-mau-ngoai-tuyen.zip"
    assert capsys.readouterr().out == f"Đã gói 2 tệp vào {file} (0,0 MB).\n"
    with ZipFile(file) as packed:
        assert packed.namelist() == ["DOC-TRUOC.txt", "index.html"]
        assert "Bản chép ngày 21/11/2026" in packed.read("index.html").decode()


def test_without_a_built_site_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 1
    assert f"{tmp_path / 'site'}: chưa có trang nào ở đây; chạy “make site” trước" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()
