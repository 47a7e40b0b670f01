"""The small site at a host's root and under a sub-path, and a tab that tells what it asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.finder.support import Host, sample, serving


@pytest.fixture
def prefix() -> str:
    """The path that the site stands under; tests of addresses try others."""
    return "/kho/"


@pytest.fixture
def host(prefix: str, tmp_path: Path) -> Iterator[Host]:
    """The site where it was built to be."""
    with serving(tmp_path / "site", prefix) as running:
        running.write(sample(tmp_path), running.url)
        yield running


@dataclass
class Tab:
    """A browser's page on the site, with everything that it asked for or complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    visits: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Goes there."""
        self.page.goto(address)

    def forget(self) -> None:
        """Starts its records anew."""
        self.requests.clear()
        self.visits.clear()

    def look_for(self, text: str) -> str:
        """Types a code, presses Enter, and gives what the page says when it has found an answer."""
        self.page.fill("#code", text)
        self.page.press("#code", "Enter")
        return self.said()

    def said(self) -> str:
        """What stands below the field, once the search is over."""
        answer = self.page.locator("#answer")
        # No wait_for_function: it evaluates strings, which a page's own policy may forbid.
        busy = re.compile(r"^\s*(Đang tìm…)?\s*$")
        expect(answer).not_to_have_text(busy, use_inner_text=True, timeout=30_000)
        return answer.inner_text()

    def offers(self) -> list[str]:
        """The addresses of the pages that are offered."""
        return [str(link.evaluate("link => link.href")) for link in self.page.locator(".offer a").all()]


@pytest.fixture
def tab(browser_page: Page) -> Tab:
    """An empty tab."""
    found = Tab(browser_page)

    def note(request: Request) -> None:
        found.requests.append(request.url)

    browser_page.on("request", note)
    browser_page.on("pageerror", lambda error: found.errors.append(str(error)))
    browser_page.on("framenavigated", lambda frame: found.visits.append(frame.url))
    return found
