"""Charts and maps of the pages as pictures for paper, in black and grey.

On a page a style sheet gives their marks height and colour (charts.css, map.css); here the same is written
into each mark, for the typesetter's SVG has no such sheet. They are told apart as there: full, striped,
framed, dashed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape
from types import MappingProxyType
from typing import Final

from village_site.frozen import frozen
from village_site.handbook.markup import Element

INK: Final = "#000"
GREY: Final = "#5a5a5a"
PAPER: Final = "#fff"
FONT: Final = "Be Vietnam Pro"
HIGHEST: Final = 135
"""Millimetres; a map leaves room for its list on the same page."""
_PAD: Final = 8
"""Units around a drawing, for strokes and marks that reach over its edge."""
_CASES: Final = MappingProxyType({"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"})
_KEPT: Final = frozenset(
    [
        "x",
        "y",
        "width",
        "height",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "d",
        "transform",
        "font-size",
        "text-anchor",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
    ]
)

Attributes = dict[str, str]


@frozen
class Sort:
    """A sort of drawing: its size in tenths of a millimetre (0 where its own is known), how wide it is at
    most, in millimetres (0: as its place), and what each mark is given, by tag and by `tag.class`."""

    width: int
    height: int
    most: int
    marks: dict[str, Attributes]


_BAR: Final[dict[str, Attributes]] = {
    "rect": {"height": "100%", "fill": GREY},
    "rect.f": {"fill": "none", "stroke": INK, "stroke-width": "3"},
    "rect.t": {
        "y": "-20%", "height": "140%", "width": "8", "transform": "translate(-4)", "fill": INK,
        "stroke": PAPER,
    },
    "rect.e": {
        "y": "-20%", "height": "140%", "width": "10", "transform": "translate(-5)", "fill": PAPER,
        "stroke": INK, "stroke-width": "3",
    },
}  # fmt: skip
_STACK: Final[dict[str, Attributes]] = {
    "rect": {"height": "100%", "fill": "none", "stroke": INK, "stroke-width": "4"},
    "rect.met": {"fill": GREY},
    "rect.not-met": {"stroke-width": "8"},
    "rect.not-assessed": {"stroke-dasharray": "10 10"},
    "line": {"stroke": GREY, "stroke-width": "46", "stroke-dasharray": "6 9"},
}
_YEARS: Final[dict[str, Attributes]] = {
    "rect": {"height": "100%", "fill": GREY},
    "rect.rough": {"fill": PAPER, "stroke": INK, "stroke-width": "4", "stroke-dasharray": "10 7"},
    "circle": {"cy": "50%", "r": "17", "fill": INK},
    "line": {"stroke": "#999", "stroke-width": "3"},
    "text": {"fill": INK, "font-size": "30", "text-anchor": "middle"},
}
_SERIES: Final[dict[str, Attributes]] = {
    "path": {"fill": "none", "stroke": INK, "stroke-width": "1.2"},
    "path.d": {"stroke-width": "5", "stroke-linecap": "round"},
    "path.h": {"stroke": GREY, "stroke-dasharray": "4 3"},
}
_PLAN: Final[dict[str, Attributes]] = {
    "path.lead": {"stroke-width": "1"},
    "path.area": {"fill": "#eee"},
    "path.north": {"fill": INK},
    "circle.dot": {"fill": INK},
    "text": {"fill": INK},
}
SORTS: Final = MappingProxyType(
    {
        "bar": Sort(1100, 40, 110, _BAR),
        "row": Sort(600, 36, 0, _BAR),
        "stack": Sort(1100, 50, 110, _STACK),
        "key": Sort(70, 36, 7, _STACK),
        "years": Sort(600, 36, 0, _YEARS),
        "series": Sort(1000, 250, 100, _SERIES),
        "plan": Sort(0, 0, 150, _PLAN),
    }
)


def sort_of(svg: Element, around: Collection[str]) -> str:
    """What sort of drawing an <svg> is, by its own classes and those `around` it."""
    if "vs-stack" in svg.classes:
        return "key" if "vs-key" in around else "stack"
    if "vs-chart" not in around:
        return "plan"
    if "vs-series" in around:
        return "series"
    return "years" if "vs-years" in around else "row" if "vs-bars" in around else "bar"


def told(svg: Element) -> str:
    """What a drawing says of itself; "" where the words around it say the same."""
    return ". ".join(one.text.rstrip(".") for one in svg.elements if one.tag in ("title", "desc"))


def words(svg: Element) -> list[str]:
    """Every text that is drawn."""
    return [one.text for one in svg.walk() if one.tag == "text"]


def widest(svg: Element, sort: Sort) -> float:
    """How wide it may be on paper, in millimetres, and be no higher than `HIGHEST`; 0: as its place."""
    _, _, width, height = _box(svg)
    return sort.most if sort.width or not height else min(sort.most, round(HIGHEST * width / height))


def _box(svg: Element) -> tuple[float, ...]:
    return tuple(map(float, (svg.attrs.get("viewbox") or "0 0 0 0").split()))


def standalone(svg: Element, sort: Sort) -> bytes:
    """The drawing as an SVG file of its own."""
    _, _, own_width, own_height = _box(svg)
    width, height = sort.width or own_width, sort.height or own_height
    inner = {"x": "0", "y": "0", "width": f"{width:g}", "height": f"{height:g}", "overflow": "visible"}
    for small, name in _CASES.items():
        if small in svg.attrs:
            inner[name] = svg.attrs[small]
    frame: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"{-_PAD} {-_PAD} {width + 2 * _PAD:g} {height + 2 * _PAD:g}",
        "font-family": FONT,
        "font-weight": "500",
        **{name: svg.attrs[name] for name in ("font-size", "text-anchor") if name in svg.attrs},
    }
    drawn = "".join(part for child in svg.elements for part in _drawn(child, sort))
    return f"<svg{_written(frame)}><svg{_written(inner)}>{drawn}</svg></svg>".encode()


def _drawn(element: Element, sort: Sort) -> Iterator[str]:
    """A mark with what it is given here; links and titles are nothing on paper."""
    if element.tag in ("title", "desc"):
        return
    inside = "".join(
        escape(child) if isinstance(child, str) else "".join(_drawn(child, sort))
        for child in element.children
    )
    if element.tag == "a":
        yield inside
        return
    own = {name: value for name, value in element.attrs.items() if name in _KEPT}
    given = dict(sort.marks.get(element.tag, {}))
    for name in sorted(element.classes):
        given |= sort.marks.get(f"{element.tag}.{name}", {})
    if element.tag == "text" and own.get("x") in ("0%", "100%"):
        given["text-anchor"] = "start" if own["x"] == "0%" else "end"
    both = {**given, **own}
    both = {name: INK if value == "currentColor" else value for name, value in both.items()}
    yield f"<{element.tag}{_written(both)}>{inside}</{element.tag}>"


def _written(attributes: Attributes) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
