"""The items of lists whose look carries meaning: bars, frames, numbers to dial, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import Any, Final

from village_site.handbook.inline import Run
from village_site.handbook.markup import Element

Nodes = Iterable[Element | str]
Words = Callable[[Nodes], Run]
Flow = Callable[[Nodes], list[dict[str, Any]]]

LOOKS: Final = {
    "vs-bars": "bars",
    "vs-board": "cells",
    "vs-weeks": "cells",
    "vs-key": "line",
    "vs-values": "line",
    "vs-emergency": "calls",
    "sos": "calls",
    "rows": "rows",
    "vs-timeline": "dated",
    "vs-agenda": "agenda",
    "vs-sources": "sources",
}
"""How a list of a class is laid out; any other of ours is a stack of items, and one without a class has its
dots."""

_IN_LINE: Final = frozenset({"a", "b", "span", "strong", "time"})


def item(look: str, node: Element, words: Words, flow: Flow) -> dict[str, Any]:
    """What the template reads of an item; `words` and `flow` make runs and blocks of what is in it."""
    match look:
        case "bars":
            return _bar(node, words, flow)
        case "cells":
            state = next((name.removeprefix("vs-") for name in sorted(node.classes)), "")
            return {"state": state, "of": words(node.children)}
        case "calls":
            return _call(node, words)
        case "rows":
            return _row(node, words, flow)
        case "dated" | "agenda":
            return _dated(node, words, flow)
        case _:
            return {"of": flow(node.children)}


def _bar(node: Element, words: Words, flow: Flow) -> dict[str, Any]:
    """A name, a number and a bar."""
    label, value, drawing = (node.find(tag=tag) for tag in ("span", "b", "svg"))
    return {
        "label": words([label] if label else []),
        "value": words(value.children if value else []),
        "of": flow([drawing] if drawing else []),
    }


def _call(node: Element, words: Words) -> dict[str, Any]:
    """A number anybody can dial, and what it is for."""
    number, link = node.find(tag="b"), node.find(tag="a")
    rest = [child for child in (link or node).children if child is not number]
    return {"number": number.text if number else "", "of": words(rest)}


def _dated(node: Element, words: Words, flow: Flow) -> dict[str, Any]:
    """A date, in a line or in a paragraph of its own, and what happened or will."""
    children = [child for child in node.children if isinstance(child, Element) or child.strip()]
    line = list(takewhile(lambda child: not isinstance(child, Element) or child.tag in _IN_LINE, children))
    first = line or children[:1]
    return {"date": words(first), "of": flow(children[len(first) :])}


def _row(node: Element, words: Words, flow: Flow) -> dict[str, Any]:
    """A line with a number to call at its end."""
    last = node.elements[-1] if node.elements else None
    if last is None or last.tag not in ("a", "span") or node.elements[0].tag != "div":
        return {"side": [], "of": flow(node.children)}
    return {"side": words([last]), "of": flow([child for child in node.children if child is not last])}
