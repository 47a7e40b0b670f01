"""From the HTML of a page to blocks for the typesetter: paragraphs, lists, tables, pictures, drawings.

It knows HTML, and the few classes whose look carries meaning; a template of a new kind of record is laid out
without a word here. A block is `{"is": …}` with what its sort needs (templates/handbook/handbook.typ).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final

from village_site.handbook import drawings, lists
from village_site.handbook.inline import Address, Run, run
from village_site.handbook.markup import Element

Block = dict[str, Any]
Blocks = list[Block]
Around = frozenset[str]
"""The classes of the elements around a node."""
Keep = Callable[[str, bytes], str]
"""Takes a drawing's kind and content, gives the name of the file it is kept under."""
Picture = Callable[[str], str]
"""From a picture's whole address to the name of the file it is kept under; "" for none of the village's."""

_FLOW: Final = frozenset(
    [
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "figure",
        "figcaption",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "li",
        "main",
        "ol",
        "p",
        "section",
        "summary",
        "svg",
        "table",
        "ul",
    ]
)
_BOXES: Final = {"vs-note": "note", "note": "note", "vs-answer": "answer", "vs-photos": "photos"}
_PARS: Final = {"vs-quiet": "quiet", "vs-set-facts": "quiet", "vs-marks": "quiet", "vs-section-foot": "quiet",
    "vs-sample": "mark", "vs-role": "role", "vs-where": "lead", "vs-days": "strong", "vs-verdict": "strong",
    "vs-over": "strong"}  # fmt: skip


class Converter:
    """Turns the parts of one book into blocks. `drawn` holds the texts that stand in drawings."""

    def __init__(self, address: Address, picture: Picture, keep: Keep) -> None:
        self._address, self._picture, self._keep = address, picture, keep
        self._levels: list[int] = []
        self.drawn: list[str] = []

    def part(self, nodes: Iterable[Element | str], level: int) -> Blocks:
        """The blocks of a part below a heading of this level. Its own headings follow step by step, for those
        who find their way by them without seeing."""
        self._levels = []
        return self._blocks(nodes, frozenset(), level)

    def _blocks(self, nodes: Iterable[Element | str], around: Around, level: int) -> Blocks:
        return list(self._flow(nodes, around, level))

    def _flow(self, nodes: Iterable[Element | str], around: Around, level: int) -> Iterator[Block]:
        """Blocks as they are; what stands between them in a line becomes a paragraph."""
        line: list[Element | str] = []
        for node in nodes:
            if isinstance(node, Element) and _is_flow(node):
                yield from self._paragraph(line, "")
                line = []
                yield from self._block(node, around, level)
            else:
                line.append(node)
        yield from self._paragraph(line, "")

    def _block(self, node: Element, around: Around, level: int) -> Iterator[Block]:
        if "id" in node.attrs and node.tag not in ("li", "h1"):
            yield {"is": "anchor", "id": node.attrs["id"]}
        inside = around | node.classes
        if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            yield from self._heading(node, level)
        elif node.tag in ("p", "figcaption", "summary"):
            yield from self._words(node)
        elif node.tag in ("ul", "ol"):
            yield from self._list(node, inside, level)
        elif node.tag == "dl":
            yield from self._facts(node, inside, level)
        elif node.tag == "table":
            yield from self._table(node, inside, level)
        elif node.tag == "svg":
            yield from self._drawing(node, around)
        elif node.tag == "img" or (node.tag == "a" and node.find(tag="img")):
            yield from self._image(node)
        else:
            yield from self._box(node, inside, level)

    def _box(self, node: Element, inside: Around, level: int) -> Iterator[Block]:
        blocks = self._blocks(node.children, inside, level)
        look = _look(node, _BOXES) or ("together" if node.tag == "figure" and "vs-plan" not in inside else "")
        if look and blocks:
            yield {"is": "box", "look": look, "of": blocks}
        else:
            yield from blocks

    def _heading(self, node: Element, level: int) -> Iterator[Block]:
        words = run(node.children, self._address)
        if words:
            number = int(node.tag[1])
            while self._levels and self._levels[-1] >= number:
                self._levels.pop()
            self._levels.append(number)
            yield {"is": "heading", "level": level + len(self._levels), "of": words}

    def _words(self, node: Element) -> Iterator[Block]:
        if "vs-links" in node.classes:
            for link in node.elements:
                yield from self._paragraph([link], "", turning=True)
            return
        look = _look(node, _PARS) or {"figcaption": "caption", "summary": "opened"}.get(node.tag, "")
        if not self._leads_away(node):
            yield from self._paragraph(node.children, look)

    def _paragraph(
        self, nodes: Iterable[Element | str], look: str, *, turning: bool = False
    ) -> Iterator[Block]:
        if words := run(nodes, self._address, turning=turning):
            yield {"is": "par", "look": look, "of": words}

    def _leads_away(self, node: Element) -> bool:
        """True for a paragraph that is nothing but a link to another page of the site."""
        links = node.elements
        return (
            len(links) == 1
            and links[0].tag == "a"
            and links[0].text == node.text
            and self._address.is_own(links[0].attrs.get("href", ""))
            and not self._address.anchor(links[0].attrs.get("href", ""))
        )

    def _list(self, node: Element, inside: Around, level: int) -> Iterator[Block]:
        look = _look(node, lists.LOOKS) or ("plain" if node.classes else "dots")
        items = []
        for one in node.elements:
            outer = list(self._levels)
            within = inside | one.classes
            made = lists.item(look, one, self._run, partial(self._blocks, around=within, level=level))
            self._levels = outer
            if any(made.values()):
                items.append({"id": one.attrs.get("id", ""), **made})
        if items:
            yield {"is": "list", "look": look, "ordered": node.tag == "ol", "items": items}

    def _run(self, nodes: Iterable[Element | str]) -> Run:
        return run(nodes, self._address)

    def _facts(self, node: Element, inside: Around, level: int) -> Iterator[Block]:
        rows: list[dict[str, Any]] = []
        for one in node.walk():
            if one.tag == "dt":
                rows.append({"term": run(one.children, self._address), "of": []})
            elif one.tag == "dd" and rows:
                rows[-1]["of"] += self._flow(one.children, inside, level)
        if rows := [row for row in rows if row["of"]]:
            yield {"is": "facts", "rows": rows}

    def _table(self, node: Element, inside: Around, level: int) -> Iterator[Block]:
        lines = [one for one in node.walk() if one.tag == "tr"]
        rows = [[self._field(cell, inside, level) for cell in line.elements] for line in lines]
        heads = sum(
            1 for line in lines if line.elements and all(c.attrs.get("scope") == "col" for c in line.elements)
        )
        if rows:
            yield {"is": "table", "columns": max(map(len, rows)), "head": rows[:heads], "rows": rows[heads:]}

    def _field(self, cell: Element, inside: Around, level: int) -> dict[str, Any]:
        return {"head": cell.tag == "th", "of": self._blocks(cell.children, inside, level)}

    def _drawing(self, node: Element, around: Around) -> Iterator[Block]:
        name = drawings.sort_of(node, around)
        sort = drawings.SORTS[name]
        self.drawn += drawings.words(node)
        file = self._keep("svg", drawings.standalone(node, sort))
        yield {"is": "drawing", "file": file, "most": drawings.widest(node, sort), "alt": drawings.told(node)}

    def _image(self, node: Element) -> Iterator[Block]:
        image = node.find(tag="img")
        assert image is not None
        sources = (node.attrs.get("href", ""), image.attrs.get("src", ""))
        file = next(filter(None, (self._picture(self._address.whole(one)) for one in sources if one)), "")
        if file:
            yield {"is": "image", "file": file, "alt": image.attrs.get("alt", "")}


def _is_flow(node: Element) -> bool:
    return node.tag in _FLOW or node.tag == "img" or (node.tag == "a" and node.find(tag="img") is not None)


def _look(node: Element, looks: dict[str, str]) -> str:
    return next((looks[name] for name in sorted(node.classes) if name in looks), "")


def texts(blocks: Any) -> Iterator[str]:
    """Every text of blocks that is printed."""
    if isinstance(blocks, str):
        yield blocks
    elif isinstance(blocks, list):
        for one in blocks:
            yield from texts(one)
    elif isinstance(blocks, dict):
        for key, value in blocks.items():
            if key not in _UNSEEN:
                yield from texts(value)


_UNSEEN: Final = frozenset({"is", "look", "id", "to", "file", "alt", "state"})
