"""What a map holds."""

from __future__ import annotations

from enum import Enum

from village_site.frozen import frozen
from village_site.problems import Where
from village_site.values import Coordinates

Position = tuple[float, float]
"""Degrees east and north (WGS 84), in GeoJSON's order."""
Line = tuple[Position, ...]


class Shape(Enum):
    """How a feature is drawn, by GeoJSON's name for it."""

    POINT = "Point"
    LINE = "LineString"
    AREA = "Polygon"


@frozen
class Feature:
    """One road or place. `kind` is `road`, `place`, or `record` where the file says only `id`; `ref` is the
    id of the record it belongs to.

    `lines` holds one line; for a point, one of one position; for an area, its outer ring and those of its
    holes, each closed.
    """

    kind: str
    ref: str
    shape: Shape
    lines: tuple[Line, ...]
    where: Where

    @property
    def line(self) -> Line:
        """The line, the outer ring, or the one position."""
        return self.lines[0]


def position(place: Coordinates) -> Position:
    """A point of the data in GeoJSON's order."""
    return float(place.longitude), float(place.latitude)


def point(kind: str, ref: str, place: Coordinates) -> Feature:
    """A feature for a record that has its place in its own data."""
    return Feature(kind, ref, Shape.POINT, ((position(place),),), ("", 0, 0))
