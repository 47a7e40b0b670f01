"""Photographs as people take them."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
import zxingcpp
from PIL import Image, ImageOps

from tests.bench.damage import camera
from tests.bench.damage.conditions import CONDITIONS
from tests.verify.support import HOUSES, address, photograph
from village_site.qr import symbols
from village_site.verify.pictures import grey
from village_site.verify.reading import look_at, symbols_in

TEXTS = [address(code) for code in HOUSES]
ALL = dict.fromkeys(TEXTS, 1)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def read(data: bytes) -> dict[str, int]:
    """What a file's symbols say."""
    return dict(symbols_in(grey(data))[0])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_several_plates_of_every_format(kind: str, mode: str) -> None:
    assert read(saved(photograph(*TEXTS).convert(mode), kind)) == ALL


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_and_mirrored_by_exif(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = photograph(*TEXTS[:2])
    undo = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}
    stored = upright
    if orientation != 1:
        turning = Image.Exif()
        turning[0x0112] = undo[orientation]
        with Image.open(io.BytesIO(saved(upright, "PNG", exif=turning))) as turned:
            stored = ImageOps.exif_transpose(turned)
    data = saved(stored, "JPEG", quality=90, exif=exif)
    with Image.open(io.BytesIO(data)) as image:
        assert ImageOps.exif_transpose(image).size == upright.size
    assert read(data) == dict.fromkeys(TEXTS[:2], 1)


def test_twelve_million_pixels() -> None:
    chance = Random(1)
    image = camera.clouds((4_000, 3_000), 60, chance, 60, 190)
    image.paste(photograph(*TEXTS), (1_200, 1_900))
    assert read(saved(camera.noise(image, chance, deviation=6), "JPEG", quality=80)) == ALL


def test_larger_still() -> None:
    image = camera.clouds((7_000, 5_000), 60, Random(2), 60, 190)
    image.paste(photograph(*TEXTS, side=600), (900, 1_000))
    assert read(saved(image, "JPEG", quality=70)) == ALL


def test_at_night() -> None:
    dark = camera.contrast(photograph(*TEXTS), 2, 26)
    assert read(saved(camera.noise(dark, Random(3), deviation=1), "JPEG", quality=90)) == ALL


def test_a_drawing_without_ground() -> None:
    plate = photograph(TEXTS[0], angles=(0,)).point([255 if value < 128 else 0 for value in range(256)])
    black = Image.new("RGBA", plate.size, (0, 0, 0, 0))
    black.putalpha(plate)
    assert read(saved(black, "PNG")) == {TEXTS[0]: 1}
    few = plate.convert("P")
    few.putpalette([0] * 768)
    assert read(saved(few, "PNG", transparency=bytes(range(256)))) == {TEXTS[0]: 1}


@pytest.mark.parametrize(("name", "number"), [("scratches", 0), ("scratches", 8), ("faded", 3), ("mud", 19)])
def test_reworked_pictures_show_what_the_decoder_by_itself_does_not(name: str, number: int) -> None:
    (condition,) = [condition for condition in CONDITIONS if condition.name == name]
    (symbol,) = symbols(TEXTS[:1])
    image = condition.picture(symbol, number, "reworked")
    model_2 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    assert zxingcpp.read_barcodes(image, model_2) == []
    assert symbols_in(image) == ({TEXTS[0]: 1}, 0)


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (3, 2)])
def test_pictures_too_small_to_hold_anything(size: tuple[int, int]) -> None:
    assert symbols_in(Image.new("L", size, 255)) == ({}, 0)


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    photograph(TEXTS[0]).save(tmp_path / "a.png")
    photograph(TEXTS[0]).save(tmp_path / "b.jpg")
    (tmp_path / "c.png").write_bytes((tmp_path / "a.png").read_bytes())
    first, second, copy = (look_at(tmp_path / name) for name in ("a.png", "b.jpg", "c.png"))
    assert first.digest == copy.digest != second.digest
    assert first.texts == second.texts == {TEXTS[0]: 1}
