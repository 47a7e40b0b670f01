"""A village's map as a piece of HTML: lines, areas and numbered marks in SVG without tiles, and the same told
in a list.

There is no script, no id and no style in it; `stylesheet` goes with the page. Names that find room stand on
the map, the others as a letter that the list explains. Links within the drawing are left out of the order of
the tab key, for the list has the same ones, larger.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from importlib import resources

from markupsafe import Markup

from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.geo.features import Feature, Line, Shape
from village_site.geo.layout import LETTERS, MARK, Sheet, Taken, at_share, mark_spots, name_spots
from village_site.geo.measure import Point, length
from village_site.geo.simplify import simplify
from village_site.render import environment
from village_site.values import number_text

WIDTH = 360
"""Units of the drawing across: as many pixels as a small phone has."""
_FINEST = 0.4
"""Units; a finer bend of a line is not seen."""
_STEP = 10
"""Lengths are told to this many metres."""


@frozen
class Item:
    """A feature with what it is called, where its page is ("" for none), what else the list says, whether
    it is made up, and how long it is where that is known better than from the drawing."""

    feature: Feature
    label: str
    href: str = ""
    note: str = ""
    illustrative: bool = False
    length: str = ""


@frozen
class _Drawn:
    """A feature on the sheet at `spot`. It has a name there, or a mark with its number or letter, or neither
    where there is no room.
    """

    item: Item
    path: str
    spot: Point
    length: str = ""
    name: Point | None = None
    sign: str = ""
    mark: Point | None = None


def drawing(title: str, items: Sequence[Item], lang: str, width: int = WIDTH) -> Markup:
    """The figure; empty where there is nothing to draw. All texts are escaped."""
    if not items:
        return Markup()
    lines = [line for item in items for line in item.feature.lines]
    sheet = Sheet.around([position for line in lines for position in line], width)
    taken = Taken(sheet.frame)
    places = _places([item for item in items if item.feature.shape is not Shape.LINE], sheet, taken)
    roads = _roads([item for item in items if item.feature.shape is Shape.LINE], sheet, taken, lang)
    metres, across = sheet.scale()
    template = environment(lang).get_template("geo/map.html")
    html = template.render(
        title=title,
        roads=roads,
        places=places,
        marked=[drawn for drawn in (*roads, *places) if drawn.mark],
        lists=[("roads", roads), ("places", places)],
        sheet=sheet,
        scale=_metres(metres, lang),
        across=across,
        size=LETTERS,
        radius=MARK,
        n=_number,
    )
    return Markup(html.strip())


def stylesheet() -> str:
    """The style of every map, to stand after the site's own, whose `--vs-…` colours it uses."""
    return (resources.files("village_site") / "templates" / "geo" / "map.css").read_text("utf-8")


def _places(items: Sequence[Item], sheet: Sheet, taken: Taken) -> list[_Drawn]:
    """Points and areas, numbered as they come."""
    found: list[_Drawn] = []
    count = 0
    for item in items:
        path = _path(item.feature, sheet) if item.feature.shape is Shape.AREA else ""
        spot = _middle([sheet.place(position) for position in item.feature.line])
        mark = taken.mark(mark_spots(spot))
        count += mark is not None
        found.append(_Drawn(item, path, spot, sign=str(count) if mark else "", mark=mark))
    return found


def _roads(items: Sequence[Item], sheet: Sheet, taken: Taken, lang: str) -> list[_Drawn]:
    """Lines; the longest look for room for their names first, then those without a name for a letter."""
    lines = [_points(item.feature.line, sheet) for item in items]
    lengths = [length(item.feature.line) for item in items]
    for line in lines:
        taken.run(line)
    names: dict[int, Point | None] = {}
    for index in sorted(range(len(items)), key=lambda index: -lengths[index]):
        names[index] = taken.name(name_spots(lines[index], items[index].label))
    found: list[_Drawn] = []
    count = 0
    for index, item in enumerate(items):
        spot, name = at_share(lines[index], 0.5), names[index]
        mark = None if name else taken.mark(mark_spots(spot, lines[index]))
        sign = _letter(count) if mark else ""
        count += mark is not None
        drawn = label(
            "geo-about-long", lang, length=_metres(max(_STEP, round(lengths[index] / _STEP) * _STEP), lang)
        )
        metres = item.length or drawn
        found.append(_Drawn(item, _path(item.feature, sheet), spot, metres, name, sign, mark))
    return found


def _path(feature: Feature, sheet: Sheet) -> str:
    """What draws a feature's lines; rings are closed."""
    lines = [_points(line, sheet) for line in feature.lines]
    parts = ["M" + " ".join(f"{_number(x)} {_number(y)}" for x, y in line) for line in lines]
    return "".join(f"{part}z" for part in parts) if feature.shape is Shape.AREA else parts[0]


def _points(line: Line, sheet: Sheet) -> list[Point]:
    """As much of a line as can be seen on the sheet."""
    return simplify([sheet.place(position) for position in line], _FINEST)


def _middle(points: Sequence[Point]) -> Point:
    """The middle of what the points span."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2


def _letter(count: int) -> str:
    """A, B … Z, AA, AB …"""
    more, last = divmod(count, 26)
    return (_letter(more - 1) if more else "") + chr(ord("A") + last)


def _metres(metres: int, lang: str) -> str:
    if metres >= 1000:
        return label("geo-kilometres", lang, number=number_text(Decimal(metres) / 1000, lang))
    return label("geo-metres", lang, number=number_text(Decimal(metres), lang))


def _number(value: float) -> str:
    """To a tenth of a unit, as short as can be."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
