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

# What decoding may hold in memory decides: all of a PNG, a WebP several times over, a progressive JPEG before
# the first pixel is known.
_MAX_PIXELS = {"PNG": 16_000_000, "WEBP": 12_000_000}
_MAX_PIXELS_PROGRESSIVE = 25_000_000
_MAX_SCANS = 24
"""A progressive JPEG has some ten; each goes over the whole picture again. Thumbnails and depth maps, which
telephones put into the same file, have their own."""

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


def examine(path: Path) -> None:
    """Raises BadPhoto when the file is no whole picture of an allowed kind, or costs too much to open."""
    with _opened(path) as image:
        if image.format in ("JPEG", "MPO"):
            image.draft("RGB", (WIDTH // 8, WIDTH // 8))
        _upright(image)


def encoded(path: Path) -> bytes:
    """The picture as a JPEG of at most WIDTH pixels a side, turned upright, with nothing but its pixels.

    Raises BadPhoto.
    """
    from PIL import Image

    with _opened(path) as opened:
        if opened.format in ("JPEG", "MPO"):
            opened.draft("RGB", (WIDTH, WIDTH))
        image = _upright(opened)
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=80, optimize=True, progressive=True)
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


def _upright(image: Picture) -> Picture:
    """The decoded picture, made small first and then turned as its camera was held."""
    from PIL import Image, ImageOps

    image.load()
    if image.mode not in ("RGB", "L", "RGBA", "CMYK"):
        image = _with_orientation(image, image.convert("RGBA" if "A" in image.mode else "RGB"))
    image.thumbnail((WIDTH, WIDTH), Image.Resampling.LANCZOS)
    return ImageOps.exif_transpose(image).convert("RGB")


def _with_orientation(image: Picture, converted: Picture) -> Picture:
    converted.info = image.info
    return converted
