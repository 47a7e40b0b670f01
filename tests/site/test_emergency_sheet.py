"""The emergency page of a village is one sheet of A4, to be put up on a wall."""

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser

from tests.site.conftest import Sample

A4 = (595, 842)


@pytest.mark.parametrize("village", ["rach-mau", "nam-bac-thanh", "bong-giang-2"])
def test_the_page_prints_on_one_sheet(sample: Sample, browser: Browser, village: str) -> None:
    page = browser.new_page()
    page.goto(f"{sample.url}thon/{village}/an-toan/")
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    page.close()
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx(A4, abs=2)
    text = document[0].get_textpage().get_text_range()
    assert all(number in text for number in ("115", "114", "113", "112"))
    assert "Tôi gọi từ" in text


def test_a_tap_on_a_number_is_large_enough(sample: Sample, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{sample.url}thon/rach-mau/an-toan/")
    links = page.locator("main [href^='tel:']")
    boxes = [link.bounding_box() for link in links.all()]
    page.close()
    assert len(boxes) == 7
    assert all(box is not None and box["height"] >= 48 for box in boxes)
