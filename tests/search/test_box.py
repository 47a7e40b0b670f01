"""How the box behaves besides ranking: what it fetches, marks, opens and never shows."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests.search.conftest import COUNTING, ITEMS, MORE_ANSWERS, Box
from tests.search.unpacking import pages_in


@pytest.fixture
def home(browser_page: Page, served: str) -> Page:
    """The home page before anybody touched it; `requested` on it lists what was fetched."""
    browser_page.add_init_script(COUNTING)
    browser_page.goto(served)
    browser_page.evaluate(MORE_ANSWERS, 0)
    return browser_page


def test_the_names_within_villages_are_fetched_when_somebody_types(browser_page: Page, served: str) -> None:
    asked: list[str] = []
    browser_page.on("request", lambda request: asked.append(request.url.removeprefix(served)))
    browser_page.add_init_script(COUNTING)
    browser_page.goto(served)
    browser_page.evaluate(MORE_ANSWERS, 0)
    browser_page.click("#vs-find")
    browser_page.wait_for_timeout(200)
    assert "search/search_index.json" in asked
    assert "search/names.json" not in asked
    assert not [path for path in asked if "lunr" in path]
    browser_page.keyboard.type("hoang dieu")
    browser_page.wait_for_selector(f"{ITEMS} a[href$='#duong-hoang-dieu']")
    assert asked.count("search/names.json") == 1


def test_without_the_names_pages_are_found_and_the_next_key_asks_again(home: Page, served: str) -> None:
    home.route("**/search/names.json", lambda route: route.fulfill(status=404, body=""))
    home.click("#vs-find")
    with home.expect_response("**/search/names.json"):
        home.keyboard.type("g")
    home.wait_for_selector(ITEMS)
    home.unroute("**/search/names.json")
    home.keyboard.type("ò mối")
    home.wait_for_selector(f"{ITEMS}:first-child a[href='{served}thon/nguyen-chi-thanh/']")
    home.keyboard.press("Control+A")
    home.keyboard.type("hoàng diệu")
    home.wait_for_selector(f"{ITEMS} a[href$='#duong-hoang-dieu']")


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("dong tam", "thon/dong-tam/"),
        ("cây đa", "thon/dong-ha/#to-nhom-cay-da"),
        ("7k3m xt4m", "Q/7K3MXT4M/"),
    ],
)
def test_enter_opens_the_best(home: Page, served: str, typed: str, path: str) -> None:
    home.click("#vs-find")
    home.keyboard.type(typed)
    home.wait_for_selector(f"{ITEMS} a[href='{served}{path}']")
    with home.expect_navigation():
        home.keyboard.press("Enter")
    assert home.url == served + path
    assert home.locator("h1").count() == 1


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("dong tam", "en/thon/dong-tam/"),
        ("cây đa", "en/thon/dong-ha/#to-nhom-cay-da"),
        ("7k3m xt4m", "Q/7K3MXT4M/"),
    ],
)
def test_readers_of_english_stay_in_it(browser_page: Page, served: str, typed: str, path: str) -> None:
    browser_page.add_init_script(COUNTING)
    browser_page.goto(f"{served}en/")
    browser_page.evaluate(MORE_ANSWERS, 0)
    browser_page.click("#vs-find")
    browser_page.keyboard.type(typed)
    browser_page.wait_for_selector(f"{ITEMS} a[href='{served}{path}']")
    if path.startswith("Q/"):
        assert "Open this code's page" in browser_page.locator(ITEMS).first.inner_text()


def test_a_query_in_the_address_is_answered(browser_page: Page, served: str) -> None:
    browser_page.goto(f"{served}?q=ngõ+đình")
    browser_page.wait_for_selector(f"{ITEMS} a[href$='#duong-ngo-dinh']")


def test_households_are_not_in_it(box: Box, searched: Path) -> None:
    box.type("số 77")
    assert box.links() == []
    for name in ("search_index.json", "names.json"):
        text = (searched / "search" / name).read_text("utf-8")
        assert "77" not in text
        assert "ho-h1" not in text


def test_markup_in_a_name_stays_text(box: Box) -> None:
    box.type("Krông A&B <b>")
    assert box.heading(1) == "Buôn Krông A&B <b>"
    assert box.marked(1) == ["Krông", "A", "B", "b"]
    assert box.items()[0].query_selector_all("b") == []
    box.type("lt")
    assert box.links() == []


def test_a_former_name_is_shown_when_it_is_what_was_typed(box: Box) -> None:
    box.type("gò mối")
    assert "tên cũ ấp Gò Mối" in box.items()[0].inner_text()
    box.type("nguyễn chí thanh")
    assert "Gò Mối" not in box.items()[0].inner_text()


def test_an_error_is_marked_only_where_nothing_fits_better(box: Box) -> None:
    box.type("nam bac thnah")
    marks = [mark.inner_text() for mark in box.items()[0].query_selector_all("mark")]
    assert marks == ["Nam", "Bắc", "Thành", "Thành"]  # its former commune is Cẩm Thành; Cẩm is near to nam


def test_words_that_are_nowhere_are_said_to_be_missing(box: Box) -> None:
    box.type("dong ha qwerty")
    assert [gone.inner_text() for gone in box.items()[0].query_selector_all("del")] == ["qwerty"]
    box.type("thôn qwerty")
    assert box.links() == []


def test_every_address_found_exists(searched: Path) -> None:
    docs = pages_in(searched)
    assert len({doc["location"] for doc in docs}) == len(docs)
    pages = {
        doc["location"]: LexborHTMLParser((searched / doc["location"] / "index.html").read_text("utf-8"))
        for doc in docs
    }
    names = json.loads((searched / "search" / "names.json").read_text("utf-8"))
    for location, within in names.items():
        for way in within:
            page, _, anchor = way.rpartition("#")
            if page:
                below = (searched / location / page / "index.html").read_text("utf-8")
                assert LexborHTMLParser(below).css_first(f"[id='{anchor}']") is not None, way
            else:
                assert pages[location].css_first(f"[id='{unquote(anchor)}']") is not None, way
