"""Maps as drawings: sound markup, nothing that pages forbid, and everything on them in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.geo.samples import EAST, NAMES, NORTH, crowded, items, sample
from village_site.catalogue import LANGUAGES, labels
from village_site.geo.drawing import Item, drawing, stylesheet
from village_site.geo.features import Feature, Shape
from village_site.geo.layout import LETTERS, Box, Sheet, at_share
from village_site.tongues import resolved

HOSTILE = "A <b onclick=x>&\"'{{ 7 }}</script>"
POSITIONS = st.tuples(st.floats(EAST - 0.05, EAST + 0.05), st.floats(NORTH - 0.05, NORTH + 0.05))
_NUMBERS = re.compile(r"-?[0-9.]+")


@st.composite
def maps(draw: st.DrawFn) -> list[Item]:
    """Some features of all shapes."""
    found = []
    for index, shape in enumerate(draw(st.lists(st.sampled_from(Shape), min_size=1, max_size=12))):
        if shape is Shape.POINT:
            line = [draw(POSITIONS)]
        else:
            line = draw(st.lists(POSITIONS, min_size=3, max_size=9))
            line += line[:1] if shape is Shape.AREA else []
        feature = Feature("record", f"r{index}", shape, (tuple(line),), ("", 0, 0))
        found.append(
            Item(feature, draw(st.text("ăn bộ", min_size=1, max_size=25)), draw(st.sampled_from(["", "x/"])))
        )
    return found


def svg(root: Element) -> Element:
    found = root.find("svg")
    assert found is not None
    return found


def texts(root: Element) -> list[str]:
    """What the list below the drawing says."""
    return [" ".join("".join(item.itertext()).split()) for item in root.iter("li")]


def test_the_sample() -> None:
    root = fromstring(sample())
    assert (root.tag, root[0].tag, root[0].text) == ("figure", "figcaption", "Bản đồ thôn Mẫu")
    assert [child.tag for child in svg(root)][:2] == ["title", "desc"]
    said = texts(root)
    assert len(said) == 11
    assert said[1] == "Ngõ 1, dài khoảng 160 m"
    assert said[7] == "1 Nhà văn hoá: Đường Trục thôn 2, cách đầu đường khoảng 430 m"
    assert said[-1] == "4 Ao sen"
    links = [str(link.get("href")) for link in svg(root).iter("a")]
    assert sorted(set(links)) == sorted(f"../{item.feature.ref}/" for item in items()), "each is on the map"
    assert sorted(links) == sorted(
        str(link.get("href")) for item in root.iter("li") for link in item.iter("a")
    )


def test_marks_bear_the_signs_of_the_list() -> None:
    root = fromstring(drawing("Đông", crowded(), "vi"))
    signs = [b.text for b in root.iter("b")]
    marks = [group.findtext("text") for group in svg(root).iter("g") if "mark" in (group.get("class") or "")]
    assert sorted(map(str, signs)) == sorted(map(str, marks))
    assert len(set(signs)) == len(signs) > 30
    assert {"1", "A", "AA"} <= set(signs)
    assert len(texts(root)) == 80, "what found no room on the map is in the list"


@settings(deadline=None, derandomize=True)
@given(maps())
def test_any_map_is_sound_and_lies_within_its_sheet(found: list[Item]) -> None:
    root = fromstring(drawing("Bản đồ", found, "vi"))
    drawn = svg(root)
    _, _, width, height = map(float, (drawn.get("viewBox") or "").split())
    assert width == 360
    assert 150 <= height <= 520
    assert len(texts(root)) == len(found)
    for element in drawn.iter("path"):
        if element.get("class") in ("road", "area", "lead"):
            points = list(map(float, _NUMBERS.findall(element.get("d") or "")))
            assert all(0 <= x <= width for x in points[::2])
            assert all(0 <= y <= height for y in points[1::2])
    boxes = list(_boxes(drawn))
    assert all(box.within(Box(0, 0, width, height)) for box in boxes)
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.meets(b)]
    assert drawing("Bản đồ", found, "vi") == drawing("Bản đồ", list(found), "vi")


def _boxes(drawn: Element) -> Iterator[Box]:
    """Marks, and names by a cautious width of their letters."""
    for circle in drawn.iter("circle"):
        if circle.get("class") != "dot":
            x, y, r = (float(circle.get(name) or 0) for name in ("cx", "cy", "r"))
            yield Box(x - r, y - r, x + r, y + r)
    for parent in drawn.iter():
        for text in parent.findall("text"):
            if not (parent.get("class") or "").startswith(("mark", "scale")):
                x, y = float(text.get("x") or 0), float(text.get("y") or 0)
                half = len(text.text or "") * LETTERS * 0.58 / 2
                yield Box(x - half, y - LETTERS * 0.8, x + half, y + LETTERS * 0.1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_typed_is_escaped(lang: str) -> None:
    found = [Item(item.feature, HOSTILE, f'"><script>{HOSTILE}', HOSTILE) for item in items()]
    root = fromstring(drawing(HOSTILE, found, lang))
    assert root[0].text == HOSTILE
    assert not list(root.iter("script"))
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert all(HOSTILE in "".join(item.itertext()) for item in root.iter("li"))


@pytest.mark.parametrize("figure", [sample(), drawing("Đông", crowded(), "vi")], ids=["sample", "crowded"])
def test_a_map_needs_nothing_that_pages_forbid(figure: str) -> None:
    for element in fromstring(figure).iter():
        assert element.tag not in ("script", "style", "use", "image", "foreignObject")
        assert not {"style", "id"} & element.attrib.keys()
        assert "url(" not in "".join(element.attrib.values())
    for link in svg(fromstring(figure)).iter("a"):
        assert (link.get("tabindex"), bool(link.get("aria-label"))) == ("-1", True)


def test_a_map_is_small() -> None:
    assert len(sample().encode()) < 5_000
    long = [(EAST + i * 1e-6, NORTH + (i % 2) * 1e-7) for i in range(5_000)]
    road = Feature("road", "a", Shape.LINE, (tuple(long),), ("", 0, 0))
    assert len(drawing("Bản đồ", [Item(road, "Đường")], "vi").encode()) < 1_200


def test_every_class_has_a_style_and_the_other_way_round() -> None:
    figures = [sample(), drawing("Đông", crowded(), "vi")]
    used = {
        name
        for figure in figures
        for e in fromstring(figure).iter()
        for name in (e.get("class") or "").split()
    }
    rules = re.sub(r"/\*.*?\*/", "", stylesheet(), flags=re.DOTALL)
    assert used - {"scale"} == set(re.findall(r"\.([a-z][a-z-]*)", rules)) - {"md-typeset"}
    assert "url(" not in rules


def test_one_mark_alone_is_a_map() -> None:
    feature = Feature("place", "a", Shape.POINT, (((EAST, NORTH),),), ("", 0, 0))
    root = fromstring(resolved(drawing("Map", [Item(feature, "Đền")], "en")))
    scale = next(group for group in svg(root).iter("g") if group.get("class") == "scale")
    assert [text.text for text in scale.iter("text")] == ["20\u00a0m", "N"]
    assert texts(root) == ["1 Đền"]


def test_nothing_to_draw() -> None:
    assert drawing("Bản đồ", [], "vi") == ""


@pytest.mark.parametrize("degrees", [0.0001, 0.003, 0.01, 0.1])
def test_the_scale_is_true(degrees: float) -> None:
    sheet = Sheet.around([(EAST, NORTH), (EAST + degrees, NORTH)], 360)
    metres, across = sheet.scale()
    assert across == pytest.approx(metres * sheet.per_metre)
    assert 360 * 0.1 < across <= 360 * 0.3
    assert str(metres).strip("0") in ("1", "2", "5")


def test_north_is_up_and_east_is_right() -> None:
    sheet = Sheet.around([(EAST, NORTH), (EAST + 0.01, NORTH + 0.01)], 360)
    (x, y), (to_x, to_y) = sheet.place((EAST, NORTH)), sheet.place((EAST + 0.01, NORTH + 0.01))
    assert to_x > x
    assert to_y < y


def test_shares_of_a_line() -> None:
    line = [(0.0, 0.0), (0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert [at_share(line, share) for share in (0, 0.25, 0.5, 0.75, 1)] == [
        (0, 0),
        (5, 0),
        (10, 0),
        (10, 5),
        (10, 10),
    ]


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    vi, en = (
        {k: v for k, v in labels(lang).items() if k.startswith(("geo-", "lunar-"))} for lang in ("vi", "en")
    )
    assert vi.keys() == en.keys()
    for text in (vi, en):
        assert all(re.fullmatch(r"[^{}]*(\{[a-z]+\}[^{}]*)*", words) for words in text.values())
    assert NAMES["ao"] in sample("en")
    assert "right below the map" in sample("en")
