"""Where on its road something stands: a line from the road's start to its end, with a mark on it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.geo.features import Feature, position
from village_site.homes import Place
from village_site.model.common import Figure
from village_site.model.households import Household
from village_site.model.places import PublicPlace
from village_site.reckon.maps import road_line
from village_site.values import Coordinates, number_text

_HERE = "\0"
_STEP = 10
"""Metres to which a place on a map is told; no more is known."""


@frozen
class _Course:
    """A road to be drawn: its metres, its line on the map, and the drawing around what depends on the spot,
    which is where its mark stands, in hundredths of the line, then what is said of it."""

    metres: float
    line: Feature | None
    parts: tuple[str, str, str]


class Ways:
    """Draws the ways; what belongs to a road is written once however many stand on it."""

    def __init__(self, parts: Any) -> None:
        self._parts = parts
        self._courses: dict[tuple[str | None, str], _Course | None] = {}

    def draw(self, place: Place | None, record: object) -> Markup:
        """The drawing; empty for what is on no road, or of which nobody knows where."""
        if place is None or not isinstance(record, Household | PublicPlace) or record.road is None:
            return Markup()
        if record.road.id not in self._courses:
            self._courses[record.road.id] = self._course(place, record.road.id)
        course = self._courses[record.road.id]
        gone = _gone(record, course) if course is not None else None
        if course is None or gone is None or gone > course.metres:
            return Markup()
        before, between, after = course.parts
        mark = round(100 * gone / course.metres)
        # What was measured stands in the address already.
        typed = isinstance(record, Household) and record.distance is not None
        return Markup(f"{before}{mark}{between}{'' if typed else escape(_about(gone))}{after}")

    def _course(self, place: Place, ref: tuple[str | None, str]) -> _Course | None:
        road = place.all_roads.get(ref)
        line = road_line(place, ref[1]) if ref[0] == place.id else None
        metres = _metres(road.length) if road is not None else None
        if metres is None and line is not None:
            from village_site.geo.measure import length  # few roads are on a map

            metres = length(line.line)
        if road is None or not metres:
            return None
        html = str(self._parts.way(road.start, road.end, _HERE))
        before, between, after = html.split(_HERE)
        return _Course(metres, line, (before, between, after))


def _gone(record: Household | PublicPlace, course: _Course) -> float | None:
    """Metres from the road's start."""
    if isinstance(record, Household) and record.distance is not None:
        return _metres(record.distance)
    location: Coordinates | None = record.location
    if location is None or course.line is None:
        return None
    from village_site.geo.measure import ON_ROAD, along

    spot = along(course.line.line, position(location))
    return spot.start if spot.off <= ON_ROAD else None


def _metres(figure: Figure | None) -> float | None:
    if figure is None:
        return None
    return float(figure.value.number) * (1000 if figure.value.unit == "km" else 1)


def _about(metres: float) -> str:
    rounded = Decimal(round(metres / _STEP) * _STEP)
    return label("card-way-about", "vi", metres=number_text(rounded, "vi"))
