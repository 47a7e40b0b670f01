"""English pages say everything of their own in English, and mark what is Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.fill import files
from tests.support import DAY, data_folder
from village_site.pages import Page, compose
from village_site.site import examine, open_atlas
from village_site.tongues import is_vietnamese

VOID = {"img", "br", "input", "link", "meta", "hr", "wbr", "rect", "line", "circle", "path"}
READ = {"alt", "title", "aria-label"}
FILLED = "Lời mẫu của xóm"
ENGLISH_WORDS = re.compile(
    r"\b(the|of|and|is|are|since|until|with|from|by|not|was|for|on|at|people|households)\b", re.IGNORECASE
)
OTHER_FILES = Path(__file__).parents[2] / "villages"


class Reader(HTMLParser):
    """Every text and every attribute that is read out, with the language it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("html", "en")]
        self.found: list[tuple[str, str]] = []
        self.links: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        assert len(said) == len(attrs), (tag, attrs)
        lang = said.get("lang") or self.open[-1][1]
        self.found += [(lang, value or "") for name, value in attrs if name in READ]
        if tag == "a":
            self.links.append(said)
        if tag not in VOID:
            self.open.append((tag, lang))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append((self.open[-1][1], " ".join(data.split())))


def read(page: Page) -> Reader:
    reader = Reader()
    reader.feed(page.html)
    reader.close()
    assert [tag for tag, _ in reader.open] == ["html"]
    return reader


def filled(folder: Path, *, translated: bool) -> dict[str, Page]:
    """The pages of a village with every field of every kind; its texts have English, or have none."""
    english = '"en": "Words of our own"' if translated else ""
    both = re.compile(rf'\{{"vi": "{FILLED}", "en": "{FILLED}"\}}')
    alone = f'{{"vi": "{FILLED}", {english}}}' if translated else f'"{FILLED}"'
    data = {name: both.sub(alone, text) for name, text in files(FILLED).items()}
    atlas, problems = examine(data_folder(folder, data), DAY)
    assert atlas is not None, problems
    return {page.path: page for page in compose(atlas)}


@pytest.fixture(scope="module", params=["filled", "filled and translated", "sample"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    if request.param == "sample":
        atlas, _ = open_atlas(OTHER_FILES, DAY)
        return {page.path: page for page in compose(atlas)}
    return filled(tmp_path_factory.mktemp("filled"), translated="translated" in request.param)


def english(pages: dict[str, Page]) -> Iterator[Page]:
    found = [page for path, page in pages.items() if path.startswith("en/")]
    assert len(found) >= 3
    assert {page.lang for page in found} == {"en"}
    yield from found


def test_no_vietnamese_letter_stands_unmarked(pages: dict[str, Page]) -> None:
    for page in english(pages):
        lost = [text for lang, text in read(page).found if lang != "vi" and is_vietnamese(text)]
        assert lost == [], page.path
        assert not any(is_vietnamese(title) for _, title in page.sections), page.path


def test_no_english_sentence_is_marked_as_vietnamese(pages: dict[str, Page]) -> None:
    for page in english(pages):
        wrong = [
            text for lang, text in read(page).found if lang == "vi" and ENGLISH_WORDS.search(text) is not None
        ]
        assert wrong == [], page.path
