"""Words within a line: emphasis, links, marks, as the typesetter's template reads them.

A run is a list of texts and of nodes `{"is": …, "of": run}`. On paper a link within the book says where to
turn to, one to another site is written out, and whatever only a screen can do is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

from village_site.frozen import frozen
from village_site.handbook.markup import Element

Run = list[Any]

_LOOKS: Final = {"b": "strong", "strong": "strong", "i": "strong", "em": "strong"}
_CLASSES: Final = {
    "vs-sample": "mark",
    "vs-doubt": "mark",
    "mark": "quiet",
    "vs-quiet": "quiet",
    "vs-cite": "quiet",
    "vs-date": "quiet",
    "vs-lunar": "quiet",
    "vs-organisation": "quiet",
    "vs-amount": "strong",
    "t": "sign-target",
    "e": "sign-pace",
    "h": "sign-line",
    "r": "sign-rough",
}
_SPACE: Final = " \t\r\n\f"
"""What HTML makes one space of; a space that must not break is another letter."""


@frozen
class Address:
    """Where links lead from. `page`: the address of the page they stand in; `inside`: how those of all
    pages of the village begin; `known`: the anchors of the book."""

    page: str
    inside: str
    known: Collection[str]

    def whole(self, href: str) -> str:
        """A link's whole address."""
        return urljoin(self.page, href)

    def anchor(self, href: str) -> str:
        """The place in the book a link means; "" for any other."""
        url = urlsplit(self.whole(href))
        if not f"{url.scheme}://{url.netloc}{url.path}".startswith(self.inside):
            return ""
        name = unquote(url.fragment) or url.path.rstrip("/").rpartition("/")[2]
        return name if name in self.known else ""

    def is_own(self, href: str) -> bool:
        """True for a link to this site."""
        return urlsplit(self.whole(href)).netloc == urlsplit(self.page).netloc


def run(nodes: Iterable[Element | str], address: Address, *, turning: bool = False) -> Run:
    """The words of these nodes, spaces made single. `turning`: links within the book say on which page."""
    found = _tidy(_nodes(nodes, address, turning))
    return found if any(plain(found).strip(_SPACE + "\u00a0")) else []


def plain(words: Run | str) -> str:
    """The text alone."""
    if isinstance(words, str):
        return words
    return "".join(
        one if isinstance(one, str) else " " if one["is"] == "break" else plain(one["of"]) for one in words
    )


def _nodes(nodes: Iterable[Element | str], address: Address, turning: bool) -> Iterator[Any]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "br":
            yield {"is": "break", "of": []}
        elif node.tag == "a":
            yield from _link(node, address, turning)
        else:
            inside = list(_nodes(node.children, address, turning))
            looks = [_LOOKS[node.tag]] if node.tag in _LOOKS else []
            looks += [_CLASSES[name] for name in sorted(node.classes) if name in _CLASSES]
            if node.attrs.get("lang") == "en":
                looks.append("english")
            for look in looks:
                inside = [{"is": look, "of": inside}]
            yield from inside


def _link(node: Element, address: Address, turning: bool) -> Iterator[Any]:
    href = node.attrs.get("href", "")
    inside: Run = list(_nodes(node.children, address, turning))
    scheme = urlsplit(href).scheme
    if scheme == "geo":
        return
    if scheme == "tel":
        yield {"is": "call", "of": inside}
    elif scheme == "mailto":
        yield from inside
    elif anchor := address.anchor(href):
        yield {"is": "turn", "to": anchor, "page": turning, "of": inside}
    elif address.is_own(href):
        if not turning:
            yield {"is": "link", "to": address.whole(href), "shown": "", "of": inside}
    else:
        shown = address.whole(href).partition("://")[2].rstrip("/")
        inside = [shown] if plain(inside).strip() in shown else inside
        yield {
            "is": "link",
            "to": address.whole(href),
            "shown": "" if inside == [shown] else shown,
            "of": inside,
        }


def _tidy(nodes: Iterable[Any]) -> Run:
    """Single spaces, none at the ends, as HTML shows it."""
    found, _ = _squeezed(list(nodes), after_space=True)
    while found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip(_SPACE)
        if found[-1]:
            break
        found.pop()
    return found


def _squeezed(nodes: Run, *, after_space: bool) -> tuple[Run, bool]:
    found: Run = []
    for node in nodes:
        if isinstance(node, str):
            text = " ".join(part for part in _split(node))
            if after_space:
                text = text.lstrip(_SPACE)
            if text:
                found.append(text)
                after_space = text[-1] in _SPACE
        elif node["is"] == "break":
            found.append(node)
            after_space = True
        else:
            inside, after_space = _squeezed(node["of"], after_space=after_space)
            if inside:
                found.append({**node, "of": inside})
    return found, after_space


def _split(text: str) -> list[str]:
    """Its words, with an empty one at an end that is a space."""
    words = text.translate(dict.fromkeys(map(ord, _SPACE), " ")).split(" ")
    inner = [word for word in words if word]
    if not inner:
        return ["", ""] if text else []
    return [*([""] if not words[0] else []), *inner, *([""] if not words[-1] else [])]
