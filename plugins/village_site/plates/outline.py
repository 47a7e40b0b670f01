"""A symbol's dark modules as outlines on the grid of its modules."""

from __future__ import annotations

from itertools import pairwise

from village_site.qr import Symbol

Corner = tuple[int, int]


def outline(symbol: Symbol) -> list[int]:
    """The closed outlines that, filled by the even-odd rule, are the symbol's dark modules.

    One number a step, with `grid = symbol.size + 1` and a corner (x, y) counted as `k = y * grid + x` from the
    top left: `k` is a line to that corner, `grid² + k` begins an outline there, `2 grid²` closes it. Outlines
    and not a rectangle for each module: half the drawing, and no seams between neighbours on any printer.
    """
    grid = symbol.size + 1
    across, down = _edges(symbol)
    steps: list[int] = []
    while across:
        x, y = next(iter(across))
        steps.append(grid * grid + y * grid + x)
        while (end := across.pop((x, y), None)) is not None:
            del across[end, y]
            steps.append(y * grid + end)
            x, y = end, down[end, y]
            steps.append(y * grid + x)
        steps[-1] = 2 * grid * grid  # the last line leads to the beginning, which closing does
    return steps


def _edges(symbol: Symbol) -> tuple[dict[Corner, int], dict[Corner, int]]:
    """For each corner of the outlines the x at the other end of its level edge, and the y of its upright one.

    Along a grid line an edge runs where the modules on both sides differ; its ends, in order, are pairs.
    """
    across: dict[Corner, int] = {}
    down: dict[Corner, int] = {}
    columns: list[list[int]] = [[] for _ in range(symbol.size + 1)]
    for y, (above, below) in enumerate(pairwise([0, *symbol.rows(), 0])):
        edge = above ^ below
        ends = edge ^ edge << 1
        corners = [x for x in range(symbol.size + 1) if ends >> x & 1]
        for left, right in zip(corners[::2], corners[1::2], strict=True):
            across[left, y], across[right, y] = right, left
        for x in corners:
            columns[x].append(y)
    for x, corners in enumerate(columns):
        for top, foot in zip(corners[::2], corners[1::2], strict=True):
            down[x, top], down[x, foot] = foot, top
    return across, down
