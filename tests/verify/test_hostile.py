"""Files that are no photographs, or mean harm: each is a line in the report, and the next one is read."""

from __future__ import annotations

import multiprocessing
import os
import signal
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.verify.support import HOUSES, address, lines, save, verified, village
from village_site.atlas import Atlas
from village_site.verify import Matter
from village_site.verify.pictures import MAX_BYTES, BadPicture
from village_site.verify.worker import Reader

CODE = HOUSES[0]
BROKEN = "Tệp không xem được (1)"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Atlas:
    """The village; photographs lie in the working folder."""
    monkeypatch.chdir(tmp_path)
    return village(tmp_path)


def bomb(path: Path, side: int) -> None:
    """A PNG of a few hundred bytes that says it is `side` pixels wide and high."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 10_000)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ghi chú.txt", b"ho 12"),
        ("empty.jpg", b""),
        ("anh.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
        ("anh.jpg", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
        ("anh.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("anh.ps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
    ],
)
def test_no_picture(data: Atlas, name: str, content: bytes) -> None:
    Path(name).write_bytes(content)
    found = verified(data, [CODE], Path(name), save(Path("tot.png"), address(CODE)))
    assert lines(found) == [
        BROKEN,
        f"  {name}: không phải ảnh JPEG, PNG hay WebP; ảnh HEIC của iPhone thì đổi sang JPEG",
    ]
    assert lines(found, "en") == [
        "Files that cannot be looked at (1)",
        f"  {name}: not a JPEG, PNG or WebP picture; convert HEIC of an iPhone to JPEG",
    ]
    assert found.has_problems


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_a_picture_cut_short(data: Atlas, name: str) -> None:
    whole = save(Path(name), address(CODE)).read_bytes()
    Path(name).write_bytes(whole[: len(whole) // 2])
    found = verified(data, [], Path(name))
    assert lines(found) == [BROKEN, f"  {name}: ảnh hỏng hoặc bị cắt cụt; chép lại từ máy chụp"]
    assert (
        lines(found, "en")[1]
        == f"  {name}: the picture is broken or cut short; copy it from the camera again"
    )


@pytest.mark.parametrize("side", [8_000, 11_000, 100_000])
def test_a_picture_that_would_fill_the_memory(data: Atlas, side: int) -> None:
    bomb(Path("bom.png"), side)
    found = verified(data, [CODE], Path("bom.png"), save(Path("tot.png"), address(CODE)))
    assert lines(found) == [BROKEN, "  bom.png: ảnh quá lớn; chụp lại dưới 50 triệu điểm ảnh"]
    assert (
        lines(found, "en")[1]
        == "  bom.png: the picture is too large; take one of less than 50 million pixels"
    )


def test_a_file_too_large_to_be_read(data: Atlas) -> None:
    with Path("to.jpg").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert [(finding.matter, finding.reason) for finding in verified(data, [], Path("to.jpg")).findings] == [
        (Matter.BROKEN, "too-large")
    ]


def test_links_are_not_followed(data: Atlas) -> None:
    save(Path("ngoai/that.png"), address(CODE))
    Path("anh").mkdir()
    Path("anh/lien-ket.png").symlink_to(Path("ngoai/that.png").resolve())
    Path("anh/mat.png").symlink_to("khong-co.png")
    Path("anh/thu-muc").symlink_to(Path("ngoai").resolve())
    found = verified(data, [], Path("anh"))
    said = "là liên kết, không phải ảnh; đưa chính tệp ảnh vào"
    assert lines(found) == [
        "Tệp không xem được (3)",
        f"  anh/lien-ket.png: {said}",
        f"  anh/mat.png: {said}",
        f"  anh/thu-muc: {said}",
    ]
    assert lines(found, "en")[1] == "  anh/lien-ket.png: a link, not a picture; give the file itself"


def test_what_is_no_plain_file(data: Atlas) -> None:
    os.mkfifo("ong.jpg")
    found = verified(data, [], Path("ong.jpg"), Path("khong-co.jpg"))
    said = "không có hoặc không mở được tệp này"
    assert lines(found) == ["Tệp không xem được (2)", f"  ong.jpg: {said}", f"  khong-co.jpg: {said}"]
    assert lines(found, "en")[1] == "  ong.jpg: there is no such file, or it cannot be opened"


def test_hidden_files_and_those_of_file_managers_are_passed_over(data: Atlas) -> None:
    Path("anh/.trash").mkdir(parents=True)
    for name in ("anh/.DS_Store", "anh/Thumbs.db", "anh/desktop.ini", "anh/.trash/a.jpg"):
        Path(name).write_bytes(b"x")
    found = verified(data, [], Path("anh"))
    assert (found.photos, found.findings) == (0, ())


def test_a_name_that_would_steer_a_terminal(data: Atlas) -> None:
    name = "\x1b[2J\u202egnp.a.png"
    Path(name).write_bytes(b"x")
    said = "\n".join(lines(verified(data, [], Path(name))))
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\ufffd[2J\ufffdgnp.a.png: " in said


def test_a_picture_that_keeps_the_decoder_busy(tmp_path: Path) -> None:
    """A wall of finder patterns, one pixel a module: minutes of work for a decoder without a limit."""
    finder = Image.new("L", (9, 9), 255)
    for inset, grey in ((1, 0), (2, 255), (3, 0)):
        finder.paste(grey, (inset, inset, 9 - inset, 9 - inset))
    wall = Image.new("L", (4_000, 3_000), 255)
    row = Image.new("L", (4_000, 9), 255)
    for x in range(0, 4_000, 9):
        row.paste(finder, (x, 0))
    for y in range(0, 3_000, 9):
        wall.paste(row, (0, y))
    wall.save(tmp_path / "tuong.png")
    good = save(tmp_path / "tot.png", address(CODE))
    with Reader(seconds=4) as reader:
        with pytest.raises(BadPicture, match="slow"):
            reader.read(tmp_path / "tuong.png")
        assert reader.read(good).texts == {address(CODE): 1}


def test_a_decoder_that_dies(tmp_path: Path) -> None:
    good = save(tmp_path / "tot.png", address(CODE))
    with Reader() as reader:
        reader.read(good)
        (process,) = multiprocessing.active_children()
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        with pytest.raises(BadPicture, match="damaged"):
            reader.read(good)
        assert reader.read(good).texts == {address(CODE): 1}
    assert multiprocessing.active_children() == []
