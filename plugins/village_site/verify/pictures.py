"""Opening files that anybody may have sent, within bounds."""

from __future__ import annotations

import io
import os
import stat
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from village_site.media.raster import FORMATS, MAX_PIXELS

MAX_BYTES = 100_000_000
_NOT_PICTURES = frozenset({"thumbs.db", "desktop.ini"})


class BadPicture(ValueError):
    """A file that cannot be looked at; the label `verify-<reason>` says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def photos_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files given, and those in and below the folders given, by name; no link is followed."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            inside = (item for item in path.iterdir() if not item.name.startswith("."))
            known = (item for item in inside if item.name.lower() not in _NOT_PICTURES)
            yield from photos_in(sorted(known))
        else:
            yield path


def contents(path: Path) -> bytes:
    """A plain file's bytes. Raises BadPicture for links, devices, too large and missing files."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        raise BadPicture("link" if path.is_symlink() else "no-file") from None
    with os.fdopen(file, "rb") as opened:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode):
            raise BadPicture("no-file")
        if state.st_size > MAX_BYTES:
            raise BadPicture("too-large")
        return opened.read(MAX_BYTES)


def grey(data: bytes) -> Image.Image:
    """The picture in grey, at most `MAX_PIXELS` large.

    It is not turned as its EXIF says: symbols are found at any angle, in a mirror too. Raises BadPicture for
    what is no picture and for too large ones, and whatever the codec raises for a broken one.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise BadPicture("too-large")
                image.draft("L", image.size)  # JPEG keeps grey apart from colour: less memory and time
                return _on_white(image) if image.has_transparency_data else image.convert("L")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise BadPicture("too-large") from None
    except UnidentifiedImageError:
        raise BadPicture("not-picture") from None


def _on_white(image: Image.Image) -> Image.Image:
    """A see-through picture in grey on white: where nothing is to be seen, its colour is mostly black."""
    coloured = image if "A" in image.getbands() else image.convert("RGBA")
    ground = Image.new("L", coloured.size, 255)
    ground.paste(coloured.convert("L"), mask=coloured.getchannel("A"))
    return ground
