"""The page boxes printers impose by, completed in a finished PDF."""

from __future__ import annotations

import re
from bisect import bisect_right

_POINTS_IN_A_MILLIMETRE = 72 / 25.4
_TRIM = re.compile(rb"/TrimBox\[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]")
_ENTRY = re.compile(rb"^(\d{10})(?= \d{5} n)", re.MULTILINE)


def with_bleed_box(pdf: bytes, bleed: float) -> bytes:
    """The PDF with a BleedBox `bleed` mm around each page's TrimBox.

    typst writes the trim and the media, which holds the cut marks too, and without the box between them a
    printer's program would take the marks for part of the picture. The offsets of the cross-reference table
    move along. Raises ValueError for a PDF not as typst writes it.
    """
    head, mark, rest = pdf.rpartition(b"\nxref\n")
    boxes = list(_TRIM.finditer(head))
    if not mark or not boxes:
        raise ValueError("no trim boxes, or no cross-reference table")
    made = bytearray()
    moved: list[tuple[int, int]] = []  # from this old offset on, so many bytes later
    end = 0
    for box in boxes:
        made += head[end : box.end()] + _bleed_box(box, bleed)
        end = box.end()
        moved.append((end, len(made) - end))
    made += head[end:]
    table, _, foot = rest.partition(b"startxref\n")
    table = _ENTRY.sub(lambda entry: b"%010d" % _shifted(int(entry[1]), moved), table)
    start = len(made) + 1
    return bytes(made) + mark + table + b"startxref\n%d" % start + foot[len(foot.split(b"\n")[0]) :]


def _bleed_box(box: re.Match[bytes], bleed: float) -> bytes:
    left, foot, right, top = (float(edge) for edge in box.groups())
    by = bleed * _POINTS_IN_A_MILLIMETRE
    return b"/BleedBox[%.4f %.4f %.4f %.4f]" % (left - by, foot - by, right + by, top + by)


def _shifted(offset: int, moved: list[tuple[int, int]]) -> int:
    """Where the object that began at `offset` begins now."""
    place = bisect_right(moved, (offset, 0))
    return offset + (moved[place - 1][1] if place else 0)
