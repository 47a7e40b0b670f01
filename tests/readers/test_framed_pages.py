"""The pages in Material's frame, the fullest of each sort: nobody is shut out, and others are told what they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.readers.looking import reading, violations
from tests.readers.site_pages import SitePage

Pages = tuple[SitePage, ...]


def test_nobody_is_shut_out(browser: Browser, host: str, framed: Pages) -> None:
    found = {}
    with reading(browser, axe=True) as page:
        for one in framed:
            page.goto(host + one.address)
            page.evaluate("looking.openAll()")
            page.evaluate("looking.shorten(6)")
            if said := violations(page):
                found[one.address] = said
    assert found == {}


@pytest.mark.parametrize("selector", ["meta[name=description]", "meta[property='og:image']"])
def test_every_page_says_what_it_is(every: Pages, selector: str) -> None:
    for one in every:
        if not one.light:
            (node,) = LexborHTMLParser(one.file.read_text("utf-8")).css(selector)
            assert node.attributes["content"], one.address
