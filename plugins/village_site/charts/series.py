"""One indicator over time as a line from dot to dot, above a zero line; and several of them to one scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup

from village_site.catalogue import label as words
from village_site.charts.draw import draw
from village_site.charts.scale import Number, checked, middle
from village_site.frozen import frozen
from village_site.values import FuzzyDate, date_text

WIDTH, HEIGHT = 400, 100
"""The drawing's own units; the style stretches it, strokes keep their width."""


@frozen
class Point:
    """A figure of a day, a month or a year; `text` is the number with its unit, `value` None if unknown."""

    date: FuzzyDate
    value: Number | None
    text: str


@frozen
class Series:
    """An indicator with its figures and, where it has one, its target."""

    label: str
    points: Sequence[Point]
    target: Number | None = None
    target_text: str = ""

    def known(self) -> list[tuple[Point, Fraction]]:
        """The points that have a number, by date."""
        return [(p, checked(p.value, self.label)) for p in self.by_date() if p.value is not None]

    def by_date(self) -> list[Point]:
        """All points, the earliest first."""
        return sorted(self.points, key=lambda point: point.date.sort_key())


@frozen
class _Frame:
    """What a drawing shows from left to right and from bottom to top."""

    first: dt.date
    last: dt.date
    top: Fraction

    def x(self, day: dt.date) -> int:
        span = (self.last - self.first).days
        return WIDTH * (day - self.first).days // span if span else WIDTH // 2

    def y(self, value: Fraction) -> int:
        return HEIGHT - int(value * HEIGHT / self.top) if self.top else HEIGHT


@frozen
class _Drawing:
    """Paths in units of WIDTH and HEIGHT; empty where there is nothing to compare."""

    series: Series
    values: list[tuple[str, Point]]
    line: str
    dots: str
    target: int | None
    width: int = WIDTH
    height: int = HEIGHT


def series(one: Series, lang: str = "vi") -> Markup:
    """The line of an indicator, and under it every figure with its date; empty for no points.

    Days stand where they belong, however uneven. A figure not known leaves a gap; a single one needs no line.
    """
    if not one.points:
        return Markup()
    return draw("series.html", lang, drawing=_drawing(one, _frame([one]), lang))


def multiples(label: str, several: Sequence[Series], lang: str = "vi") -> Markup:
    """Lines of the same indicator side by side, such as one a village, all to one scale; empty for none."""
    several = [one for one in several if one.points]
    if not several:
        return Markup()
    frame = _frame(several)
    dates = sorted((p.date for one in several for p in one.points), key=FuzzyDate.sort_key)
    top = _top_text(several, frame.top)
    since, until = date_text(dates[0], lang), date_text(dates[-1], lang)
    scale = words("chart-same-scale", lang, top=top, since=since, until=until) if top else ""
    drawings = [_drawing(one, frame, lang) for one in several]
    return draw("multiples.html", lang, label=label, scale=scale, drawings=drawings)


def _frame(several: Sequence[Series]) -> _Frame:
    days = [middle(point.date) for one in several for point in one.points]
    numbers = [value for one in several for _, value in one.known()]
    numbers += [checked(one.target, one.label) for one in several if one.target is not None]
    return _Frame(min(days), max(days), max(numbers, default=Fraction(0)))


def _top_text(several: Sequence[Series], top: Fraction) -> str:
    """The figure or target that reaches highest, in its own words; empty where all is zero or unknown."""
    texts = [point.text for one in several for point, value in one.known() if value == top]
    texts += [one.target_text for one in several if one.target is not None and one.target == top]
    return texts[0] if top else ""


def _drawing(one: Series, frame: _Frame, lang: str) -> _Drawing:
    values = [(date_text(point.date, lang), point) for point in one.by_date()]
    target = None if one.target is None else frame.y(checked(one.target, one.label))
    line, dots = _paths(one, frame) if len(one.known()) > 1 else ("", "")
    return _Drawing(one, values, line, dots, target)


def _paths(one: Series, frame: _Frame) -> tuple[str, str]:
    """The line, broken where a figure is not known, and the dots, which are lines of no length."""
    line, dots, pen = "", "", "M"
    for point in one.by_date():
        if point.value is None:
            pen = "M"
            continue
        spot = f"{frame.x(middle(point.date))} {frame.y(Fraction(point.value))}"
        line += pen + spot
        dots += f"M{spot}h0"
        pen = "L"
    return line if "L" in line else "", dots
