"""Phones of 2018: nothing is asked of them that they do not know, but what is well without it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from tests.readers import carried, css_features
from tests.readers.compat import DEGRADES, is_old, key_of, too_new
from tests.readers.looking import reading
from tests.readers.site_pages import SitePage
from village_site import policy

Pages = tuple[SitePage, ...]


@cache
def old_style(css: str) -> str:
    """A style sheet as an old browser takes it."""
    return css_features.as_known(css, is_old)


def as_old(route: Route) -> None:
    """Answers with a page or a style sheet as an old browser takes it: what it does not know is not there."""
    answer = route.fetch()
    kind = answer.headers["content-type"].partition(";")[0]
    if kind == "text/css":
        route.fulfill(body=old_style(answer.text()), content_type="text/css; charset=utf-8")
    elif kind == "text/html":
        page = policy.without(answer.body()).decode()
        for style in carried.styles(page):
            page = page.replace(style, old_style(style))
        route.fulfill(body=page, content_type="text/html; charset=utf-8")
    else:
        route.fulfill(response=answer)


@pytest.fixture(scope="module")
def old(browser: Browser) -> Iterator[Page]:
    """A tab that shows pages as an old browser would."""
    with reading(browser) as page:
        page.route("**/*", as_old)
        yield page


def test_light_pages_ask_for_nothing_newer(every: Pages) -> None:
    asked = {
        feature for page in every if page.light for feature in carried.features(page.file.read_text("utf-8"))
    }
    assert len(asked) > 300
    assert too_new(asked) == []
    keys = {key_of(feature) or "" for feature in asked}
    unused = [one for one in DEGRADES if not any(key == one or key.startswith(f"{one}.") for key in keys)]
    assert unused == []


def test_light_pages_look_well_there(old: Page, host: str, light: Pages) -> None:
    for one in light:
        old.goto(host + one.address)
        for width in (360, 320):
            old.set_viewport_size({"width": width, "height": 640})
            old.evaluate("looking.openAll()")
            for look in ("lostTexts()", "smallTargets()", "faintTexts(7)"):
                assert old.evaluate(f"looking.{look}") == [], (one.address, width, look)


def test_the_old_style_is_another_one(light: Pages) -> None:
    (style,) = carried.styles(light[0].file.read_text("utf-8"))
    left = css_features.as_known(style, is_old)
    for gone in ("prefers-color-scheme", "text-wrap", "focus-visible"):
        assert gone in style
        assert gone not in left
    assert ".plate" in left


def test_framed_pages_are_readable_there_without_scripts(browser: Browser, host: str, framed: Pages) -> None:
    """Whether the frame's script runs on such a phone or not: text, and the way to the other pages."""
    with reading(browser, scripts=False) as page:
        page.route("**/*", as_old)
        for one in framed:
            page.goto(host + one.address)
            assert page.locator("h1").first.is_visible(), one.address
            box = page.locator(".md-content").bounding_box()
            assert box is not None, one.address
            assert 300 < box["width"] <= 360, one.address
            words = len(
                LexborHTMLParser(one.file.read_text("utf-8")).css("article p, article li, article td")
            )
            assert words == 0 or len(page.locator("article").inner_text()) > 100, one.address


def test_the_menu_opens_there_without_scripts(browser: Browser, host: str, framed: Pages) -> None:
    village = next(one for one in framed if one.sort == "thon/*/")
    with reading(browser, scripts=False) as page:
        page.route("**/*", as_old)
        page.goto(host + village.address)
        page.locator("#vs-menu").click()
        for link in page.locator(".vs-nav__link").all()[1:4]:
            expect(link).to_be_in_viewport()


def test_style_sheets_of_framed_pages_are_read_whole(every: Pages) -> None:
    """What they ask for is looked up, so that `as_old` drops what an old browser drops."""
    site = next(one.file for one in every if one.sort == "home").parent
    sheets: set[Path] = set()
    for one in every:
        if not one.light:
            sheets |= set(carried.sheets(one.file.read_text("utf-8"), one.address, site))
    assert len(sheets) >= 2
    for sheet in sheets:
        unknown = [
            line for line in too_new(css_features.features(sheet.read_text("utf-8"))) if "not in" in line
        ]
        assert unknown == [], sheet.name
