"""A symbol's dark modules as outlines on the grid of its modules."""

from __future__ import annotations

from collections.abc import Iterable

from village_site.qr import Symbol


def outline(symbol: Symbol) -> list[int]:
    """The closed outlines that, filled by the even-odd rule, are the symbol's dark modules.

    One number a step, with `grid = symbol.size + 1` and the corner (x, y), from the top left, counted as
    `k = y * grid + x`: `k` is a line to that corner, `grid² + k` begins an outline there and `2 grid²` closes
    it. Outlines and not a rectangle for each run of modules: half as much to draw, and no seam between
    neighbours on any printer.
    """
    across, down = _edges(symbol)
    begin = (symbol.size + 1) ** 2
    steps: list[int] = []
    while across:
        first, end = across.popitem()
        del across[end]
        steps += (begin + first, end)
        while (turn := down[end]) != first:
            end = across.pop(turn)
            del across[end]
            steps += (turn, end)
        steps.append(2 * begin)
    return steps


def _edges(symbol: Symbol) -> tuple[dict[int, int], dict[int, int]]:
    """The corner at the other end of each corner's level edge, and of its upright edge.

    Along a line of the grid an edge runs where the modules on its two sides differ.
    """
    grid = symbol.size + 1
    levels: list[list[int]] = []
    uprights: list[list[int]] = [[] for _ in range(grid)]
    above = start = 0
    for below in (*symbol.rows(), 0):
        edge = above ^ below
        ends = edge ^ edge << 1
        corners = []
        while ends:
            last = ends & -ends
            x = last.bit_length() - 1
            corners.append(start + x)
            uprights[x].append(start + x)
            ends ^= last
        levels.append(corners)
        above, start = below, start + grid
    return _joined(levels), _joined(uprights)


def _joined(lines: Iterable[list[int]]) -> dict[int, int]:
    """Both ways between the ends of each edge: along a line every second corner ends what the last began."""
    found = {}
    for corners in lines:
        following = iter(corners)
        for one, other in zip(following, following, strict=True):
            found[one], found[other] = other, one
    return found
