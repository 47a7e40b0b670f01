"""Reads the geometry of one feature, and refuses what cannot be on a village's map."""

from __future__ import annotations

import math
from collections.abc import Mapping as Members
from itertools import pairwise

from village_site.frozen import frozen
from village_site.geo.features import Line, Position, Shape
from village_site.geo.measure import distance
from village_site.source import Mapping, Node, Scalar, Sequence

MAX_POINTS = 15_000
"""Of all features of a map: fifteen kilometres of road, a point a metre. No file holds more values anyway."""
MAX_KM = 15
"""From the village's place to anything on its map; the widest communes measure some thirty kilometres."""

# A box around the country with its islands, in degrees: the same as for coordinates in the data.
_WEST, _EAST, _SOUTH, _NORTH = 102, 118, 8, 23.5
_DEGREES = 180
_SHORTEST_RING = 4
"""A triangle with its first position again (RFC 7946, 3.1.6)."""


class Fault(Exception):
    """What is wrong with a node, by its message code; None stands for the whole file."""

    def __init__(self, node: Node | None, code: str, **params: str) -> None:
        super().__init__(code)
        self.node = node
        self.code = code
        self.params = params


@frozen
class Ground:
    """Where positions may lie: in the country and, where its place is known, near the village."""

    village: Position | None

    def checked(self, node: Node, east: float, north: float) -> Position:
        """The position. Raises Fault for one elsewhere."""
        if max(abs(east), abs(north)) > _DEGREES:
            raise Fault(node, "map-metres")
        if not _in_country(east, north):
            if _in_country(north, east):
                raise Fault(node, "map-swapped", guess=f"[{north}, {east}]")
            raise Fault(node, "map-outside", found=f"[{east}, {north}]")
        if self.village:
            km = distance(self.village, (east, north)) / 1000
            if km > MAX_KM:
                raise Fault(node, "map-far", km=str(round(km)), limit=str(MAX_KM))
        return east, north


def shaped(
    members: Members[str, Node], node: Mapping, allowed: tuple[Shape, ...], ground: Ground
) -> tuple[Shape, tuple[Line, ...]]:
    """Shape and lines of a geometry; positions twice in a row are taken as one. Raises Fault."""
    told = members.get("type")
    shape = next((shape for shape in Shape if isinstance(told, Scalar) and told.text == shape.value), None)
    if shape is None:
        raise Fault(told or node, "map-geometry")
    if shape not in allowed:
        raise Fault(told or node, "map-wrong-shape", found=shape.value, allowed=allowed[0].value)
    coordinates = members.get("coordinates")
    if not isinstance(coordinates, Sequence):
        raise Fault(coordinates or node, "map-position")
    if shape is Shape.POINT:
        return shape, ((_position(coordinates, ground),),)
    if shape is Shape.LINE:
        line = _line(coordinates, ground)
        if len(line) < 2:
            raise Fault(coordinates, "map-short-line")
        return shape, (line,)
    if not coordinates.items:
        raise Fault(coordinates, "map-ring")
    return shape, tuple(_ring(ring, ground) for ring in coordinates.items)


def _ring(node: Node, ground: Ground) -> Line:
    ring = _line(node, ground)
    if len(ring) < _SHORTEST_RING or ring[0] != ring[-1] or not _surface(ring):
        raise Fault(node, "map-ring")
    return ring


def _surface(ring: Line) -> bool:
    """False for a ring that runs back along itself."""
    (x, y), *_ = ring
    return any(
        (to_x - x) * (then_y - y) != (then_x - x) * (to_y - y)
        for (to_x, to_y), (then_x, then_y) in pairwise(ring)
    )


def _line(node: Node, ground: Ground) -> Line:
    if not isinstance(node, Sequence):
        raise Fault(node, "map-position")
    if len(node.items) > MAX_POINTS:
        raise Fault(node, "map-too-many-points", limit=str(MAX_POINTS))
    found: list[Position] = []
    for item in node.items:
        position = _position(item, ground)
        if not found or found[-1] != position:
            found.append(position)
    return tuple(found)


def _position(node: Node, ground: Ground) -> Position:
    """East and north; a height behind them is passed over."""
    if not isinstance(node, Sequence) or not 2 <= len(node.items) <= 3:
        raise Fault(node, "map-position")
    east, north, *_ = (_number(item) for item in node.items)
    return ground.checked(node, east, north)


def _number(node: Node) -> float:
    try:
        number = float(node.text) if isinstance(node, Scalar) and node.plain else math.nan
    except ValueError:  # true, false, null
        number = math.nan
    if not math.isfinite(number):
        raise Fault(node, "map-position")
    return number


def _in_country(east: float, north: float) -> bool:
    return _WEST <= east <= _EAST and _SOUTH <= north <= _NORTH
