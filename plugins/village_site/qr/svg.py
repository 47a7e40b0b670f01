"""A symbol as SVG."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from village_site.qr.symbol import QUIET_ZONE, Symbol

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PIECE = 10
"""Modules of a row that are drawn at once."""
_BITS = (2 << _PIECE) - 1


def svg(symbol: Symbol, *, title: str | None = None) -> str:
    """A standalone SVG document: dark on white, with its quiet zone, one user unit a module.

    It has no width and height on purpose: it takes whatever size it is placed at, and only whoever places it
    knows how many millimetres a plate has room for. The dark modules are one filled path, not strokes, for
    drawing programs may scale a drawing and leave its strokes as wide as they were. `title` (plain text) is
    what a screen reader says; characters that XML cannot carry are left out.
    """
    side = symbol.size + 2 * QUIET_ZONE
    role, name = "", ""
    if title is not None:
        role, name = ' role="img"', f"<title>{escape(_NOT_XML.sub('', title), quote=False)}</title>"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"'
        f'{role}>{name}<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{_outlines(symbol)}"/></svg>'
    )


def _outlines(symbol: Symbol) -> str:
    """A rectangle for each run of dark modules in a row: down its left, along its foot, up its right."""
    size, rest = symbol.size, symbol.modules
    line = (1 << size) - 1
    pieces = [(shift, _edges(shift, _PIECE)) for shift in range(0, size + 1, _PIECE)]
    rows = []
    for y in range(QUIET_ZONE, QUIET_ZONE + size):
        row = (rest & line) << 1
        rest >>= size
        rows.append("".join([edges[row >> shift & _BITS] for shift, edges in pieces]).replace("y", str(y)))
    return "".join(rows)


@cache
def _edges(start: int, count: int) -> list[str]:
    """What `count` modules of a row from `start` draw, by their bits above that of the module before them.

    Where a run begins and where it ends are drawn each for itself, so that a run may span pieces. The row's
    number is left as the letter y.
    """
    if count == 1:
        return [_edge(start, bits) for bits in range(4)]
    half = count // 2
    near, far = _edges(start, half), _edges(start + half, count - half)
    known = (2 << half) - 1
    return [near[bits & known] + far[bits >> half] for bits in range(2 << count)]


def _edge(x: int, bits: int) -> str:
    """What stands at the left edge of module `x`, by bits for the module before it and itself."""
    if bits == 0b10:
        return f"M{x + QUIET_ZONE} yv1"
    if bits == 0b01:
        return f"H{x + QUIET_ZONE}v-1z"
    return ""
