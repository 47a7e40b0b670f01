"""`villages offline` from end to end, on a site of one page."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.privacy.support import CONSENT, NAME, PERSONAL, site_folder
from tests.support import data_folder
from village_site.cli import main


def run(tmp_path: Path, *options: str, day: str = "2026-11-21") -> int:
    data, out = data_folder(tmp_path), str(tmp_path / "dist")
    site = str(tmp_path / "site")
    return main(["offline", "--data", str(data), "--day", day, "--site", site, "--out", out, *options])


def built(tmp_path: Path, index: str | None = '{"day": "2026-11-21"}') -> Path:
    """A site of one page; `index` is the list of its tables."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<html lang=vi><body><p>A</p></body></html>", "utf-8")
    (folder / "sw.js").write_text("", "utf-8")
    if index is not None:
        (folder / "data" / "v1").mkdir(parents=True)
        (folder / "data" / "v1" / "index.json").write_text(index, "utf-8")
    return folder


def test_it_says_how_large_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(tmp_path)
    assert run(tmp_path) == 0
    file = tmp_path / "dist" / "lang-mau-ngoai-tuyen.zip"
    assert capsys.readouterr().out == f"Đã gói 3 tệp vào {file} (0,0 MB).\n"
    with ZipFile(file) as packed:
        assert packed.namelist() == ["DOC-TRUOC.txt", "data/v1/index.json", "index.html"]
        assert "Bản chép ngày 21/11/2026" in packed.read("index.html").decode()


def test_an_old_build_keeps_its_day(tmp_path: Path) -> None:
    built(tmp_path)
    assert run(tmp_path, day="2026-12-31") == 0
    with ZipFile(tmp_path / "dist" / "lang-mau-ngoai-tuyen.zip") as packed:
        for name in ("index.html", "DOC-TRUOC.txt"):
            assert "ản chép ngày 21/11/2026" in packed.read(name).decode()


@pytest.mark.parametrize("index", [None, "", "[]", "{}", '{"day": 5}', '{"day": "hôm nay"}'])
def test_a_site_without_a_day_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], index: str | None
) -> None:
    site = built(tmp_path, index)
    assert run(tmp_path) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{site}: không rõ trang này dựng ngày nào")
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("private", ["private", "rieng"])
def test_what_was_withdrawn_is_not_packed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], private: str
) -> None:
    data = site_folder(tmp_path, {"ho.yml": PERSONAL, "dong-y.yml": CONSENT})
    page = built(tmp_path) / "index.html"
    page.write_text(f"<body><p>{NAME}</p></body>", "utf-8")
    (tmp_path / "private").rename(tmp_path / private)
    options = ["--data", str(data), "--day", "2026-11-21", "--private", str(tmp_path / private)]
    packing = ["offline", *options, "--site", str(tmp_path / "site"), "--out", str(tmp_path / "dist")]
    assert main(packing) == 0
    assert main(["consents", "withdraw", "nam-bac-thanh/ho-1", *options]) == 0
    shutil.rmtree(tmp_path / "dist")
    capsys.readouterr()
    assert main(packing) == 1
    told = capsys.readouterr().err
    assert "“họ tên” đã rút lại hoặc chưa được đồng ý vẫn còn trong site/index.html" in told
    assert NAME not in told
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_stopped_while_packing_it_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, sign: signal.Signals
) -> None:
    built(tmp_path)
    before = signal.getsignal(signal.SIGTERM)
    usual = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a shell's background jobs are deaf to it

    def stop(*_: object) -> None:
        assert [path.suffix for path in (tmp_path / "dist").iterdir()] == [".new"]
        os.kill(os.getpid(), sign)
        time.sleep(5)

    monkeypatch.setattr("village_site.usb.copy._entry", stop)
    try:
        assert run(tmp_path) == 1
    finally:
        signal.signal(signal.SIGINT, usual)
    assert capsys.readouterr().err == "Đã dừng; chưa có gì thay đổi.\n"
    assert [*(tmp_path / "dist").iterdir()] == []
    assert signal.getsignal(signal.SIGTERM) is before


def test_without_a_built_site_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 1
    assert f"{tmp_path / 'site'}: chưa có trang nào ở đây; chạy “make site” trước" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()
