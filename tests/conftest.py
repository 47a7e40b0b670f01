"""Fixtures that every test may use."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

# The same names, in the same order, as in .ci/ensure-chromium.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Where the installed Chrome or Chromium is.

    A missing browser is an error and no reason to skip: plates are opened in browsers.
    """
    return installed_browser()


def installed_browser() -> Path:
    """Where the installed Chrome or Chromium is; the environment's CHROME comes first. RuntimeError without."""
    chosen = os.environ.get("CHROME")
    for name in (chosen,) if chosen else BROWSERS:
        if found := shutil.which(name):
            return Path(found)
    sought = f"CHROME={chosen}" if chosen else ", ".join(BROWSERS)
    raise RuntimeError(f"no Chrome or Chromium to run ({sought}): `make test` installs one")


@pytest.fixture
def free_port() -> int:
    """A port of this machine nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes golden output instead of comparing with it."""
    parser.addoption("--accept", action="store_true", help="accept what is built now as golden output")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the accepted one of this name under tests/golden/."""
    accept = request.config.getoption("--accept")

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text, f"{name} changed; `make golden` accepts it"

    return compare


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """The installed browser, without a window and without asking anybody for anything of its own."""
    quiet = ("background-networking", "component-update", "sync", "gpu", "quic")
    arguments = ["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in quiet)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium_path), args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """An empty page, as wide and high as a cheap phone's."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    yield context.new_page()
    context.close()
