"""What must hold on every page, whatever the time: axe, the HTML checker, what pages say of themselves, and the
tests of `make test` that are figures of the goal."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from playwright.sync_api import sync_playwright
from selectolax.lexbor import LexborHTMLParser

from tests.audit.figures import Figure, all_of, none_of
from tests.readers import carried, nu
from tests.readers.compat import DEGRADES, OLDEST, too_new
from tests.readers.looking import STRICT, reading, violations
from tests.readers.site_pages import SitePage

Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[int, Scheme], ...] = tuple(product((360, 1280), ("light", "dark")))

TESTS = (
    (
        "1",
        "queries that find their page (box and light page)",
        "search/test_queries.py",
        "test_a_query_finds_its_page",
    ),
    (
        "1",
        "typed accents before others, decomposed and capitals",
        "search/test_queries.py",
        "test_typed_accents_come_before_others test_a_name_is_found_decomposed_and_in_capitals",
    ),
    (
        "2",
        "contrast, targets, large letters, paper, languages, no scripts",
        "readers/test_light_pages.py",
        "",
    ),
    ("4", "read without a net and with the server killed, nothing stale", "offline", ""),
    ("7", "old phones: light pages and Material's", "readers/test_old_phones.py", ""),
)
"""Line, what it is, where below tests/, and which tests there, all of them when empty."""


def axe(
    chrome: Path, host: str, pages: Sequence[SitePage], width: int, scheme: Scheme
) -> list[tuple[bool, str]]:
    """What axe complains of, by whether the page is a light one."""
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chrome), args=["--no-sandbox", "--disable-gpu"]
        )
        with reading(browser, width=width, scheme=scheme, axe=True) as page:
            for one in pages:
                page.goto(host + one.address)
                page.evaluate("looking.openAll()")
                said = violations(page, *(STRICT if one.light else ()))
                found += [(one.light, f"{one.address} at {width} px, {scheme}: {line}") for line in said]
        browser.close()
    return found


def seen(chrome: Path, host: str, site: Path, pages: Sequence[SitePage]) -> Iterator[Figure]:
    """axe at two widths and in two schemes, and meanwhile the HTML checker."""
    with ProcessPoolExecutor(2) as pool:
        validity = pool.submit(nu.errors, site)
        runs = [pool.submit(axe, chrome, host, pages, *look) for look in LOOKS]
        found = [one for run in runs for one in run.result()]
    for line, light, name in (("2", True, "light pages"), ("3", False, "Material's pages")):
        count = sum(page.light is light for page in pages)
        said = [text for is_light, text in found if is_light is light]
        yield none_of(line, f"axe, {name}, two widths and schemes", said, f"{count} sorts × {len(LOOKS)}")
    files = sum(1 for _ in site.rglob("*.html"))
    yield none_of("2, 3", "errors of the Nu checker, all pages", validity.result(), f"{files} files")


def said(pages: Sequence[SitePage]) -> Iterator[Figure]:
    """What Material's pages tell search engines and those who share links; what light ones ask of browsers."""
    framed = [page for page in pages if not page.light]
    parsed = {page.address: LexborHTMLParser(page.file.read_text("utf-8")) for page in framed}
    for what, selector in (
        ("pages without a description", "meta[name=description][content]"),
        ("pages without a preview picture", "meta[property='og:image'][content]"),
    ):
        without = [address for address, page in parsed.items() if not page.css(selector)]
        yield none_of("3", what, without, f"{len(framed)} pages")
    asked = {
        feature for page in pages if page.light for feature in carried.features(page.file.read_text("utf-8"))
    }
    what = f"features newer than WebView {OLDEST} on light pages, {len(DEGRADES)} that degrade well aside"
    yield none_of("7", what, too_new(asked), f"{len(asked)} features")


def tested(root: Path) -> Iterator[Figure]:
    """The tests that are figures, run once more."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        paths = dict.fromkeys(f"tests/{path}" for _, _, path, _ in TESTS)
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-n",
            "2",
            "--dist",
            "loadfile",
        ]
        subprocess.run(
            [*command, f"--junit-xml={report}", *paths], cwd=root, stdout=subprocess.DEVNULL, check=False
        )
        cases = list(ElementTree.parse(report).iter("testcase"))
    for line, what, path, names in TESTS:
        module = f"tests.{path.removesuffix('.py').replace('/', '.')}"
        mine = [
            case
            for case in cases
            if case.get("classname", "").startswith(module)
            and (not names or case.get("name", "").partition("[")[0] in names.split())
        ]
        passed = sum(1 for case in mine if case.find("failure") is None and case.find("error") is None)
        yield all_of(line, what, passed, len(mine))
