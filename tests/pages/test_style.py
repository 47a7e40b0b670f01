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
