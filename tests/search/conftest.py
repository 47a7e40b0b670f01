"""A small site of names that are easily confused, built with the project's own frame, and its search box."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ElementHandle, Page

from tests.once import made_once
from tests.search.made_up import confusable
from tests.support import data_folder

PROJECT = Path(__file__).parents[2]

# Counts the worker's answers before the box draws them.
COUNTING = """
const Own = Worker;
window.answers = 0;
window.Worker = class extends Own {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', event => { window.answers += event.data.type === 3 ? 1 : 0; });
  }
};
"""
TYPED = """text => {
  const box = document.querySelector('.md-search__input');
  box.value = text;
  box.dispatchEvent(new KeyboardEvent('keyup'));
}"""
ITEMS = ".md-search-result__item"
# Not `wait_for_function`, which evaluates strings: the page's policy forbids that.
MORE_ANSWERS = """before => new Promise(resolve => {
  const look = () => answers > before ? resolve() : requestAnimationFrame(look);
  look();
})"""


@dataclass(frozen=True)
class Box:
    """The search box of an open page; `said` collects what the page and its workers complain of."""

    page: Page
    url: str
    said: list[str]

    def type(self, text: str) -> None:
        """Puts a text into the box and waits for the answer."""
        if self.page.input_value(".md-search__input") == text:
            return
        before = self.page.evaluate("answers")
        self.page.evaluate(TYPED, text)
        self.page.evaluate(MORE_ANSWERS, before)

    def items(self) -> list[ElementHandle]:
        """The pages on show, best first."""
        return self.page.query_selector_all(ITEMS)

    def links(self) -> list[list[str]]:
        """Where each page on show and the things in it lead, from the site's root."""
        found = "items => items.map(item => Array.from(item.querySelectorAll('a'), link => link.href))"
        links: list[list[str]] = self.page.eval_on_selector_all(ITEMS, found)
        return [[link.removeprefix(self.url) for link in item] for item in links]

    def heading(self, rank: int) -> str:
        """The title of a page on show."""
        (title,) = self.items()[rank - 1].query_selector_all("h1")
        return title.inner_text()

    def marked(self, rank: int = 1) -> list[str]:
        """The marked pieces of the heading, and of those within, of a page on show."""
        return [mark.inner_text() for mark in self.items()[rank - 1].query_selector_all(":is(h1, h2) mark")]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    return made_once(tmp_path_factory, "search", lambda folder: build(folder, confusable())) / "site"


def build(folder: Path, files: dict[str, str]) -> None:
    """Builds `site/` in a folder from these data files, with the project's own frame and hand-written pages."""
    for name in ("overrides", "content"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    data_folder(folder, files)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def served(searched: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address, under a path, as a project's site has one."""
    root = tmp_path_factory.mktemp("host")
    (root / "kho").symlink_to(searched)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/kho/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def box(browser: Browser, served: str) -> Iterator[Box]:
    """The box of the home page, with both parts of the index there; nothing may be complained of at the end."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(COUNTING)
    page.goto(served)
    page.wait_for_selector(".md-search-result__meta:not(:has-text('Đang mở'))", state="attached")
    page.click("#vs-find")
    box = Box(page, served, said)
    box.type("Ngõ Đình")
    page.wait_for_selector(ITEMS, state="attached")
    yield box
    assert said == []
    context.close()
