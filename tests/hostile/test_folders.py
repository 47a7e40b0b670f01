"""Folders with what is no file, with names some computer cannot hold, with more than anybody looks through."""

from __future__ import annotations

import io
import os
import socket
import struct
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.hostile.support import Checker, V, folder
from tests.support import data_folder
from village_site.source.folder import MAX_ENTRIES, entries, name_fault

PLACES = (
    f"{V}/roads.yml",
    f"{V}/anh.jpg",
    "_sources.yml",
    "_units/them.yml",
    "_register/2026-11-20-0000000000000000.csv",
)


@pytest.mark.parametrize("place", [*PLACES, "lang-khac", "_criteria"])
def test_a_link_is_not_followed(tmp_path: Path, checker: Checker, place: str) -> None:
    root = data_folder(tmp_path)
    path = root / place
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("/dev/zero" if path.suffix else "/")
    told = (
        "1:1: tệp này không phải do lệnh cấp mã ghi ra"
        if place.startswith("_register")
        else "1:1: tệp này là lối tắt"
    )
    checker.refused(root, f"villages/{place}:{told}")


def test_the_register_itself_is_a_link(tmp_path: Path, checker: Checker) -> None:
    root = data_folder(tmp_path)
    (root / "_register").symlink_to("/")
    checker.refused(root, "villages/_register:1:1: tệp này là lối tắt")


@pytest.mark.parametrize("place", PLACES)
def test_nobody_waits_for_a_pipe(tmp_path: Path, checker: Checker, place: str) -> None:
    root = data_folder(tmp_path)
    path = root / place
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    checker.refused(root, f"villages/{place}:1:1: đây không phải là tệp thường")


def test_the_site_file_is_a_pipe(tmp_path: Path, checker: Checker) -> None:
    root = data_folder(tmp_path)
    (root / "_site.yml").unlink()
    os.mkfifo(root / "_site.yml")
    checker.refused(root, "villages/_site.yml:1:1: đây không phải là tệp thường")


def test_a_socket(tmp_path: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    root = data_folder(tmp_path)
    monkeypatch.chdir(root / V)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("roads.yml")
        checker.refused(root, f"villages/{V}/roads.yml:1:1: đây không phải là tệp thường")


@pytest.mark.parametrize(
    "name",
    ["con.yml", "NUL.yml", "aux.jpg", "com1.png", "lpt9.tar.yml", "COM¹.yml", "prn .yml", "conin$.yml"],
)
def test_names_windows_keeps_for_itself(name: str) -> None:
    assert name_fault(name) == ("name-reserved", {"found": name})


@pytest.mark.parametrize(
    "name",
    [
        "a:b.yml",
        "a?.yml",
        'a".yml',
        "a<b.yml",
        "a|b",
        "a*",
        "a\\b.yml",
        "roads.yml.",
        "roads.yml ",
        "a\nb.yml",
        "a\udcff.yml",
    ],
)
def test_names_windows_does_not_accept(name: str) -> None:
    assert name_fault(name) == ("name-not-portable", {"found": name})


@pytest.mark.parametrize(
    "name", ["roads.yml", "console.yml", "com10.yml", "ho.yml", "anh-1.jpg", "đường.yml"]
)
def test_names_everybody_accepts(name: str) -> None:
    assert name_fault(name) == ("", {})


def test_odd_names_are_told(tmp_path: Path, checker: Checker) -> None:
    root = data_folder(tmp_path)
    for name in ("con.yml", "anh.jpg ", "aux.jpg", "x\n::error::y.jpg"):
        (root / V / name).write_bytes(b"")
    (root / "aux").mkdir()
    os.mkdir(os.fsencode(root) + b"/\xff")  # noqa: PTH102 - a name that is no text
    checker.refused(
        root,
        f"villages/{V}/con.yml:1:1: tên “con.yml” là tên riêng của Windows",
        f"villages/{V}/anh.jpg :1:1: tên “anh.jpg ” có ký tự mà máy Windows không nhận",
        f"villages/{V}/aux.jpg:1:1: tên “aux.jpg” là tên riêng của Windows",
        f"villages/{V}/x�::error::y.jpg:1:1: tên “",
        "villages/aux:1:1: tên “aux” là tên riêng của Windows",
        "villages/�:1:1: tên “�” có ký tự mà máy Windows không nhận",
    )


def test_names_that_are_one_on_other_computers(tmp_path: Path, checker: Checker) -> None:
    root = data_folder(
        tmp_path, {f"{V}/roads.yml": "- {id: a, name: A}\n", f"{V}/Roads.yml": "- {id: a, name: A}\n"}
    )
    for name in (
        "anh.jpg",
        "ANH.JPG",
        unicodedata.normalize("NFC", "ảnh.png"),
        unicodedata.normalize("NFD", "ảnh.png"),
    ):
        (root / V / name).write_bytes(b"")
    (root / "NAM-BAC-THANH").mkdir()
    checker.refused(
        root,
        f"villages/{V}/Roads.yml:1:1: tên này và “roads.yml” chỉ khác nhau ở chữ hoa chữ thường",
        f"villages/{V}/ANH.JPG:1:1: tên này và “anh.jpg” chỉ khác nhau",
        f"villages/{V}/{unicodedata.normalize('NFD', 'ảnh.png')}:1:1: tên này và “ảnh.png” chỉ khác nhau",
        f"villages/NAM-BAC-THANH:1:1: tên này và “{V}” chỉ khác nhau",
    )


def test_thousands_of_files(tmp_path: Path, checker: Checker) -> None:
    root = data_folder(tmp_path)
    for number in range(4_000):
        (root / V / f"tep-{number}.txt").touch()
    checker.refused(root, f"villages/{V}/tep-0.txt:1:1: không biết tệp “tep-0.txt” để làm gì")


def test_thousands_of_folders(tmp_path: Path, checker: Checker) -> None:
    root = data_folder(tmp_path)
    for number in range(4_000):
        (root / f"thon-{number}").mkdir()
    checker.refused(root, "villages/thon-0/village.yml:1:1: thư mục thôn này thiếu tệp village.yml")


def test_more_entries_than_anybody_looks_through(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"tep-{number}").touch()
    (only,) = entries(tmp_path, "villages", most=29)
    assert (only.fault, only.params, only.shown) == ("too-many-entries", {"limit": "29"}, "villages")
    assert len(list(entries(tmp_path, "villages", most=30))) == 30
    assert MAX_ENTRIES > 12_000


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    rows = zlib.compress(b"\x00" * ((width * 4 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _saved(format_: str, size: tuple[int, int], **options: bool) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size).save(out, format_, **options)
    return out.getvalue()[:-40]


PICTURES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a PNG of 51 million pixels": (lambda: _png(10_000, 5_100), "quá lớn (hơn 16 triệu điểm ảnh)"),
    "the largest PNG, cut": (lambda: _png(4_000, 4_000)[:-40], "không mở được"),
    "the largest WebP, cut": (lambda: _saved("WEBP", (4_000, 3_000)), "không mở được"),
    "the largest progressive JPEG, cut": (lambda: _saved("JPEG", (5_000, 5_000), progressive=True), "không mở được"),
    "the largest JPEG, cut": (lambda: _saved("JPEG", (8_000, 6_200)), "không mở được"),
}  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(tmp_path: Path, checker: Checker, name: str) -> None:
    data, message = PICTURES[name]
    root = folder(
        tmp_path, "roads.yml", "- id: duong\n  name: Đường\n  photo: {file: anh.jpg, alt: Đường}\n".encode()
    )
    (root / V / "anh.jpg").write_bytes(data())
    run = checker.refused(root, f"villages/{V}/roads.yml:3:17: ")
    assert message in run.out
