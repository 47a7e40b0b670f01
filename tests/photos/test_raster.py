"""Pictures are published as pixels and nothing else; what is no picture, or costs too much, is refused."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from village_site.catalogue import message
from village_site.media.raster import MAX_BYTES, WIDTH, BadPhoto, encoded, examine

SECRET = "18.2527, 105.9811 Máy ảnh của ông Mẫu"


def write(folder: Path, data: bytes, name: str = "anh.jpg") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def saved(format_: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 90).save(out, format_, **options)
    return out.getvalue()


def refused(path: Path) -> str:
    """The code both functions refuse a file with; its sentences can be made."""
    codes = set()
    for look in (examine, encoded):
        with pytest.raises(BadPhoto) as bad:
            look(path)
        for lang in ("vi", "en"):
            assert message(bad.value.code, lang).message.format_map({"found": path.name, **bad.value.params})
        codes.add(bad.value.code)
    (code,) = codes
    return code


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes, *more: bytes) -> bytes:
    """A PNG of black and white pixels whose header says what it likes."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P", "1", "CMYK", "LA", "I;16"])
def test_every_sort_of_photograph(tmp_path: Path, format_: str, mode: str) -> None:
    if (format_, mode) in {("JPEG", mode) for mode in ("RGBA", "P", "LA", "I;16")} | {
        ("PNG", "CMYK"),
        ("WEBP", "I;16"),
    }:
        mode = "RGB"
    path = write(tmp_path, saved(format_, mode=mode))
    examine(path)
    with Image.open(io.BytesIO(encoded(path))) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (60, 40))


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_is_published(tmp_path: Path, format_: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = exif[0x0110] = exif[0x013B] = "SECRET-EXIF"
    exif.get_ifd(0x8825)[1] = "SECRET-GPS"
    options: dict[str, Any] = {"exif": exif.tobytes(), "icc_profile": b"SECRET-ICC" * 20}
    if format_ == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", "SECRET-TEXT")
        text.add_itxt("XML:com.adobe.xmp", "SECRET-XMP")
        options["pnginfo"] = text
    else:
        options["xmp"] = b"<x:xmpmeta>SECRET-XMP</x:xmpmeta>"
        if format_ == "JPEG":
            options["comment"] = b"SECRET-COMMENT"
    data = saved(format_, **options) + b"<script>SECRET-TAIL</script>PK\x03\x04"
    assert data.count(b"SECRET") >= 4
    published = encoded(write(tmp_path, data))
    assert b"SECRET" not in published
    with Image.open(io.BytesIO(published)) as image:
        assert set(image.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }
        assert not image.getexif()


def test_a_photograph_is_turned_upright_and_made_small(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = write(tmp_path, saved("JPEG", (4000, 2000), exif=exif.tobytes()))
    with Image.open(io.BytesIO(encoded(path))) as image:
        assert image.size == (WIDTH // 2, WIDTH)


def test_equal_pictures_give_equal_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, saved("JPEG", (2000, 1500)))
    assert encoded(path) == encoded(path)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\xef\xbb\xbf  <?xml version='1.0'?><svg/>",
        b"<!DOCTYPE svg><svg/>",
        b"<!-- x --><svg/>",
    ],
)
def test_a_drawing_is_refused_under_any_name(tmp_path: Path, data: bytes) -> None:
    assert refused(write(tmp_path, data, "anh.png")) == "photo-drawing"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 1000,
        b"<?php system('id'); ?>",
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.7",
        b"MZ" + b"\x00" * 100,
        b"PK\x03\x04",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        saved("GIF"),
        saved("BMP"),
        saved("TIFF"),
        saved("ICO"),
        saved("PPM"),
        saved("EPS"),
        b"8BPS\x00\x01" + b"\x00" * 60,
    ],
)
def test_what_is_no_photograph(tmp_path: Path, data: bytes) -> None:
    assert refused(write(tmp_path, data)) == "photo-unreadable"


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.05, 0.5, 0.9])
def test_a_part_of_a_file(tmp_path: Path, format_: str, part: float) -> None:
    out = io.BytesIO()
    Image.effect_noise((300, 200), 90).convert("RGB").save(out, format_)
    data = out.getvalue()
    assert refused(write(tmp_path, data[: int(len(data) * part)])) == "photo-unreadable"


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_a_moving_picture(tmp_path: Path, format_: str) -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "green", "blue")]
    frames[0].save(out, format_, save_all=True, append_images=frames[1:])
    assert refused(write(tmp_path, out.getvalue())) == "photo-moves"


def test_a_telephones_picture_with_a_second_one_in_it(tmp_path: Path) -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (80, 60), "green"), Image.new("RGB", (40, 30), "red")]
    frames[0].save(out, "MPO", save_all=True, append_images=frames[1:])
    path = write(tmp_path, out.getvalue())
    examine(path)
    with Image.open(io.BytesIO(encoded(path))) as image:
        assert image.size == (80, 60)
        pixel = image.getpixel((40, 30))
        assert isinstance(pixel, tuple)
        assert pixel[1] > pixel[0]


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (png(20_000, 20_000, zlib.compress(b"\x00" * (2_501 * 20_000), 9)), "50"),
        (png(10_000, 10_000, zlib.compress(b"\x00" * (1_251 * 10_000), 9)), "16"),
        (png(2**31 - 1, 2**31 - 1, b""), "50"),
        (saved("WEBP", (4_000, 3_001), lossless=True), "12"),
        (saved("JPEG", (8_000, 6_300)), "50"),
        (saved("JPEG", (5_000, 5_001), progressive=True), "25"),
    ],
)
def test_a_picture_that_swells(tmp_path: Path, data: bytes, limit: str) -> None:
    assert len(data) < 1_500_000
    path = write(tmp_path, data)
    assert refused(path) == "photo-too-large"
    with pytest.raises(BadPhoto) as bad:
        examine(path)
    assert bad.value.params["limit"] == limit


def test_a_swollen_text_within_a_picture(tmp_path: Path) -> None:
    bomb = zlib.compress(b"\x00" * 50_000_000, 9)
    for more in (chunk(b"zTXt", b"a\x00\x00" + bomb), chunk(b"iCCP", b"a\x00\x00" + bomb)):
        path = write(tmp_path, png(8, 1, zlib.compress(b"\x00\x00"), more))
        assert refused(path) == "photo-unreadable"


def test_a_progressive_picture_of_endless_scans(tmp_path: Path) -> None:
    data = saved("JPEG", (800, 600), progressive=True)
    scan = data.rindex(b"\xff\xda")
    again = data[scan:-2]
    assert refused(write(tmp_path, data[:-2] + again * 100 + b"\xff\xd9")) == "photo-unreadable"


def test_a_file_that_is_too_heavy_is_not_read(tmp_path: Path) -> None:
    path = write(tmp_path, saved("JPEG"))
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    assert refused(path) == "photo-too-heavy"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link.jpg").symlink_to(write(tmp_path, saved("JPEG")))
    assert refused(tmp_path / "link.jpg") == "photo-unreadable"
