"""What the style sheets of generated pages hold to, so that words in two languages stand as one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import village_site

TEMPLATES = Path(village_site.__file__).parent / "templates"
SHEETS = sorted((*TEMPLATES.glob("pages/*.css"), *TEMPLATES.glob("notices/*.css")))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
PARTED = {".vs-edit a", ".md-typeset .vs-emergency a"}
"""Links of a sign or a number, and words that are one element."""


def rules(path: Path) -> Iterator[tuple[str, str]]:
    """The innermost rules: selectors and declarations."""
    css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    yield from ((selector.strip(), said.strip()) for selector, said in RULE.findall(css))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_link_of_words_is_one_line_whatever_their_language(sheet: Path) -> None:
    """A flexible box takes every `<span lang="vi">` for a column and drops the spaces around it."""
    for selector, said in rules(sheet):
        if re.search(r"(?:^|[\s>])a$", selector) and selector not in PARTED:
            assert not re.search(r"display:\s*(?:inline-)?flex", said), (sheet.name, selector)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_what_is_tapped_is_as_high_as_a_finger(sheet: Path) -> None:
    """48 px, from either side of the words: on a line alone it would hang from its top."""
    for selector, said in rules(sheet):
        if re.search(r"(?:^|[\s>])a$", selector) and "inline-block" in said:
            assert re.search(r"min-height: 2\.[47]rem", said), (sheet.name, selector)
            assert "padding: calc(" in said, (sheet.name, selector)


def test_on_paper_nothing_is_left_to_tap_and_no_heading_stands_alone() -> None:
    css = (TEMPLATES / "pages" / "villages.css").read_text("utf-8")
    paper = dict(rules_within(css[css.index("@media print") :]))
    (hidden,) = (
        selector for selector, said in paper.items() if said == "display: none" and "crumbs" in selector
    )
    assert {".vs-contents", ".vs-chapter a"} <= set(hidden.split(", "))
    assert "break-after: avoid" in paper[".vs-page :is(h2, h3, h4, .vs-chapter)"]
    # What flows in a line, as the mark of sample data does on a screen, is not held to what follows.
    assert paper[".vs-page p.vs-sample"] == "display: table; break-after: avoid"


def rules_within(css: str) -> Iterator[tuple[str, str]]:
    """The rules of an at-rule's block."""
    bare = re.sub(r"/\*.*?\*/", "", css[css.index("{") + 1 :], flags=re.DOTALL)
    yield from ((selector.strip(), said.strip()) for selector, said in RULE.findall(bare))
