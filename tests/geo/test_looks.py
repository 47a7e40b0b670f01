"""Maps in a browser: on a small phone, on a desk, printed, in the dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.geo.samples import crowded, document, sample
from village_site.geo.drawing import drawing

_BOXES = """() => [...document.querySelectorAll('.vs-plan svg')].map(map => {
  const frame = map.getBoundingClientRect()
  return [...map.querySelectorAll('a, .scale text')].map(e => {
    const r = e.getBoundingClientRect()
    return [e.textContent, r.left - frame.left, r.top - frame.top, frame.right - r.right, frame.bottom - r.bottom, r.width, r.height]
  })
})"""
_SIZES = (
    "() => [...document.querySelectorAll('.vs-plan svg text')].map(e => e.getBoundingClientRect().height)"
)
LOOKS = {
    "small phone": (320, "screen", "light"),
    "phone": (360, "screen", "light"),
    "phone in the dark": (360, "screen", "dark"),
    "desk": (1280, "screen", "light"),
    "print": (700, "print", "light"),
}


def show(page: Page, name: str) -> int:
    """Both maps on a page; gives how wide it is."""
    width, media, scheme = LOOKS[name]
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(
        media="print" if media == "print" else "screen", color_scheme="dark" if scheme == "dark" else "light"
    )
    page.set_content(document(sample(), drawing("Đông", crowded(), "vi")))
    return width


@pytest.mark.parametrize("name", LOOKS)
def test_names_and_marks_lie_on_the_map_and_not_on_each_other(browser_page: Page, name: str) -> None:
    width = show(browser_page, name)
    assert browser_page.evaluate("document.documentElement.scrollWidth") == width
    for boxes in browser_page.evaluate(_BOXES):
        assert boxes
        assert [box for box in boxes if min(box[1:5]) < 0] == []
        # A box reaches beyond its letters by the space between lines.
        places = [(b[1], b[2] + b[6] * 0.1, b[1] + b[5], b[2] + b[6] * 0.9) for b in boxes]
        overlaps = [
            (boxes[i][0], boxes[j][0])
            for i, a in enumerate(places)
            for j, b in enumerate(places[:i])
            if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1
        ]
        assert overlaps == []


@pytest.mark.parametrize("name", LOOKS)
def test_letters_are_large_enough_to_read(browser_page: Page, name: str) -> None:
    show(browser_page, name)
    assert min(browser_page.evaluate(_SIZES)) > 11
    list_size = browser_page.locator(".vs-plan li a").first.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize)"
    )
    assert list_size >= (14 if name == "print" else 16)


def test_a_link_of_the_drawing_opens_its_page(browser_page: Page) -> None:
    show(browser_page, "phone")
    link = browser_page.get_by_role("link", name="1 Nhà văn hoá").first
    assert link.get_attribute("href") == "../nha-van-hoa/"
    assert browser_page.get_by_role("group", name="Bản đồ thôn Mẫu").count() == 1
