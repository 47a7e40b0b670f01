"""A symbol's dark modules as outlines on the grid of its modules."""

from __future__ import annotations

from village_site.qr import Symbol

_NONE = -1


def outline(symbol: Symbol) -> list[int]:
    """The closed outlines that, filled by the even-odd rule, are the symbol's dark modules.

    They alternate level and upright edges, and are given two edges a step, for speed. With `grid` for
    `symbol.size + 1` and the corner (x, y), from the top left, counted as `k = y * grid + x`, a step is
    `grid³ + k`: begin an outline at k, with a level edge to follow;
    `k * grid + y2`: a level edge to k, and from there an upright one to row y2;
    `grid³ + grid² + k`: a level edge to k, and from there an upright one back to the beginning.
    Outlines and not a rectangle for each run of modules: half as much to draw, and no seam between neighbours
    on any printer.
    """
    grid = symbol.size + 1
    across, down = _edges(symbol)
    steps: list[int] = []
    for first, end in enumerate(across):
        if end == _NONE:
            continue
        steps.append(grid**3 + first)
        across[end] = _NONE
        while (turn := down[end]) != first:
            steps.append(end * grid + turn // grid)
            end = across[turn]
            across[turn] = across[end] = _NONE
        steps.append(grid**3 + grid**2 + end)
    return steps


def _edges(symbol: Symbol) -> tuple[list[int], list[int]]:
    """For each corner of the grid the one at the other end of its level edge, and of its upright edge.

    Along a line of the grid an edge runs where the modules on its two sides differ; of the corners on a line,
    or on a column, every second one ends what the one before it began.
    """
    grid = symbol.size + 1
    across, down = [_NONE] * grid**2, [_NONE] * grid**2
    begun = [_NONE] * grid  # for each column the upright edge that has no end yet
    above = start = 0
    for below in (*symbol.rows(), 0):
        edge = above ^ below
        ends = edge ^ edge << 1
        left = _NONE
        while ends:
            last = ends & -ends
            ends ^= last
            x = last.bit_length() - 1
            corner = start + x
            if left == _NONE:
                left = corner
            else:
                across[left], across[corner] = corner, left
                left = _NONE
            top = begun[x]
            if top == _NONE:
                begun[x] = corner
            else:
                down[top], down[corner] = corner, top
                begun[x] = _NONE
        above, start = below, start + grid
    return across, down
