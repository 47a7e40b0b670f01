"""Lines with no more points than can be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from village_site.geo.measure import Point

_STRETCH = 200
"""Points looked at together; the method's time can grow with the square of their number."""


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The points of a line without those that lie within `tolerance` of the rest (Douglas and Peucker, 1973).

    The first and the last point stay, and so does one in every two hundred; of a closed ring also the point
    farthest from its first.
    """
    last = len(points) - 1
    ends = [*range(0, last, _STRETCH), last] if points else []
    kept = [False] * len(points)
    for index in ends:
        kept[index] = True
    stretches = list(pairwise(ends))
    while stretches:
        first, last = stretches.pop()
        farthest, most = 0, tolerance
        for index in range(first + 1, last):
            off = _off(points[index], points[first], points[last])
            if off > most:
                farthest, most = index, off
        if farthest:
            kept[farthest] = True
            stretches += [(first, farthest), (farthest, last)]
    return [point for point, stays in zip(points, kept, strict=True) if stays]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the piece between two others."""
    x, y = point[0] - start[0], point[1] - start[1]
    to_x, to_y = end[0] - start[0], end[1] - start[1]
    square = to_x**2 + to_y**2
    share = min(1.0, max(0.0, (x * to_x + y * to_y) / square)) if square else 0.0
    return math.hypot(x - share * to_x, y - share * to_y)
