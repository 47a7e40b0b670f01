"""Metres between positions, and where along a road one stands.

A village is small enough for a plane that touches the ellipsoid of WGS 84: 5 km from where it touches, what
is measured is wrong by less than a metre.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from village_site.frozen import frozen
from village_site.geo.features import Position

Point = tuple[float, float]
"""Metres east and north of a plane's middle."""

_AXIS = 6_378_137.0
_ECCENTRICITY = 0.006_694_379_990_14
"""The ellipsoid of WGS 84: half its long axis in metres, and the square of its first eccentricity."""

ON_ROAD = 60.0
"""Metres from a road's line up to which something is said to stand on it: a garden's depth, and what a phone
and a hand-drawn line are off."""


class Plane:
    """A plane around a middle."""

    def __init__(self, middle: Position) -> None:
        self.middle = middle
        north = math.radians(middle[1])
        bend = 1 - _ECCENTRICITY * math.sin(north) ** 2
        self._east = math.radians(1) * math.cos(north) * _AXIS / math.sqrt(bend)
        self._north = math.radians(1) * _AXIS * (1 - _ECCENTRICITY) / bend**1.5

    def place(self, position: Position) -> Point:
        """Where a position lies."""
        return (position[0] - self.middle[0]) * self._east, (position[1] - self.middle[1]) * self._north


@frozen
class Along:
    """The spot of a line nearest to a position: `start` metres from the line's start, `off` from the line."""

    start: float
    off: float


def distance(one: Position, other: Position) -> float:
    """Metres between two positions."""
    return math.hypot(*Plane(_between(one, other)).place(one)) * 2


def length(line: Sequence[Position]) -> float:
    """Metres from a line's start to its end."""
    return sum(distance(one, other) for one, other in pairwise(line))


def along(line: Sequence[Position], position: Position) -> Along:
    """The spot of a line nearest to a position, the first of several; ValueError for an empty line.

    Meant for positions near the line: both are laid on the plane around the position.
    """
    plane = Plane(position)
    points = [plane.place(each) for each in line]
    if not points:
        raise ValueError("a line without positions")
    return min(_spots(points), key=lambda spot: round(spot.off, 1))


def _spots(points: Sequence[Point]) -> Iterator[Along]:
    """The spot nearest to the plane's middle on each piece of a line."""
    gone = 0.0
    yield Along(0.0, math.hypot(*points[0]))
    for (x, y), (to_x, to_y) in pairwise(points):
        step = math.hypot(to_x - x, to_y - y)
        share = -(x * (to_x - x) + y * (to_y - y)) / step**2 if step else 0.0
        share = min(1.0, max(0.0, share))
        yield Along(gone + share * step, math.hypot(x + share * (to_x - x), y + share * (to_y - y)))
        gone += step


def _between(one: Position, other: Position) -> Position:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
