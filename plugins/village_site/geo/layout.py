"""Where on a sheet the things of a map are drawn, so that names and marks do not cover each other."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from village_site.frozen import frozen
from village_site.geo.features import Position
from village_site.geo.measure import Plane, Point

MARK = 12.0
"""Half the width of a numbered mark, in the sheet's units; 360 of them are as wide as a phone."""
LETTERS = 14.0
"""Size of letters."""
_MARGIN = 14.0
_FOOT = 30.0
"""Below the map, for the scale and the arrow."""
_TALLEST, _FLATTEST = 1.25, 0.5
"""Height of a map by its width."""
_SMALLEST = 100.0
"""Metres that a map shows at least, for a village with one mark."""
_SCALE_SHARE = 0.3
_SHARES = [(50 + side * away) / 100 for away in range(0, 50, 5) for side in (-1, 1)][1:]
"""Parts of a line from its middle to its ends."""
_CELL = 2.0
"""Units across a cell of the grid in which lines are remembered; finer than the gap beside a name."""
_LETTER_WIDTH = 0.6
"""Of a letter by its size, in the fonts that phones and printers have, a little more than measured."""


@frozen
class Box:
    """A part of the sheet, in its units, from its top left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """True when both cover the same spot."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def within(self, other: Box) -> bool:
        """True when it lies in the other."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


@frozen
class Sheet:
    """How metres of a plane lie on the sheet."""

    plane: Plane
    width: float
    height: float
    per_metre: float

    @classmethod
    def around(cls, positions: Sequence[Position], width: float) -> Sheet:
        """A sheet that shows all positions; ValueError where there are none."""
        east = [position[0] for position in positions]
        north = [position[1] for position in positions]
        middle = (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
        plane = Plane(middle)
        right, top = plane.place((max(east), max(north)))
        across, up = max(right * 2, _SMALLEST), max(top * 2, _SMALLEST * _FLATTEST)
        inner = width - 2 * _MARGIN
        per_metre = min(inner / across, inner * _TALLEST / up)
        height = max(up * per_metre, inner * _FLATTEST) + 2 * _MARGIN
        return cls(plane, width, height, per_metre)

    def place(self, position: Position) -> Point:
        """Where a position is drawn; north is up, so what is up is less."""
        x, y = self.plane.place(position)
        return self.width / 2 + x * self.per_metre, self.height / 2 - y * self.per_metre

    @property
    def frame(self) -> Box:
        """Where names and marks may stand."""
        return Box(2, 2, self.width - 2, self.height - 2)

    @property
    def foot(self) -> float:
        """How high the sheet is with the scale below the map."""
        return self.height + _FOOT

    def scale(self) -> tuple[int, float]:
        """Round metres for the scale, and how long they are on the sheet."""
        most = self.width * _SCALE_SHARE / self.per_metre
        power = 10 ** math.floor(math.log10(most))
        metres = next(step * power for step in (5, 2, 1) if step * power <= most)
        return round(metres), metres * self.per_metre


@dataclass
class Taken:
    """The spots that are covered already, and those that lines run through."""

    frame: Box
    boxes: list[Box] = field(default_factory=list)
    cells: set[tuple[int, int]] = field(default_factory=set)

    def run(self, line: Sequence[Point]) -> None:
        """A line runs there; names keep off it where they can."""
        for (x, y), (to_x, to_y) in pairwise(line):
            count = max(1, math.ceil(math.dist((x, y), (to_x, to_y)) / _CELL))
            self.cells.update(
                (int((x + (to_x - x) * n / count) // _CELL), int((y + (to_y - y) * n / count) // _CELL))
                for n in range(count + 1)
            )

    def mark(self, spots: Iterable[tuple[Point, Box]]) -> Point | None:
        """Takes the first spot whose box is free of other boxes; None if there is none."""
        return self._take(spots, self._is_free)

    def name(self, spots: Iterable[tuple[Point, Box]]) -> Point | None:
        """Takes the first spot that is free of lines as well."""
        return self._take(spots, lambda box: self._is_free(box) and self._is_clear(box))

    def _take(self, spots: Iterable[tuple[Point, Box]], wanted: Callable[[Box], bool]) -> Point | None:
        for spot, box in spots:
            if wanted(box):
                self.boxes.append(box)
                return spot
        return None

    def _is_free(self, box: Box) -> bool:
        return box.within(self.frame) and not any(box.meets(other) for other in self.boxes)

    def _is_clear(self, box: Box) -> bool:
        across = range(int(box.left // _CELL), int(box.right // _CELL) + 1)
        down = range(int(box.top // _CELL), int(box.bottom // _CELL) + 1)
        return self.cells.isdisjoint(product(across, down))


def mark_spots(point: Point, line: Sequence[Point] = ()) -> Iterator[tuple[Point, Box]]:
    """Where a mark for a point may stand: on it, elsewhere on its line, else ever farther around it."""
    for spot in (point, *(at_share(line, share) for share in _SHARES if line)):
        yield spot, _mark(spot)
    for away in (2.2, 3.3, 4.4, 6.6):
        for turn in range(8):
            angle = math.pi / 4 * turn
            moved = (
                point[0] + math.sin(angle) * away * MARK,
                point[1] - math.cos(angle) * away * MARK,
            )
            yield moved, _mark(moved)


def name_spots(line: Sequence[Point], name: str) -> Iterator[tuple[Point, Box]]:
    """Where the middle of a line's name may stand: above and below the line where it runs across, to its
    right and left where it runs up; nearest to its middle, close to it rather than farther off.
    """
    half, tall = len(name) * LETTERS * _LETTER_WIDTH / 2 + 1, LETTERS * 0.65
    for gap in (3, 9, 16):
        for share in _SHARES:
            x, y = at_share(line, share)
            across, up = half + gap, tall + gap
            beside = [(x, y - up), (x, y + up), (x + across, y), (x - across, y)]
            for spot in beside[2:] + beside[:2] if _runs_up(line, share) else beside:
                yield spot, _around(spot, half, tall)


def _runs_up(line: Sequence[Point], share: float) -> bool:
    (x, y), (to_x, to_y) = at_share(line, share - 0.05), at_share(line, share + 0.05)
    return abs(to_y - y) > abs(to_x - x)


def at_share(line: Sequence[Point], share: float) -> Point:
    """The spot of a line after a share of its length."""
    pieces = [(start, end, math.dist(start, end)) for start, end in pairwise(line)]
    left = sum(step for _, _, step in pieces) * share
    for start, end, step in pieces:
        if step and left <= step:
            part = left / step
            return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])
        left -= step
    return line[-1]


def _mark(point: Point) -> Box:
    return _around(point, MARK + 1, MARK + 1)


def _around(point: Point, half: float, tall: float) -> Box:
    return Box(point[0] - half, point[1] - tall, point[0] + half, point[1] + tall)
