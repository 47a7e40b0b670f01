"""Metres, spots along roads, simpler lines."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.geo.samples import EAST, NORTH
from village_site.geo.features import Position
from village_site.geo.measure import along, distance, length
from village_site.geo.simplify import simplify

POSITIONS = st.tuples(st.floats(EAST - 0.004, EAST + 0.004), st.floats(NORTH - 0.004, NORTH + 0.004))
LINES = st.lists(POSITIONS, min_size=1, max_size=12)
POINTS = st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), max_size=40)
ROAD = [(EAST, NORTH), (EAST + 0.001, NORTH), (EAST + 0.001, NORTH + 0.001)]


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        # a degree on the ellipsoid of WGS 84, from its tables: of latitude at 18°, of longitude at 18° and 0°
        ((105.0, 17.5), (105.0, 18.5), 110_681),
        ((105.5, 18.0), (106.5, 18.0), 105_908),
        ((105.5, 0.0), (106.5, 0.0), 111_320),
        ((EAST, NORTH), (EAST, NORTH), 0),
    ],
)
def test_distances(one: Position, other: Position, metres: float) -> None:
    assert distance(one, other) == pytest.approx(metres, rel=1e-4)
    assert distance(other, one) == pytest.approx(distance(one, other))


def test_along_a_road() -> None:
    side = distance(ROAD[0], ROAD[1])
    assert along(ROAD, ROAD[0]).start == pytest.approx(0)
    assert along(ROAD, ROAD[1]).start == pytest.approx(side, abs=0.01)
    assert along(ROAD, ROAD[2]).start == pytest.approx(length(ROAD), abs=0.01)
    beside = along(ROAD, (EAST + 0.0005, NORTH - 0.0002))
    assert beside.start == pytest.approx(side / 2, abs=0.01)
    assert beside.off == pytest.approx(distance((EAST, NORTH), (EAST, NORTH - 0.0002)), abs=0.01)
    assert along(ROAD, (EAST - 0.01, NORTH)).start == 0, "before its start is at its start"


@given(LINES, POSITIONS)
def test_the_nearest_spot(line: list[Position], position: Position) -> None:
    spot = along(line, position)
    assert 0 <= spot.start <= length(line) + 0.05
    slack = 0.1 + spot.off / 1000
    assert spot.off <= min(distance(position, each) for each in line) + slack
    tried = [
        distance(position, (a[0] + (b[0] - a[0]) * n / 20, a[1] + (b[1] - a[1]) * n / 20))
        for a, b in pairwise(line)
        for n in range(21)
    ]
    assert all(spot.off <= off + slack for off in tried)


@given(st.lists(POSITIONS, min_size=2, max_size=8), st.floats(0, 1), st.data())
def test_what_stands_on_the_line_is_found_there(
    line: list[Position], share: float, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(line) - 2))
    a, b = line[index], line[index + 1]
    spot = along(line, (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
    assert spot.off < 0.1
    assert spot.start <= length(line[: index + 1]) + distance(a, b) * share + 0.2


def test_a_line_without_positions() -> None:
    with pytest.raises(ValueError, match="without positions"):
        along([], ROAD[0])


@given(POINTS, st.floats(0, 50))
def test_a_simpler_line_stays_near_the_first(points: list[tuple[float, float]], tolerance: float) -> None:
    fewer = simplify(points, tolerance)
    assert fewer[:1] == points[:1]
    assert fewer[-1:] == points[-1:]
    rest = iter(points)
    assert all(any(point == other for other in rest) for point in fewer), "points of the line, in its order"
    pieces = list(pairwise(fewer)) or [(p, p) for p in fewer]
    for point in points:
        assert min(_off(point, a, b) for a, b in pieces) <= tolerance + 1e-6


def _off(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    square = math.dist(a, b) ** 2
    dot = (point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])
    t = min(1.0, max(0.0, dot / square)) if square else 0.0
    return math.dist(point, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))


def test_what_is_dropped() -> None:
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]
    assert simplify(line, 0.5) == [(0.0, 0.0), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]
    ring = [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0), (0.0, 0.0)]
    assert simplify(ring, 1) == ring
    many = [(float(n % 2), float(n)) for n in range(20_000)]
    assert simplify(many, 0) == many
