"""Charts in a browser: on a cheap phone, on a desk, printed, in the dark."""

from __future__ import annotations

from typing import TypedDict

import pytest
from playwright.sync_api import Page

from tests.charts.samples import all_charts, document

Box = tuple[str, float, float, float, float]
"""A text with left, top, right and bottom in CSS pixels."""

_BOXES = """() => [...document.querySelectorAll('.vs-chart')].map(chart => {
  const walker = document.createTreeWalker(chart, NodeFilter.SHOW_TEXT), found = []
  while (walker.nextNode()) {
    if (!walker.currentNode.data.trim()) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    for (const r of range.getClientRects())
      if (r.width > 1) found.push([walker.currentNode.data.trim(), r.left, r.top, r.right, r.bottom])
  }
  return found
})"""
_CLIPPED = """() => [...document.querySelectorAll('.vs-chart :not(svg, svg *)')]
  .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
  .map(e => e.outerHTML.slice(0, 120))"""
_COLOURS = """() => {
  const style = e => getComputedStyle(document.querySelector(e))
  return {paper: style('body').backgroundColor, text: style('.vs-bars b').color, bar: style('.vs-bars rect').fill,
          line: style('rect.t').fill, quiet: style('.vs-years text').fill}
}"""


class Look(TypedDict):
    """A way to look at the page."""

    width: int
    media: str
    scheme: str


PHONE = Look(width=360, media="screen", scheme="light")
LOOKS = {
    "phone": PHONE,
    "phone in the dark": Look(width=360, media="screen", scheme="dark"),
    "small phone": Look(width=320, media="screen", scheme="light"),
    "desk": Look(width=1280, media="screen", scheme="light"),
    "print": Look(width=700, media="print", scheme="dark"),
}


def show(page: Page, look: Look) -> None:
    """Every chart on a page, in that way."""
    page.set_viewport_size({"width": look["width"], "height": 740})
    page.emulate_media(
        media="print" if look["media"] == "print" else "screen",
        color_scheme="dark" if look["scheme"] == "dark" else "light",
    )
    page.set_content(document(*all_charts().values()))


@pytest.mark.parametrize("name", LOOKS)
def test_no_text_is_cut_or_hidden_by_another(browser_page: Page, name: str) -> None:
    show(browser_page, LOOKS[name])
    width = LOOKS[name]["width"]
    assert browser_page.evaluate("document.documentElement.scrollWidth") == width
    assert browser_page.evaluate(_CLIPPED) == []
    charts: list[list[Box]] = browser_page.evaluate(_BOXES)
    assert len(charts) == len(all_charts())
    for boxes in charts:
        assert boxes
        assert [box for box in boxes if box[1] < 0 or box[3] > width] == []
        assert [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if _overlap(a, b)] == []


def _overlap(a: Box, b: Box) -> bool:
    """More than the slack between lines, whose boxes reach beyond their letters."""
    across = min(a[3], b[3]) - max(a[1], b[1])
    down = min(a[4], b[4]) - max(a[2], b[2])
    return across > 1 and down > 3


def test_marks_are_as_long_as_their_numbers(browser_page: Page) -> None:
    show(browser_page, PHONE)
    bars = browser_page.locator(".vs-bars").first.locator("svg")
    lengths = [
        bar.locator("rect").first.evaluate("e => e.getBoundingClientRect().width") for bar in bars.all()[:3]
    ]
    assert lengths[1] == 0
    assert lengths[0] / lengths[2] == pytest.approx(12 / 23, abs=0.01)
    lines = {
        round(float(line.evaluate("e => e.getBoundingClientRect().left")), 1)
        for line in bars.locator("rect.t").all()
    }
    assert len(lines) == 1, "one target, one line through all rows"


@pytest.mark.parametrize("name", ["phone", "phone in the dark", "print"])
def test_text_and_marks_stand_out(browser_page: Page, name: str) -> None:
    """7:1 for text; 3:1 for marks, as WCAG 2.2 asks of graphics."""
    show(browser_page, LOOKS[name])
    colours = browser_page.evaluate(_COLOURS)
    paper = (255, 255, 255) if name == "print" else _rgb(colours["paper"])
    assert (paper == (255, 255, 255)) is (name != "phone in the dark")
    assert _contrast(_rgb(colours["text"]), paper) >= 7
    assert _contrast(_rgb(colours["quiet"]), paper) >= 7
    assert _contrast(_rgb(colours["bar"]), paper) >= 3
    assert _contrast(_rgb(colours["line"]), paper) >= 3


def test_states_differ_without_colour(browser_page: Page) -> None:
    show(browser_page, PHONE)
    style = """e => { const s = getComputedStyle(e); return [s.fill !== 'none', s.strokeDasharray, s.strokeWidth] }"""
    stack = browser_page.locator("figure > .vs-stack > rect")
    looks = [tuple(map(str, part.evaluate(style))) for part in stack.all()]
    assert len(set(looks)) == 4
    border = """e => { const s = getComputedStyle(e); return s.borderStyle + s.borderWidth }"""
    weeks = [
        browser_page.locator(f".vs-weeks .{state}").first.evaluate(border)
        for state in ("reported", "missing", "not-due")
    ]
    assert len(set(weeks)) == 3


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = colour.removeprefix("rgb(").removesuffix(")").split(", ")
    return int(red), int(green), int(blue)


def _contrast(a: tuple[int, int, int], b: tuple[int, int, int]) -> float:
    """The ratio of WCAG 2.2."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
