"""What a decoder sees in the SVG that is written."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from village_site.qr import QUIET_ZONE, Symbol, svg, symbols

NAMESPACE = "{http://www.w3.org/2000/svg}"
MODEL_2 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)

PIXELS = 6
"""Pixels a module in the pictures that are decoded."""

Point = tuple[int, int]


def codes(prefix: str, count: int) -> list[str]:
    chance = random.Random(prefix)
    return [prefix + "".join(chance.choices("23456789FHJKMNPRTVX", k=8)) + "/" for _ in range(count)]


def drawn(path: str) -> list[list[Point]]:
    """The closed outlines of a path that moves with M and draws with h, H, v, V and z."""
    outlines: list[list[Point]] = []
    x = y = 0
    assert re.fullmatch(r"(?:M\d+ \d+|[hHvV]-?\d+|z)*", path)
    for command, first, second in re.findall(r"([MhHvVz])(-?\d*)(?: (\d+))?", path):
        if command == "M":
            x, y = int(first), int(second)
            outlines.append([])
        elif command != "z":
            x = {"h": x + int(first), "H": int(first)}.get(command, x)
            y = {"v": y + int(first), "V": int(first)}.get(command, y)
        outlines[-1].append((x, y))
    return outlines


def picture(document: str) -> Image.Image:
    """The document as a decoder gets it, on grey, so that only what is painted white is white."""
    root = ElementTree.fromstring(document)
    left, top, width, height = map(int, root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    image = Image.new("L", (width * PIXELS, height * PIXELS), 128)
    draw = ImageDraw.Draw(image)
    for path in root.iter(f"{NAMESPACE}path"):
        colour = {"#fff": 255, "#000": 0}[path.attrib.get("fill", "#000")]
        for outline in drawn(path.attrib["d"]):
            (x, y), (far_x, far_y) = min(outline), max(outline)
            corners = {(x, y), (x, far_y), (far_x, far_y), (far_x, y)}
            assert (x < far_x, y < far_y, set(outline)) == (True, True, corners)
            draw.rectangle((x * PIXELS, y * PIXELS, far_x * PIXELS - 1, far_y * PIXELS - 1), colour)
    return image


@pytest.mark.parametrize(
    ("prefix", "count"),
    [("HTTPS://LANG.EXAMPLE/Q/", 80), ("HTTPS://A.VN/Q/", 12), ("https://owner.github.io/repo/Q/", 12)],
)
def test_another_decoder_reads_what_was_written(prefix: str, count: int) -> None:
    for symbol in symbols(codes(prefix, count)):
        (read,) = zxingcpp.read_barcodes(picture(svg(symbol)), MODEL_2)
        assert (read.text, read.ec_level) == (symbol.text, symbol.level)


@pytest.mark.parametrize(
    "text", ["A", "HTTPS://LANG.EXAMPLE/Q/7K3MXT4M/", "https://a.example/" + "thon/" * 30]
)
def test_each_module_is_painted_and_the_quiet_zone_is_white(text: str) -> None:
    (symbol,) = symbols([text])
    side = symbol.size + 2 * QUIET_ZONE
    seen = picture(svg(symbol))
    dark = {(x + QUIET_ZONE, y + QUIET_ZONE) for x, y in symbol.dark()}
    middle = PIXELS // 2
    found = {
        (x, y): seen.getpixel((x * PIXELS + middle, y * PIXELS + middle))
        for x in range(side)
        for y in range(side)
    }
    assert seen.size == (side * PIXELS, side * PIXELS)
    assert found == {place: 0 if place in dark else 255 for place in found}


def test_each_run_of_a_row_is_drawn_once() -> None:
    (symbol,) = symbols(["HTTPS://LANG.EXAMPLE/Q/7K3MXT4M/"])
    dark = set(symbol.dark())
    runs = [(x, y) for x, y in dark if (x - 1, y) not in dark]
    assert len(drawn(_paths(svg(symbol))[1])) == len(runs)


def test_the_drawing_has_no_size_of_its_own_and_no_title_unasked() -> None:
    (symbol,) = symbols(["A"])
    root = ElementTree.fromstring(svg(symbol))
    assert not {"width", "height"} & set(root.attrib)
    assert [child.tag for child in root] == [f"{NAMESPACE}path"] * 2


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Đường Trần Phú, nhà số 7", "Đường Trần Phú, nhà số 7"),
        ("</title><script>alert(1)</script>&amp;\"'", "</title><script>alert(1)</script>&amp;\"'"),
        ("nhà\x00 số\x1b 7\ufffe\ud800", "nhà số 7"),
        ("", ""),
    ],
)
def test_a_title_is_text_whatever_it_holds(title: str, read: str) -> None:
    (symbol,) = symbols(["A"])
    document = svg(symbol, title=title)
    root = ElementTree.fromstring(document)
    assert [child.tag for child in root] == [f"{NAMESPACE}title"] + [f"{NAMESPACE}path"] * 2
    assert root.findtext(f"{NAMESPACE}title") == read
    assert root.attrib["role"] == "img"
    assert _paths(document) == _paths(svg(symbol))


def test_equal_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import hashlib; from village_site.qr import svg, symbols;"
        "texts = [f'HTTPS://LANG.EXAMPLE/Q/{n:08}/' for n in range(0, 10**8, 10**6)];"
        "print(hashlib.sha256(''.join(map(svg, symbols(texts))).encode()).hexdigest())"
    )
    command = [sys.executable, "-c", program]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    made = {
        subprocess.run(
            command, env=environment | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert [len(digest.strip()) for digest in made] == [64]


def test_a_symbol_wider_than_whole_pieces_closes_its_runs() -> None:
    """A row that is dark to its last module, whatever the size leaves over when it is cut up."""
    for size in (21, 25, 29, 33, 37, 41):
        full = Symbol("", (size - 17) // 4, "L", 0, size, (1 << size * size) - 1)
        assert drawn(_paths(svg(full))[1]) == [
            [(4, y), (4, y + 1), (size + 4, y + 1), (size + 4, y), (size + 4, y)] for y in range(4, size + 4)
        ]


def _paths(document: str) -> list[str]:
    root = ElementTree.fromstring(document)
    return [path.attrib["d"] for path in root.iter(f"{NAMESPACE}path")]
