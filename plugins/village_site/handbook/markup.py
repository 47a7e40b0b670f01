"""The HTML of our own templates as a tree. It is well-formed, so nothing is mended here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})


@dataclass(slots=True)
class Element:
    """An element; its children are elements and texts, in order. Names of attributes are in small letters."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.attrs.get("class", "").split())

    @property
    def elements(self) -> list[Element]:
        """Its children without the texts between them."""
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """All text in it, spaces made single."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()

    def walk(self) -> Iterator[Element]:
        """Itself and every element in it, in the order of the document."""
        yield self
        for child in self.elements:
            yield from child.walk()

    def find(self, *, tag: str = "", name: str = "") -> Element | None:
        """The first element of a tag, or of a class; None without any."""
        return next((one for one in self.walk() if name in one.classes or (tag and one.tag == tag)), None)

    def without(self, unwanted: Callable[[Element], bool]) -> Element:
        """A copy that lacks the elements named."""
        kept = [
            child if isinstance(child, str) else child.without(unwanted)
            for child in self.children
            if isinstance(child, str) or not unwanted(child)
        ]
        return Element(self.tag, self.attrs, kept)


def parse(html: str) -> Element:
    """The tree of a document or a part of one, under an element without a name."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
