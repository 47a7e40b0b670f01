"""The symbols in a photograph: looked at as it is, then reworked in the ways that most often help."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import zxingcpp
from PIL import Image, ImageFilter, ImageOps

from village_site.frozen import frozen
from village_site.verify.pictures import contents, grey

ALWAYS = 3
"""So many attempts are made in any case: of several plates in sight, one may show only in the second."""

_MODEL_2 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
_SMALL, _LARGE = 3_000_000, 12_000_000
_DARKER = [round(255 * (value / 255) ** 2) for value in range(256)]
_LIGHT = 255


@frozen
class Seen:
    """How often each text is on a photograph, how many symbols more were seen, the file's digest."""

    texts: dict[str, int]
    unread: int
    digest: str


def look_at(path: Path) -> Seen:
    """Reads a photograph's symbols. Raises BadPicture, and whatever a codec raises for a broken file."""
    data = contents(path)
    found, unread = symbols_in(grey(data))
    return Seen(dict(found), unread, hashlib.sha256(data).hexdigest())


def symbols_in(image: Image.Image) -> tuple[Counter[str], int]:
    """The texts of a grey picture's symbols with how often each is there, and how many more were seen."""
    found: Counter[str] = Counter()
    most = 0
    for number, attempt in enumerate(_attempts(image), 1):
        results = zxingcpp.read_barcodes(attempt, _MODEL_2, return_errors=True)
        # An attempt that sees one symbol twice does not exist, so its most is how often it is really there.
        found |= Counter(result.text for result in results if result.valid)
        most = max(most, _places(results))
        if number >= ALWAYS and found.total() >= max(most, 1):
            break
    return found, max(most - found.total(), 0)


def _places(results: Sequence[zxingcpp.Barcode]) -> int:
    """How many symbols are in sight, readable or not: the decoder may report a damaged one several times.

    Damaged means more errors than it can correct. What has other faults is mostly no symbol at all.
    """
    places: list[tuple[int, int, int, int]] = []
    for result in sorted(results, key=lambda result: not result.valid):
        damaged = result.error is not None and result.error.type is zxingcpp.ErrorType.Checksum
        if not (result.valid or damaged):
            continue
        at = result.position
        corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
        x, y = sum(xs) / 4, sum(ys) / 4
        if result.valid or not any(a <= x <= b and c <= y <= d for a, b, c, d in places):
            places.append((min(xs), max(xs), min(ys), max(ys)))
    return len(places)


def _attempts(image: Image.Image) -> Iterator[Image.Image]:
    """The picture, then others made of it, each at most `_LARGE` pixels large.

    The order is that of the most pictures won first, as measured on the damage set of `tests/bench/damage`.
    """
    yield image
    area = image.width * image.height
    work = image if area <= _LARGE else image.reduce(2 if area <= 4 * _LARGE else 3)
    if area <= _SMALL:
        yield work.resize((2 * work.width, 2 * work.height), Image.Resampling.BICUBIC)
    else:
        yield work.reduce(2)
    yield ImageOps.autocontrast(work, 1)
    yield work.rotate(30, Image.Resampling.BICUBIC, expand=True, fillcolor=_LIGHT)
    yield work.filter(ImageFilter.GaussianBlur(2))
    yield work.point(_DARKER)
    yield ImageOps.equalize(work)
    if area > _SMALL:
        yield ImageOps.autocontrast(work.reduce(4), 1)
