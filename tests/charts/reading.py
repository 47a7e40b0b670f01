"""What a chart says to those who see it and to those who hear it."""

from __future__ import annotations

from xml.etree import ElementTree

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser


def tree(chart: Markup) -> ElementTree.Element:
    """The chart's elements; an error where it is not well-formed."""
    return ElementTree.fromstring(chart)


def said(chart: Markup) -> str:
    """What a screen reader reads: the text outside hidden marks."""
    page = LexborHTMLParser(str(chart))
    for hidden in page.css("[aria-hidden=true]"):
        hidden.decompose()
    return " ".join(page.text().split())


def marks(chart: Markup, tag: str = "rect") -> list[dict[str, str]]:
    """The attributes of the chart's marks, without those of its key."""
    root = tree(chart)
    key = {mark for part in root if part.get("class") == "vs-key" for mark in part.iter()}
    return [mark.attrib for mark in root.iter(tag) if mark not in key]
