"""Draws a picture: a green plate with the name large, so that a shared link is known as what hangs on walls.

Everything is one shade between the green and the white, in sixteen steps: four bits a pixel, which is small
and quick to pack. Lengths are in pixels.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont
from PIL.Image import Image as Picture

from village_site.social.signs import HEIGHT, WIDTH, Sign

_GREEN: Final = (10, 82, 55)
_WHITE: Final = (255, 255, 255)
_STEPS: Final = 16
_LEFT: Final = 84
_TEXT_WIDTH: Final = WIDTH - 2 * _LEFT
_TOP, _BOTTOM = 66, 490
"""Between these stand kind, name and where it is; the domain is below."""
_LARGEST, _SMALLEST = 152, 64
_LEADING: Final = 1.22
_NAME_LEADING: Final = 1.3
"""Vietnamese capitals with two marks need it."""
_GAP: Final = 24
"""Below the kind, for the marks of the name."""
_KIND_SIZE, _WHERE_SIZE, _DOMAIN_SIZE = 56, 48, 40
_MEASURED_AT: Final = 100
_RUNS: Final = 3
"""zlib's Z_RLE: of a plate it packs more than its own search does, in half the time."""
_PALETTE: Final = [
    round(dark + (light - dark) * step / (_STEPS - 1))
    for step in range(_STEPS)
    for dark, light in zip(_GREEN, _WHITE, strict=True)
]
_TO_STEP: Final = [(shade * (_STEPS - 1) + 127) // 255 for shade in range(256)]
# The house of the site's icon, in units of its 32.
_HOUSE: Final = (
    *((16, 6), (5, 15), (8, 15), (8, 25), (14, 25), (14, 19)),
    *((18, 19), (18, 25), (24, 25), (24, 15), (27, 15)),
)


def draw(sign: Sign) -> bytes:
    """The picture as a PNG."""
    picture = _plate().copy()
    pen = ImageDraw.Draw(picture)
    lines = _laid_out(sign)
    y = _TOP + (_BOTTOM - _TOP - sum(line.height for line in lines)) / 2
    for line in lines:
        font = _font(line.weight, line.size)
        pen.text((_LEFT, y + line.height / 2), line.text, fill=255, font=font, anchor="lm")
        y += line.height
    domain = _cut(sign.domain, "Medium", _DOMAIN_SIZE, _TEXT_WIDTH - 80)
    pen.text((_LEFT + 76, 538), domain, fill=255, font=_font("Medium", _DOMAIN_SIZE), anchor="lm")
    return _packed(picture)


def _packed(picture: Picture) -> bytes:
    steps = picture.point(_TO_STEP)
    steps.putpalette(_PALETTE)
    out = io.BytesIO()
    steps.save(out, "PNG", bits=4, compress_level=3, compress_type=_RUNS)
    return out.getvalue()


@cache
def _plate() -> Picture:
    """The plate without words, drawn four times as large and made small, which smooths its edges."""
    finer = 4
    large = Image.new("L", (WIDTH * finer, HEIGHT * finer))
    pen = ImageDraw.Draw(large)
    inset, corner = 24 * finer, 30 * finer
    frame = (inset, inset, large.width - 1 - inset, large.height - 1 - inset)
    pen.rounded_rectangle(frame, corner, outline=255, width=6 * finer)
    scale = 2.6 * finer
    left, middle = (_LEFT - 12) * finer, 538 * finer
    pen.polygon([(left + x * scale, middle + (y - 15.5) * scale) for x, y in _HOUSE], fill=255)
    return large.resize((WIDTH, HEIGHT), Image.Resampling.BOX)


class Line(NamedTuple):
    """A line of text and the height it takes."""

    text: str
    weight: str
    size: int
    height: float


def _laid_out(sign: Sign) -> list[Line]:
    """Kind, name and where it is, the name as large as they leave room for."""
    gap = _KIND_SIZE * _LEADING + _GAP
    kind = [Line(sign.kind, "Medium", _KIND_SIZE, gap)] if sign.kind else []
    where = [
        Line(text, "Medium", _WHERE_SIZE, _WHERE_SIZE * _LEADING)
        for text in _wrapped(sign.where, "Medium", _WHERE_SIZE, 2)
    ]
    size, texts = _fitted(sign.name, _BOTTOM - _TOP - sum(line.height for line in (*kind, *where)))
    return [*kind, *(Line(text, "Bold", size, size * _NAME_LEADING) for text in texts), *where]


def _fitted(name: str, room: float) -> tuple[int, tuple[str, ...]]:
    """The largest size at which the name fits, and its lines; a name too long at the smallest is cut."""
    for size in range(_LARGEST, _SMALLEST, -4):
        lines = tuple(_lines(name, "Bold", size))
        high = len(lines) * size * _NAME_LEADING
        if high <= room and all(_width(line, "Bold", size) <= _TEXT_WIDTH for line in lines):
            return size, lines
    return _SMALLEST, _wrapped(name, "Bold", _SMALLEST, int(room / (_SMALLEST * _NAME_LEADING)))


def _wrapped(text: str, weight: str, size: int, most: int) -> tuple[str, ...]:
    """The text in at most so many lines; what does not fit is cut, and said to be."""
    lines = list(_lines(text, weight, size))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(_cut(line, weight, size, _TEXT_WIDTH) for line in lines)


def _lines(text: str, weight: str, size: int) -> Iterator[str]:
    """Greedily filled, broken between words only."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and _width(longer, weight, size) > _TEXT_WIDTH:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _cut(text: str, weight: str, size: int, width: int) -> str:
    if _width(text, weight, size) <= width:
        return text
    while text and _width(f"{text}…", weight, size) > width:
        text = text[:-1].rstrip()
    return f"{text}…"


def _width(text: str, weight: str, size: int) -> float:
    """In pixels, from widths at one size: fonts grow evenly."""
    return sum(_advance(letter, weight) for letter in text) * size / _MEASURED_AT


@cache
def _advance(letter: str, weight: str) -> float:
    return _font(weight, _MEASURED_AT).getlength(letter)


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """One of the fonts that lie in the package. The basic layout is the same wherever Pillow is."""
    return ImageFont.truetype(io.BytesIO(_file(weight)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _file(weight: str) -> bytes:
    return (resources.files("village_site") / "fonts" / f"BeVietnamPro-{weight}.ttf").read_bytes()
