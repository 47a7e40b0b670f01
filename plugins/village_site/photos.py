"""Photographs: checked before the build, re-encoded for the site so that no place or device data is shown.

Pillow is imported where it is needed: most builds have no photograph, and it would cost them a tenth of
their start.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from village_site.atlas import Atlas, Place
from village_site.model.roads import ROADS, Photo

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 50_000_000
WIDTH = 1200
"""Widest side published, in pixels: twice what a phone shows, so that it stays sharp there."""


class BadPhoto(ValueError):
    """The file cannot be published; `code` names the message."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def photos(atlas: Atlas) -> Iterator[tuple[Place, Photo, Path]]:
    """Every photograph the data names, with its file."""
    for place in atlas.places:
        for road in place.folder.of(ROADS):
            if road.photo is not None:
                folder = atlas.dataset.root.parent / road.origin.file
                yield place, road.photo, folder.parent / road.photo.file


def photo_url(photo: Photo) -> str:
    """Where a photograph is published, relative to its village's page."""
    return f"anh/{photo.file.rpartition('.')[0]}.jpg"


def examine(path: Path) -> None:
    """Raises BadPhoto when the file is no picture of an allowed kind, or is far too large to be one."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path, formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise BadPhoto("photo-too-large")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        if isinstance(error, BadPhoto):
            raise
        raise BadPhoto("photo-unreadable") from None
    except Image.DecompressionBombError:
        raise BadPhoto("photo-too-large") from None


def encoded(path: Path) -> bytes:
    """The picture as a JPEG of at most WIDTH pixels a side, turned upright, with nothing but its pixels."""
    from PIL import Image, ImageOps

    with Image.open(path, formats=FORMATS) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
        image.thumbnail((WIDTH, WIDTH), Image.Resampling.LANCZOS)
        bare = Image.new("RGB", image.size)
        bare.paste(image)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=80, optimize=True, progressive=True)
    return out.getvalue()


def write_photos(atlas: Atlas, site: Path) -> None:
    """Writes every photograph beside its village's page."""
    for place, photo, path in photos(atlas):
        target = site / place.url / photo_url(photo)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(encoded(path))
