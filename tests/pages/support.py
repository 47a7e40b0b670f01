"""Composing the pages of a small data folder, and looking at them."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.support import DAY, atlas
from village_site.codes.alphabet import new_code
from village_site.pages import Page, compose

CODE = new_code(lambda _: False, random.Random(5).choice)


def pages(tmp_path: Path, files: dict[str, str] | None = None, day: dt.date = DAY) -> dict[str, Page]:
    """Every page by its path; the word CODE in a file stands for a valid code."""
    coded = {name: text.replace("CODE", CODE) for name, text in (files or {}).items()}
    made = compose(atlas(tmp_path, coded, day), edit_url=lambda file: f"https://edit.example/{file}")
    return {page.path: page for page in made}


def parse(page: Page) -> LexborHTMLParser:
    """The page's tree."""
    return LexborHTMLParser(page.html)


def one(tree: LexborHTMLParser | LexborNode, css: str) -> LexborNode:
    """The only element of a selector."""
    found = tree.css(css)
    assert len(found) == 1, (css, [words(node) for node in found])
    return found[0]


def words(node: LexborNode) -> str:
    """An element's text with single ordinary spaces, one where a line would end as well."""
    html = re.sub(r"(<p\b|<br\b|</(?:p|li|h\d|dt|dd)>)", r" \1", node.html or "")
    return " ".join(LexborHTMLParser(html).text().split())
