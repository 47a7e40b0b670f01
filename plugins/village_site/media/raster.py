"""What is in a picture's file: looked at before the build, re-encoded for the site.

Nothing but the pixels is published: no place, no device, no comment, no colour profile, nothing that was
glued to the file. Pillow is imported where it is needed: most builds have no photograph, and it would cost
them a tenth of their start.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from village_site.source import Unreadable, read_bounded

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000
"""A picture that a telephone takes; a JPEG, which can be read at a fraction of its size."""

WIDTH = 1200
"""Widest side published, in pixels: twice what a phone shows, so that it stays sharp there."""

SMALL = 400
"""Widest side of the copy that stands in a page; a tap opens the other. The first few are fetched with a
page, more of them on a slow network, and with all else it has they may weigh 100 KB."""

AROUND = 4096
"""Widest side of a 360° picture; more than that old phones cannot hold in one piece."""

AROUND_BYTES = 600_000
_QUALITIES = (80, 70, 60, 50, 40)
_QUALITY_SMALL = 60

# What decoding may hold in memory decides: all of a PNG, a WebP several times over, a progressive JPEG before
# the first pixel is known.
_MAX_PIXELS = {"PNG": 16_000_000, "WEBP": 12_000_000}
_MAX_PIXELS_PROGRESSIVE = 25_000_000
_MAX_SCANS = 24
"""A progressive JPEG has some ten; each goes over the whole picture again. Thumbnails and depth maps, which
telephones put into the same file, have their own."""

_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
"""EXIF's orientations that swap width and height."""

_DRAWING = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)", re.IGNORECASE)
# What Pillow's decoders raise on damaged files.
_DAMAGED = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
)
_DAMAGED_TOO = (struct.error, RuntimeError, MemoryError)


class BadPhoto(ValueError):
    """The file cannot be published; `code` names the message, filled by `params`."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params = params
        super().__init__(code)


def examine(path: Path, *, around: bool = False) -> None:
    """Raises BadPhoto when the file is no whole picture of an allowed kind, or costs too much to open.

    `around`: it must show all 360° in width and 180° in height, so be twice as wide as high.
    """
    with _opened(path) as image:
        width, height = _upright_size(image, image.size)
        if around and abs(width - 2 * height) > width / 100:
            raise BadPhoto("photo-not-around", width=str(width), height=str(height))
        _upright(image, WIDTH // 8)


def encoded(path: Path, side: int = WIDTH) -> bytes:
    """The picture as a JPEG of at most `side` pixels a side, turned upright, with nothing but its pixels.

    Raises BadPhoto.
    """
    return _as_jpeg(_bare(path, side), _QUALITIES[0] if side > SMALL else _QUALITY_SMALL)


def encoded_around(path: Path) -> bytes:
    """A 360° picture, exactly twice as wide as high: AROUND pixels at most, as good as AROUND_BYTES allow.

    Raises BadPhoto.
    """
    image = _bare(path, AROUND)
    high = min(image.height, AROUND // 2)
    image = image.resize((high * 2, high)) if image.size != (high * 2, high) else image
    while True:
        for quality in _QUALITIES:
            if len(data := _as_jpeg(image, quality)) <= AROUND_BYTES:
                return data
        image = image.resize((image.width // 4 * 2, image.width // 4))


def published_size(path: Path, side: int = WIDTH) -> tuple[int, int]:
    """Width and height that `encoded` gives, from the file's head alone. Raises BadPhoto."""
    with _opened(path) as image:
        return _upright_size(image, _fitted(image.size, side))


def _bare(path: Path, side: int) -> Picture:
    """The pixels of a picture, upright, in an image that knows of nothing else."""
    from PIL import Image

    with _opened(path) as opened:
        image = _upright(opened, side)
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    return bare


def _as_jpeg(image: Picture, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


@contextmanager
def _opened(path: Path) -> Iterator[Picture]:
    """The picture in a file, still undecoded; whatever its decoding raises becomes a BadPhoto."""
    from PIL import Image

    data = _bytes(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of sizes, which are looked at below, and of damage that is borne
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                _check_size(image, data)
                yield image
    except BadPhoto:
        raise
    except Image.DecompressionBombError:
        raise _too_large(MAX_PIXELS) from None
    except (*_DAMAGED, *_DAMAGED_TOO):
        raise BadPhoto("photo-unreadable") from None


def _bytes(path: Path) -> bytes:
    try:
        data = read_bounded(path, path.name, MAX_BYTES)
    except Unreadable as fault:
        if fault.problem.code == "file-too-large":
            raise BadPhoto("photo-too-heavy", limit=str(MAX_BYTES // 1_000_000)) from None
        raise BadPhoto("photo-unreadable") from None
    if _DRAWING.match(data):
        raise BadPhoto("photo-drawing")
    return data


def _check_size(image: Picture, data: bytes) -> None:
    most = _MAX_PIXELS.get(image.format or "", MAX_PIXELS)
    if image.info.get("progressive"):
        most = _MAX_PIXELS_PROGRESSIVE
        if data.count(b"\xff\xda") > _MAX_SCANS:
            raise BadPhoto("photo-unreadable")
    if image.width * image.height > most:
        raise _too_large(most)
    if image.format in _MAX_PIXELS and getattr(image, "n_frames", 1) > 1:
        raise BadPhoto("photo-moves")


def _too_large(most: int) -> BadPhoto:
    return BadPhoto("photo-too-large", limit=str(most // 1_000_000))


def _fitted(size: tuple[int, int], side: int) -> tuple[int, int]:
    """A size made smaller, never larger, until its longer side is `side`."""
    longer = max(size)
    if longer <= side:
        return size
    width, height = (max(1, round(one * side / longer)) for one in size)
    return width, height


def _upright_size(image: Picture, size: tuple[int, int]) -> tuple[int, int]:
    """A size as the picture's file says it, turned as its camera was held."""
    return size[::-1] if image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE else size


def _upright(image: Picture, side: int) -> Picture:
    """The decoded picture, made small first and then turned as its camera was held."""
    from PIL import Image, ImageOps

    size = _fitted(image.size, side)
    if image.format in ("JPEG", "MPO"):
        image.draft("RGB", size)
    image.load()
    if image.mode not in ("RGB", "L", "RGBA", "CMYK"):
        image = _with_orientation(image, image.convert("RGBA" if "A" in image.mode else "RGB"))
    if image.size != size:
        small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
        image = _with_orientation(image, small)
    return ImageOps.exif_transpose(image).convert("RGB")


def _with_orientation(image: Picture, converted: Picture) -> Picture:
    converted.info = image.info
    return converted
