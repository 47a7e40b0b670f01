"""The structure of HTML without its words: what must not hang on what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

TEXT_ATTRIBUTES = frozenset({"title", "alt", "aria-label", "data-n", "data-set", "data-title", "placeholder"})
"""Attributes whose value may be any text. `content` may be where a `meta` is the description."""
NAMES = frozenset({"id", "for", "aria-labelledby", "aria-describedby"})
"""Attributes that hold names made from words: nothing in them but letters, digits and hyphens."""
SCHEMES = frozenset({"", "https", "tel", "mailto", "geo"})
_NAME = re.compile(r"[\w-]+")

Shape = tuple[str, tuple[tuple[str, str], ...], str]


def shape(html: str, urls: frozenset[str] = frozenset()) -> list[Shape]:
    """Every element and comment in order with its depth: tag, attributes, and the text where a browser runs or
    obeys it. `urls` are addresses that were typed and may differ."""
    root = LexborHTMLParser(html).root
    assert root is not None
    return [_one(node, depth, urls) for node, depth in _walk(root, 0)]


def _walk(node: LexborNode, depth: int) -> Iterator[tuple[LexborNode, int]]:
    if _is_mark(node):
        depth -= 1
    else:
        yield node, depth
    for child in node.iter(include_text=True):
        if child.tag != "-text":
            yield from _walk(child, depth + 1)


def _is_mark(node: LexborNode) -> bool:
    """True for an element that says no more than that its words are Vietnamese: on pages in English their
    letters decide whether there is one, or whether one that is there says so."""
    return node.tag == "span" and node.attributes in ({}, {"lang": "vi"})


def _one(node: LexborNode, depth: int, urls: frozenset[str]) -> Shape:
    tag = str(node.tag)
    attributes = tuple(
        sorted(
            (name, _value(node, name, value or "", urls))
            for name, value in node.attributes.items()
            if (name, value) != ("lang", "vi")
        )
    )
    obeyed = (
        node.text() if tag in ("script", "style") else node.html or "" if tag.startswith(("-", "!")) else ""
    )
    return f"{depth} {tag}", attributes, obeyed


def _value(node: LexborNode, name: str, value: str, urls: frozenset[str]) -> str:
    if name in TEXT_ATTRIBUTES or (name == "content" and node.attributes.get("name") == "description"):
        return "…"
    if name in NAMES:
        assert all(map(_NAME.fullmatch, value.split())), (name, value)
        return "#"
    if name in ("href", "src", "action"):
        if node.tag != "link" or value != "data:,":
            assert urlsplit(value).scheme in SCHEMES, value
        if value in urls:
            return "typed"
        if value.startswith("#"):
            assert _NAME.fullmatch(value[1:]), value
            return "#"
    assert not name.startswith("on"), (name, value)
    return value
