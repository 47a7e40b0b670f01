"""From the printed symbol to the page: every code of the sample, read with a decoder that did not make it."""

import csv
import datetime as dt
import gzip
import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from playwright.sync_api import Page, Request
from selectolax.lexbor import LexborHTMLParser

from tests.site.conftest import Sample
from tests.support import DAY
from village_site.codes.alphabet import shown
from village_site.labels import name_of
from village_site.reckon.notices import in_force
from village_site.render import capital

SCALE = 6
MOST_BYTES = 14 * 1024
MOST_RAW = 14 * 1024
LARGEST_IS_IN_HEADING = """() => {
  const size = element => parseFloat(getComputedStyle(element).fontSize);
  const largest = [...document.querySelectorAll("body *")].reduce((a, b) => size(b) > size(a) ? b : a);
  return largest.closest("h1") !== null;
}"""


def picture(svg: str) -> Image.Image:
    """What the file's path draws: rectangles `M x y v1 H x v-1 z` on a square of `viewBox` units."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])  # type: ignore[index]
    image = Image.new("L", (side * SCALE, side * SCALE), 255)
    draw = ImageDraw.Draw(image)
    runs = re.findall(r"M(\d+) (\d+)v1H(\d+)v-1z", svg)
    assert runs
    for left, top, right in (map(int, run) for run in runs):
        draw.rectangle((left * SCALE, top * SCALE, right * SCALE - 1, (top + 1) * SCALE - 1), fill=0)
    return image


def rows(sample: Sample) -> list[dict[str, str]]:
    text = (sample.dist / "qr" / "codes.csv").read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_there_is_a_row_a_symbol_and_a_page_for_every_record(sample: Sample) -> None:
    coded = list(sample.atlas.coded())
    assert len(coded) >= 80
    found = rows(sample)
    assert list(found[0])[:6] == ["code", "url", "file", "kind", "village", "label"]
    assert {row["code"] for row in found} == {item.code for item in coded}
    assert {row["file"] for row in found} == {path.name for path in (sample.dist / "qr").glob("*.svg")}
    assert {path.name for path in (sample.site / "Q").iterdir() if path.is_dir()} == {
        item.code for item in coded
    }


def test_every_symbol_opens_the_page_of_its_record(sample: Sample) -> None:
    records = {item.code: item for item in sample.atlas.coded()}
    for row in rows(sample):
        svg = (sample.dist / "qr" / row["file"]).read_text("utf-8")
        (result,) = zxingcpp.read_barcodes(
            picture(svg), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
        )
        assert result.text == row["url"] == f"HTTPS://LANG.EXAMPLE/Q/{row['code']}/"
        page = (sample.site / result.text.removeprefix("HTTPS://LANG.EXAMPLE/") / "index.html").read_text(
            "utf-8"
        )
        item = records[row["code"]]
        assert item.place is not None
        tree = LexborHTMLParser(page)
        heading, body = tree.css_first("h1"), tree.body
        assert heading is not None
        assert body is not None
        text = " ".join(body.text(separator=" ").split())
        name = name_of(item.place, item.record)
        assert row["label"] == name
        assert name.split(",")[0].casefold() in " ".join(heading.text(separator=" ").split()).casefold()
        assert item.place.village.name in text
        assert shown(row["code"]) in text
        assert "lang.example" in text.lower()


def test_every_light_page_is_light(sample: Sample) -> None:
    for path in (sample.site / "Q").glob("*/index.html"):
        page = path.read_bytes()
        assert len(page) <= MOST_RAW
        assert len(gzip.compress(page, 6)) <= MOST_BYTES
        assert not re.search(
            rb'<(?:script(?! data-sw=)|iframe|object|embed) |<link(?! rel="icon" href="data:,")', page
        )
        assert (b"<script>" in page) == (b'class="alert"' in page)
        for image in re.findall(rb"<img[^>]*>", page):
            assert b'loading="lazy"' in image
        assert not re.search(rb'(?:src|action)="(?:https?:)?//', page)


def test_households_ask_not_to_be_indexed(sample: Sample) -> None:
    for item in sample.atlas.coded():
        page = (sample.site / "Q" / item.code / "index.html").read_text("utf-8")
        if item.kind.name == "household":
            assert '<meta name="robots" content="noindex">' in page


def test_households_stand_in_no_list(sample: Sample) -> None:
    codes = [item.code for item in sample.atlas.coded() if item.kind.name == "household"]
    lists = [
        *sample.site.rglob("*.json"),
        *sample.site.rglob("*.xml"),
        *(sample.site / "thon").rglob("*.html"),
    ]
    lists += [*(sample.site / "xa").rglob("*.html"), sample.site / "index.html"]
    assert len(lists) > 20
    for path in lists:
        text = path.read_text("utf-8")
        assert not [code for code in codes if code in text or shown(code) in text], path


@pytest.mark.parametrize("kind", ["household", "road", "group", "village"])
def test_a_browser_opens_a_code_and_finds_whom_to_call(sample: Sample, browser_page: Page, kind: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    browser_page.on("request", note)
    item = next(
        item
        for item in sample.atlas.coded()
        if item.kind.name == kind and item.place is not None and not in_force(sample.atlas, item.place, DAY)
    )
    assert item.place is not None
    browser_page.goto(f"{sample.url}Q/{item.code}/")
    assert asked == [f"{sample.url}Q/{item.code}/"], "one request, and nobody else is asked"
    heading = browser_page.locator("h1")
    assert capital(name_of(item.place, item.record)).split(",")[0] in heading.inner_text()
    assert browser_page.evaluate(LARGEST_IS_IN_HEADING), "the address is the largest text"
    call = browser_page.get_by_role("link", name="115")
    assert call.get_attribute("href") == "tel:115"
    box = call.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 740, "without scrolling"
    assert min(box["width"], box["height"]) >= 48
    browser_page.get_by_role("link", name=re.compile(item.place.village.name)).first.click()
    assert browser_page.url == f"{sample.url}{item.place.url}"
    assert item.place.village.name in browser_page.locator("h1").inner_text()


def test_an_urgent_notice_leaves_the_address_in_sight(sample: Sample, browser_page: Page) -> None:
    item = next(
        item
        for item in sample.atlas.coded()
        if item.kind.name == "household"
        and item.place is not None
        and in_force(sample.atlas, item.place, DAY)
    )
    browser_page.clock.install(time=dt.datetime.combine(DAY, dt.time(12)))
    browser_page.goto(f"{sample.url}Q/{item.code}/")
    for found in (browser_page.locator(".alert strong"), browser_page.locator("h1 b")):
        box = found.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 480
    words = browser_page.locator(".alert p").last
    assert not words.is_visible()
    browser_page.locator(".alert summary").click()
    assert words.is_visible()
