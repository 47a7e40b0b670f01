"""Markup in the data stays text, equal data gives equal pages, and no page asks another host for anything."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.pages.data import RICH
from tests.pages.support import pages, parse
from tests.support import BASE, atlas
from village_site.pages import BLOCKS, Page

HOSTILE = """<script>alert(1)</script><b title="x">'" &amp; {{ 1 }} <!-- <a href=//evil.example>"""
KEYS = (
    *("name", "title", "publisher", "short_name", "issuer", "decision", "source", "introduction", "role"),
    *(
        "organisation",
        "tasks",
        "evidence",
        "target",
        "caretaker",
        "start",
        "end",
        "alt",
        "illustrative_parts",
    ),
)


def with_text(text: str) -> dict[str, str]:
    """The rich village with a text in the place of every one that readers see."""
    changed = {}
    typed = "'Chữ " + text.replace("'", "''") + "'"
    pattern = re.compile(rf"\b({'|'.join(KEYS)}): (?!\"https|\||bao\b)(?:\"[^\"]*\"|[^,}}\n]+)")
    for name, content in {**BASE, **RICH}.items():
        changed[name] = pattern.sub(lambda found: f"{found[1]}: {typed}", content)
    changed["nam-bac-thanh/village.yml"] = re.sub(
        r"introduction: \|\n.*\n\n.*\n",
        lambda _: f"introduction: {typed}\n",
        changed["nam-bac-thanh/village.yml"],
    )
    return changed


def shape(node: LexborNode | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every element in order, with the names of its attributes."""
    assert node is not None
    for item in node.traverse():
        yield str(item.tag), tuple(sorted(item.attributes))


@pytest.fixture
def both(tmp_path: Path) -> tuple[dict[str, Page], dict[str, Page]]:
    return pages(tmp_path / "calm", with_text("")), pages(tmp_path / "wild", with_text(HOSTILE))


def test_markup_in_the_data_changes_nothing_but_text(both: tuple[dict[str, Page], dict[str, Page]]) -> None:
    calm, wild = both
    assert calm.keys() == wild.keys()
    for path, page in wild.items():
        assert list(shape(parse(page).root)) == list(shape(parse(calm[path]).root)), path
    village = wild["thon/nam-bac-thanh/index.md"]
    assert village.html.count("&lt;script&gt;") > 20
    assert "<script" not in village.html
    assert "<script>" in village.title  # plain text: whoever prints it escapes it


def test_markup_in_the_data_changes_no_block(tmp_path: Path) -> None:
    for name, block in BLOCKS.items():
        trees = [
            LexborHTMLParser(block(atlas(tmp_path / f"{name}{number}", with_text(text)), "")).root
            for number, text in enumerate(("", HOSTILE))
        ]
        assert list(shape(trees[0])) == list(shape(trees[1])), name


def test_equal_data_gives_equal_pages(tmp_path: Path) -> None:
    assert pages(tmp_path / "one", RICH) == pages(tmp_path / "two", RICH)


def test_nothing_is_fetched_from_anywhere(tmp_path: Path) -> None:
    for page in pages(tmp_path, RICH).values():
        tree = parse(page)
        assert tree.css("script, link, iframe, style, [style], [srcset], [onclick]") == []
        assert {node.attributes["src"] for node in tree.css("[src]")} <= {"anh/duong.jpg"}


def test_anchors_are_unique_and_links_within_the_page_lead_somewhere(tmp_path: Path) -> None:
    for page in pages(tmp_path, RICH).values():
        tree = parse(page)
        anchors = [node.id for node in tree.css("[id]")]
        assert len(anchors) == len(set(anchors))
        wanted = {anchor for anchor, _ in page.sections}
        wanted |= {node.attributes["aria-labelledby"] or "" for node in tree.css("[aria-labelledby]")}
        wanted |= {(node.attributes["href"] or "")[1:] for node in tree.css("a[href^='#']")}
        assert wanted <= set(anchors)
