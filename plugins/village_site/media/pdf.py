"""What is in a PDF: whether it only shows pages, whether it says who wrote it.

A file is looked through, not understood. What cannot be looked through for certain is refused, so that no
other reader finds more in it than was seen here (ISO 32000-1, whose sections are named below).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

MOST_PACKED = 2000
"""Streams of packed objects in a file; an ordinary one of the size allowed has some hundreds."""
_MOST_UNPACKED = 20_000_000
"""Bytes that they may unpack to, all together."""
_MOST_WALKED = 2_000_000
"""Bytes of dictionaries that are walked through to see what they belong to, all together."""

_SPACE = r"[\0\t\n\f\r ]"
_NAME_ENDS = r"(?![^\0\t\n\f\r ()<>\[\]{}/%])"


class Active(Exception):
    """The file does more than show pages, or it cannot be told that it does not."""


def _name(*names: str) -> str:
    """A pattern of names, with any of their letters written as a number (7.3.5)."""
    spelled = ("".join(f"(?:{one}|#(?i:{ord(one):02x}))" for one in name) for name in names)
    return f"/(?:{'|'.join(spelled)}){_NAME_ENDS}"


def _pattern(text: str) -> re.Pattern[bytes]:
    return re.compile(text.encode(), re.DOTALL)


# Programs, actions that leave the page, other files, players, forms with a program of their own, passwords
# (12.6.4, 7.11.4, 13, 12.7.8, 7.6).
_ACTIONS = _name(
    *("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Sound", "Movie"),
    *("EmbeddedFile", "EmbeddedFiles", "FileAttachment", "RichMedia", "OnInstantiate", "XFA", "Encrypt"),
)
# What opens by itself may only be a place in the file, as LibreOffice writes it (12.3.2.2).
_PLACE = rf"\[{_SPACE}*+[0-9]+{_SPACE}++[0-9]+{_SPACE}++R{_SPACE}*+/(?:XYZ|Fit[BHRV]*){_NAME_ENDS}"
_OPENS = rf"{_name('OpenAction')}(?!{_SPACE}*+{_PLACE})"
# Names so short that a picture holds them by chance count only before what is their value.
_SHORT = rf"{_name('AA', 'EF')}{_SPACE}*+(?:<<|%|[0-9]+[\0\t\n\f\r %])"
_ACTIVE = _pattern(f"{_ACTIONS}|{_OPENS}|{_SHORT}")

# Objects are packed in streams with a `/First` (7.5.7); some readers ask for no type. Only the plain way to
# write them is looked into: deflated once.
_PACKED = _pattern(
    rf"<<(?:{_SPACE}*+/(?:Type{_SPACE}*/ObjStm|N{_SPACE}+[0-9]+|First{_SPACE}+[0-9]+|Filter{_SPACE}*"
    rf"(?:/FlateDecode|\[{_SPACE}*/FlateDecode{_SPACE}*\])|Length{_SPACE}+[0-9]+(?:{_SPACE}+[0-9]+{_SPACE}+R)?"
    rf"|Extends{_SPACE}+[0-9]+{_SPACE}+[0-9]+{_SPACE}+R){_NAME_ENDS})*+{_SPACE}*+>>{_SPACE}*+stream\r?\n"
)
_OF_PACKED = _pattern(_name("ObjStm", "First"))
_FILTER = re.compile(rb"/Filter")
_PIECE = re.compile(rb"%[^\r\n]*|<<|>>|\(|[^%<>()]+|.", re.DOTALL)
_IN_STRING = re.compile(rb"\\.|[()]", re.DOTALL)
_BLANK = _pattern(rf"{_SPACE}*+")

_EMPTY = rf"\((?:\xfe\xff)?{_SPACE}*\)|<(?:{_SPACE}|[Ff][Ee][Ff][Ff])*>|null"
_AUTHOR = re.compile(
    rf"{_name('Author')}{_SPACE}*+(?!{_EMPTY})"
    r"|<dc:creator[^<>]*>(?:\s|<rdf:(?:Seq|Bag|Alt|li)[^<>]*>)*+[^<\s]".encode("latin-1"),
)
_ABOUT = _pattern(rf"/Metadata{_NAME_ENDS}[^<>]{{0,300}}+>>{_SPACE}*+stream\r?\n")
_MOST_ABOUT = 1_000_000


def examine(data: bytes) -> bool:
    """Looks through a file; True when it says who wrote it. Raises Active."""
    parts = [data, *_unpacked(data)]
    if any(_ACTIVE.search(part) for part in parts):
        raise Active
    return any(_AUTHOR.search(part) for part in parts) or any(map(_AUTHOR.search, _about(data)))


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The contents of every stream of packed objects. Raises Active where one cannot be read for certain."""
    found = list(_PACKED.finditer(data))
    found = [one for one in found if _OF_PACKED.search(one[0])]
    if len(found) > MOST_PACKED or any(len(_FILTER.findall(one[0])) > 1 for one in found):
        raise Active
    _refuse_others(data, [one.span() for one in found])
    left = _MOST_UNPACKED
    for stream, following in pairwise([*(one.span() for one in found), (len(data), len(data))]):
        end = data.find(b"endstream", stream[1], following[0])
        if end < 0:
            raise Active
        if not _FILTER.search(data, *stream):
            continue  # lies open in the file itself
        part = _inflated(data[stream[1] : end], left)
        left -= len(part)
        yield part


def _inflated(packed: bytes, most: int) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(packed, max(1, most))
    except zlib.error:
        raise Active from None
    if not unpacking.eof:  # cut short, or too much
        raise Active
    return found


def _refuse_others(data: bytes, known: list[tuple[int, int]]) -> None:
    """Raises Active when objects may be packed in another stream than the known ones.

    `/First` stands in outlines too: there no stream follows its dictionary.
    """
    spans, left = iter([*known, (len(data), len(data))]), _MOST_WALKED
    begin, end = next(spans)
    for name in _OF_PACKED.finditer(data):
        while name.start() >= end:
            begin, end = next(spans)
        if begin <= name.start():
            continue
        if not name[0].endswith(b"t"):  # of `/ObjStm`, which stands nowhere else
            raise Active
        after = _after_dictionary(data, name.end(), left)
        left -= after - name.end()
        if left <= 0 or data.startswith((b"stream", b"%"), after):  # a comment could stand before the stream
            raise Active


def _after_dictionary(data: bytes, start: int, most: int) -> int:
    """What follows the dictionary that is open at `start`: its place; at most so many bytes are walked."""
    depth, here, end = 1, start, min(len(data), start + most)
    while depth and here < end:
        piece = _PIECE.match(data, here, end)
        assert piece is not None, "any byte is a piece"
        here = piece.end()
        if piece[0] == b"(":
            here = _string_end(data, here, end)
        depth += {b"<<": 1, b">>": -1}.get(piece[0], 0)
    blank = _BLANK.match(data, here, end)
    return blank.end() if blank is not None else here


def _string_end(data: bytes, start: int, end: int) -> int:
    """Where the text ends whose parenthesis was opened before `start` (7.3.4.2)."""
    depth = 1
    for one in _IN_STRING.finditer(data, start, end):
        depth += {b"(": 1, b")": -1}.get(one[0], 0)
        if not depth:
            return one.end()
    return end


def _about(data: bytes) -> Iterator[bytes]:
    """What the file says of itself, where that is deflated; an open one was seen with the rest."""
    left = _MOST_ABOUT
    for stream in _ABOUT.finditer(data):
        if left <= 0:
            return
        packed = data[stream.end() : stream.end() + left]
        left -= len(packed)
        try:
            yield zlib.decompressobj().decompress(packed, _MOST_ABOUT)
        except zlib.error:
            continue
