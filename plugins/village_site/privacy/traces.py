"""Traces: how a withdrawn value is recognised after it has been deleted.

A trace is a digest of what was deleted, with its length, such as `name-3-9f2c…` for three words. The words,
numbers and points of a text are digested in the same way and compared, so that nothing has to be kept that
could be read. Whoever has a name in mind could still try it, so traces stand in the private folder. A
photograph is recognised by the pattern of its light and dark (a difference hash), which survives re-encoding
and scaling.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from village_site.codes.alphabet import ALPHABET
from village_site.media.raster import FORMATS
from village_site.model.personal import PersonalData
from village_site.values import Coordinates
from village_site.vietnamese import fold, nfc

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[\s.()\-]{1,3}\d+)*")
_POINT = re.compile(r"(?<![\d.])(\d{1,3}\.\d{3,})\s*[,;/\s]\s*(\d{1,3}\.\d{3,})(?![\d.])")
_PLATE = re.compile(rf"(?<![0-9A-Za-z])[{ALPHABET}]{{4}}-?[{ALPHABET}]{{4}}(?![0-9A-Za-z])")
_GRID = Decimal("0.0001")
"""Points within about eleven metres count as the same."""
_LIGHT = 16
_NEAR = 20
"""Bits of 256 that may differ between two encodings of one photograph; others differ in about 128."""
_LONGEST = 13
"""Digits of a phone number, with the country's."""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def traces_of_text(data: PersonalData, text: str) -> Iterator[str]:
    """The traces of a name, a trade or a title: as it is written, and as it is typed without accents.

    A text with other accents is another name, so it is not found.
    """
    for written in dict.fromkeys((text, fold(text))):
        words = _words(written)
        yield f"{_kind(data)}-{len(words)}-{_digest(' '.join(words))}"


def trace_of_phone(digits: str) -> str:
    """The trace of a phone number, given as it is dialled within the country."""
    return f"{_kind(PersonalData.PHONE)}-{len(digits)}-{_digest(digits)}"


def trace_of_place(place: Coordinates) -> str:
    """The trace of a point."""
    return f"{_kind(PersonalData.PLACE)}-0-{_digest(_cell(place.latitude, place.longitude))}"


def trace_of_plate(code: str) -> str:
    """The trace of a household that something names as its maker: the code its page is linked by."""
    return f"{_kind(PersonalData.TRADE)}-0-{_digest(code)}"


def is_plate(trace: str) -> bool:
    """True for the trace of a household that is linked to."""
    return trace.startswith(f"{_kind(PersonalData.TRADE)}-0-")


def trace_of_photo(file: Path) -> str:
    """The trace of a photograph. Raises OSError for a file that is none."""
    return f"{_kind(PersonalData.PHOTO)}-0-{_light(file.read_bytes()):064x}"


def kind_of_trace(trace: str) -> PersonalData:
    """What was deleted."""
    return next(data for data in PersonalData if _kind(data) == trace.partition("-")[0])


def is_short(trace: str) -> bool:
    """True for a single word: too common to be looked for everywhere."""
    kind, length, _ = trace.split("-")
    return kind != _kind(PersonalData.PHONE) and length == "1"


class Candidates:
    """Every trace that a text could hold, of the kinds and lengths that are looked for."""

    def __init__(self, traces: frozenset[str]) -> None:
        parts = [(kind, int(length)) for kind, length, _ in (trace.split("-") for trace in traces)]
        self._lengths = {length for kind, length in parts if length and kind != _kind(PersonalData.PHONE)}
        self._phones = any(kind == _kind(PersonalData.PHONE) for kind, _ in parts)
        self._places = any(kind == _kind(PersonalData.PLACE) for kind, _ in parts)
        self._plates = any(map(is_plate, traces))
        self._words = {data: _kind(data) for data in PersonalData}
        self._traces = traces
        self._seen: dict[str, bool] = {}
        self._digests = frozenset(trace.rpartition("-")[2] for trace in traces)

    def found(self, text: str) -> set[str]:
        """Those of the traces whose value stands in a text."""
        hits = set(self._phrases(text))
        if self._phones:
            hits.update(digest for digits in _phones(text) if (digest := _digest(digits)) in self._digests)
        if self._places:
            hits.update(digest for cell in _cells(text) if (digest := _digest(cell)) in self._digests)
        if self._plates:
            hits.update(_digest(code.replace("-", "")) for code in _PLATE.findall(text))
        return {trace for trace in self._traces if trace.rpartition("-")[2] in hits}

    def _phrases(self, text: str) -> Iterator[str]:
        words = _words(text)
        for length in self._lengths:
            for start in range(len(words) - length + 1):
                phrase = " ".join(words[start : start + length])
                if phrase not in self._seen:  # pages share most of their words
                    self._seen[phrase] = _digest(phrase) in self._digests
                if self._seen[phrase]:
                    yield _digest(phrase)


def same_photo(traces: frozenset[str], data: bytes) -> set[str]:
    """Those of the traces that are of the photograph in these bytes; none for bytes that are no picture."""
    wanted = {trace: int(trace.rpartition("-")[2], 16) for trace in traces if trace.startswith("photo-")}
    if not wanted:
        return set()
    try:
        light = _light(data)
    except OSError:
        return set()
    return {trace for trace, other in wanted.items() if (light ^ other).bit_count() <= _NEAR}


def _kind(data: PersonalData) -> str:
    return data.term.en


def _words(text: str) -> list[str]:
    return [_spoken(word) for word in _WORD.findall(nfc(text).lower())]


@cache
def _spoken(word: str) -> str:
    """A word with its tone at the end, for `hòa` and `hoà` are one word."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    bare = "".join(letter for letter in letters if letter not in _TONES)
    return nfc(bare) + "".join(letter for letter in letters if letter in _TONES)


def _phones(text: str) -> Iterator[str]:
    """Numbers as they are dialled within the country, however they are parted."""
    for run in _NUMBER.findall(text):
        groups = re.findall(r"\d+", run)
        for first in range(len(groups)):
            digits = ""
            for group in groups[first:]:
                digits += group
                if len(digits) > _LONGEST:
                    break
                yield digits
                if digits.startswith("84"):
                    yield f"0{digits[2:]}"


def _cells(text: str) -> Iterator[str]:
    """The cell of every point in a text and those around it, in both orders of the numbers."""
    for first, second in _POINT.findall(text):
        for latitude, longitude in ((first, second), (second, first)):
            for north in (-1, 0, 1):
                for east in (-1, 0, 1):
                    yield _cell(Decimal(latitude) + north * _GRID, Decimal(longitude) + east * _GRID)


def _cell(latitude: Decimal, longitude: Decimal) -> str:
    return f"{latitude.quantize(_GRID)},{longitude.quantize(_GRID)}"


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=10, person=b"village-trace").hexdigest()


def _light(data: bytes) -> int:
    """256 bits: whether each of 16 x 16 cells is lighter than the one on its right."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            grey = ImageOps.exif_transpose(opened).convert("L").resize((_LIGHT + 1, _LIGHT))
    except (SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise OSError(str(error)) from None
    cells = grey.tobytes()
    bits = 0
    for row in range(_LIGHT):
        for column in range(_LIGHT):
            at = row * (_LIGHT + 1) + column
            bits = bits << 1 | (cells[at] < cells[at + 1])
    return bits
