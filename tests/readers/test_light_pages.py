"""The light pages as people with any phone and any eyes meet them, the fullest page of each sort."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tests.readers.looking import STRICT, reading, violations
from tests.readers.site_pages import SitePage
from tests.readers.spoken import foreign_words

Pages = tuple[SitePage, ...]
Found = dict[str, list[str]]
FIRST_FLIGHT = 14_000
"""Bytes that arrive before a sender waits for the first answer: ten packets, RFC 6928."""
LARGER = "size => { document.documentElement.style.fontSize = size; }"


def open_all(page: Page, address: str) -> None:
    """Opens a page with all that it can show: what is folded, and what a search of codes may answer."""
    page.goto(address)
    page.evaluate("looking.openAll()")
    if page.locator("#answer").count():
        page.evaluate("looking.sayAll(document.getElementById('answer'))")


def each(page: Page, host: str, pages: Pages, look: Callable[[Page], list[str]]) -> Found:
    """What `look` complains of, by page."""
    found: Found = {}
    for one in pages:
        open_all(page, host + one.address)
        if said := look(page):
            found[one.address] = said
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(
    browser: Browser, host: str, light: Pages, scheme: Literal["light", "dark"]
) -> None:
    with reading(browser, scheme=scheme, axe=True) as page:
        assert each(page, host, light, lambda page: violations(page, *STRICT)) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_read_in_the_sun(
    browser: Browser, host: str, light: Pages, scheme: Literal["light", "dark"]
) -> None:
    with reading(browser, scheme=scheme) as page:
        assert each(page, host, light, lambda page: page.evaluate("looking.faintTexts(7)")) == {}


def test_a_thumb_hits_what_it_aims_at(browser: Browser, host: str, light: Pages) -> None:
    with reading(browser) as page:
        assert each(page, host, light, lambda page: page.evaluate("looking.smallTargets()")) == {}


@pytest.mark.parametrize(("width", "size"), [(360, ""), (320, ""), (360, "225%"), (1280, ""), (740, "225%")])
def test_nothing_is_lost_in_small_windows_and_large_letters(
    browser: Browser, host: str, light: Pages, width: int, size: str
) -> None:
    """225 %: twice the 112.5 % that the pages have by themselves."""

    def look(page: Page) -> list[str]:
        page.evaluate(LARGER, size)
        found: list[str] = page.evaluate("looking.lostTexts()")
        return found

    with reading(browser, width=width) as page:
        assert each(page, host, light, look) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_on_white_without_the_way_around_the_site(
    browser: Browser, host: str, light: Pages, scheme: Literal["light", "dark"]
) -> None:
    def look(page: Page) -> list[str]:
        page.emulate_media(media="print", color_scheme=scheme)
        printed = page.evaluate("looking.printed()")
        assert len(printed) >= 3
        wrong = [one for one in printed if (one["colour"], one["ground"]) != ("rgb(0, 0, 0)", "255,255,255")]
        seen = page.locator("header, .go, .maps, form, [href^=geo]").locator("visible=true").all_inner_texts()
        return [*map(str, wrong), *seen]

    with reading(browser) as page:
        assert each(page, host, light, look) == {}


def test_without_scripts_all_is_there(browser: Browser, host: str, light: Pages) -> None:
    """But for the searches, whose forms are not shown then, and say how to do without."""
    with reading(browser, scripts=False) as page:
        for one in light:
            page.goto(host + one.address)
            assert page.locator("h1").is_visible(), one.address
            assert len(page.locator("main").inner_text()) > 60, one.address
            assert page.locator("form:visible, [hidden]:visible").count() == 0, one.address
            for part in page.locator("main section").all():
                assert part.is_visible() or part.get_attribute("hidden") is not None, one.address


def test_no_page_opens_windows_or_counts_on_other_hosts(light: Pages) -> None:
    """In-app browsers drop what opens a window."""
    for one in light:
        html = one.file.read_text("utf-8")
        assert not re.search(r"target=|window\.open|\balert\(|confirm\(|prompt\(", html), one.address


def test_a_light_page_comes_at_once(light: Pages) -> None:
    """All of it in what a phone gets before it answers; only the search asks for more."""
    for one in light:
        html = one.file.read_text("utf-8")
        assert len(gzip.compress(html.encode(), 6)) <= FIRST_FLIGHT, one.address
        page = LexborHTMLParser(html)
        loaded = [node for node in page.css("[src], [srcset], link[href]") if not _waits(node.attributes)]
        assert loaded == [], one.address


def _waits(attributes: dict[str, str | None]) -> bool:
    return attributes.get("loading") == "lazy" or attributes.get("rel") in ("icon", "canonical", "alternate")


def test_every_word_is_said_in_its_language(every: Pages) -> None:
    found = {
        one.address: words
        for one in every
        if one.light and (words := foreign_words(one.file.read_text("utf-8")))
    }
    assert found == {}


def test_headings_and_landmarks_lead_through(every: Pages) -> None:
    for one in every:
        if not one.light:
            continue
        page = LexborHTMLParser(one.file.read_text("utf-8"))
        levels = [int(str(node.tag)[1]) for node in page.css("body h1, body h2, body h3, body h4")]
        outside = [
            node
            for node in page.css("body > *")
            if node.tag not in ("header", "main", "footer", "script", "template")
        ]
        assert levels[0] == 1, one.address
        assert levels.count(1) == 1, one.address
        assert all(after <= before + 1 for before, after in pairwise(levels)), one.address
        assert len(page.css("main")) == 1, one.address
        assert all(node.attributes.get("aria-label") for node in outside if node.tag == "section"), (
            one.address
        )
        for link in page.css("a[href], button"):
            name = (
                link.text().strip() or link.attributes.get("aria-label") or link.attributes.get("data-fill")
            )
            assert name, (one.address, link.html)
