"""The card as a document: one small request, no other host, hostile text harmless, fit for small screens."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests.cards.sample import NUMBERED, ROAD, UNNUMBERED, VILLAGE, code, files, page, plate, sample, words
from tests.support import DAY, data_folder
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.dataset import load
from village_site.model import KINDS, Kind
from village_site.model.common import LINE, PLACE, Entry, plate_code, record_id
from village_site.model.declare import optional, record, required
from village_site.model.text import Text
from village_site.values import Coordinates

MOST_BYTES = 14 * 1024
HOSTILE = "</title></style>\"'><script>alert(1)</script><img src=//x.y onerror=z>&amp;&lt;{{ 7 * 7 }}{% x %}"


def _pages(found: Atlas) -> dict[str, str]:
    cards = Cards(found)
    return {item.code: cards.page(item) for item in found.coded()}


def _shape(html: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Every element and its attributes; the description in the head is text as well."""
    nodes = LexborHTMLParser(html).css("*")
    return [
        (node.tag or "", [a for a in sorted(node.attributes.items()) if a[0] != "content"]) for node in nodes
    ]


def test_markup_in_every_text_changes_nothing_but_text(tmp_path: Path) -> None:
    hostile = _pages(sample(tmp_path / "hostile", text=lambda words: f"{words} {HOSTILE}"))
    harmless = _pages(sample(tmp_path / "harmless", text=lambda words: f"{words} {'x' * len(HOSTILE)}"))
    assert hostile.keys() == harmless.keys()
    for key, html in hostile.items():
        assert _shape(html) == _shape(harmless[key])
        assert "{{ 7 * 7 }}" in html
        assert "alert(1)" in words(LexborHTMLParser(html), "h1, header")


MAPS = r"https://(?:www\.google\.com/maps/dir/\?api=1&destination|maps\.apple\.com/\?daddr)=[0-9.,]+"


def test_a_card_is_one_request_and_leads_to_no_other_host_but_maps(tmp_path: Path) -> None:
    for html in _pages(sample(tmp_path)).values():
        parsed = LexborHTMLParser(html)
        assert parsed.css("img, iframe, object, embed, form, [src], [srcset], [style]") == []
        assert [script.attributes for script in parsed.css("script")] == [{"data-sw": "../../sw.js"}]
        assert [link.attributes["href"] for link in parsed.css("link")] == ["data:,"]
        hrefs = [str(link.attributes["href"]) for link in parsed.css("a")]
        assert all(re.fullmatch(rf"\.\./.*|tel:\+?[0-9]+|geo:[0-9.,?q=]+|{MAPS}", href) for href in hrefs)
        assert all(link.attributes["rel"] == "noreferrer" for link in parsed.css("a[href^=https]"))
        assert not re.search(
            r"//|url\(|@import|@font-face",
            re.sub('(?:href|og:image" content)="https:[^"]*"|\'sha256-[^\']*\'|</', "", html),
        )


def test_a_card_is_light(tmp_path: Path) -> None:
    long = {
        "nam-bac-thanh/roads.yml": files()["nam-bac-thanh/roads.yml"].replace("thứ hai", "thứ hai " * 300)
    }
    full = _pages(sample(tmp_path / "full"))
    assert max(len(gzip.compress(html.encode())) for html in full.values()) < 4 * 1024
    assert len(gzip.compress(_pages(sample(tmp_path / "long", long))[ROAD].encode())) < MOST_BYTES


def test_the_document_says_what_it_is(tmp_path: Path) -> None:
    for html in _pages(sample(tmp_path)).values():
        assert html.startswith('<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n')
        parsed = LexborHTMLParser(html)
        named = {node.attributes["name"]: node.attributes["content"] for node in parsed.css("meta[name]")}
        assert named["viewport"] == "width=device-width, initial-scale=1"
        assert named["color-scheme"] == "light dark"
        assert str(named["theme-color"]) in html.partition("<style>")[2]
        assert named["description"]
        assert [len(parsed.css(tag)) for tag in ("title", "header", "main", "h1", "footer")] == [1] * 5
        levels = [int(str(node.tag)[1]) for node in parsed.css("h1, h2, h3")]
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_banner_stands_on_top_of_every_card(tmp_path: Path) -> None:
    found = sample(tmp_path)
    cards = Cards(found, banner=Markup('<div role="alert">Dữ liệu đang có lỗi</div>'))
    for item in found.coded():
        first = LexborHTMLParser(cards.page(item)).css_first("body > *")
        assert first is not None
        assert first.text() == "Dữ liệu đang có lỗi"


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, of `#rgb` or `#rrggbb`."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_a_contrast_of_seven_to_one(tmp_path: Path, scheme: str) -> None:
    css = _pages(sample(tmp_path))[NUMBERED].partition("@media print")[0]
    light, dark = (
        dict(re.findall(r"--([a-z-]+):(#[0-9a-f]+)", part)) for part in css.split("@media (prefers")
    )
    colours = {"white": "#fff", **light, **(dark if scheme == "dark" else {})}
    pairs = ["ink paper", "ink tint", "link paper", "act paper", "on-act act", "white green"]
    for pair in pairs:
        high, low = sorted((_luminance(colours[name]) for name in pair.split()), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 7, pair


MEASURE = """() => {
  const bottom = selector => document.querySelector(selector).getBoundingClientRect().bottom;
  const size = element => parseFloat(getComputedStyle(element).fontSize);
  const all = [...document.querySelectorAll('body *')];
  return {
    help: bottom('.sos'),
    wide: document.documentElement.scrollWidth > innerWidth,
    smallest: Math.min(...all.map(size)),
    largest: all.reduce((one, two) => size(two) > size(one) ? two : one).textContent,
    low: [...document.querySelectorAll('a')].filter(a => a.getBoundingClientRect().height < 48).length,
  };
}"""


def test_a_small_screen_shows_address_and_emergency_numbers_at_once(
    tmp_path: Path, browser_page: Page
) -> None:
    pages = _pages(sample(tmp_path))
    browser_page.set_viewport_size({"width": 360, "height": 640})
    for wanted in (NUMBERED, UNNUMBERED, ROAD, VILLAGE):
        browser_page.set_content(pages[wanted])
        found: dict[str, Any] = browser_page.evaluate(MEASURE)
        assert found["help"] <= 640
        assert not found["wide"]
        assert found["smallest"] >= 18
        assert " ".join(found["largest"].split()) == plate(LexborHTMLParser(pages[wanted]))[1]
        assert found["low"] == 0
    browser_page.evaluate("document.documentElement.style.setProperty('font-size', '225%', 'important')")
    assert not browser_page.evaluate(MEASURE)["wide"]


@record
class Well(Entry):
    """A kind that cards know nothing of."""

    id: str = record_id()
    code: str | None = plate_code()
    name: str = required(LINE, vi="tên", title=("Tên", "Name"), help=("Tên giếng.", "Name."))
    location: Coordinates | None = optional(
        PLACE, vi="toạ độ", title=("Toạ độ", "Place"), help=("Ở đâu.", "Where.")
    )


WELLS = Kind(
    name="well",
    title=Text("Giếng làng", "Village well"),
    help=Text("Giếng chung.", "Common wells."),
    record=Well,
    file="wells",
    file_vi="gieng",
    coded=True,
    searched=True,
)


def test_a_later_kind_has_a_card_without_a_template(tmp_path: Path) -> None:
    here, elsewhere = code(50), code(51)
    wells = f"""
        - {{id: g1, code: {here}, name: Giếng Đình, location: "18.25, 105.98", source: lời kể}}
        - {{id: g2, code: {elsewhere}, name: Giếng Chùa}}
    """
    root = data_folder(tmp_path, {**files(), "nam-bac-thanh/wells.yml": wells})
    dataset, problems = load(root, (*KINDS, WELLS))
    assert dataset is not None, problems
    found = Atlas(dataset, DAY)
    html = page(found, here)
    assert plate(html)[:3] == ["Giếng làng", "Giếng Đình", "thôn Nam Bắc Thành, xã Cẩm Bình, tỉnh Hà Tĩnh"]
    assert words(html, "a[href^=geo]") == "Chỉ đường đến đây"
    assert "Nguồn lời kể" in words(html)
    assert words(html, "section[lang=en] p").startswith("Village well: Giếng Đình, thôn Nam Bắc Thành")
    assert words(page(found, elsewhere), "a[href^=geo]") == "Chỉ đường đến thôn"
