"""Letters that the book's font lacks: they would vanish from the paper unseen, so each is told where it was
typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from village_site.atlas import Atlas
from village_site.checks.walk import all_records
from village_site.homes import Place
from village_site.model.declare import Origin
from village_site.plates.glyphs import characters, missing
from village_site.problems import Problem, Where, at
from village_site.source import Mapping, Node, Scalar

_FONT: Final = "Be Vietnam Pro"
_FONT_FILES: Final = ("BeVietnamPro-Medium.ttf", "BeVietnamPro-Bold.ttf")


def unprintable(atlas: Atlas, place: Place, words: Iterable[str], fonts: Path) -> Iterator[Problem]:
    """Every place where somebody typed a letter that stands in these words of the village's book and that the
    font lacks; the village's own file for one that nobody typed. Each place once a letter."""
    known = frozenset.intersection(*(characters(fonts / name) for name in _FONT_FILES))
    told: set[tuple[Where, str]] = set()
    for text in words:
        for letter in missing(" ".join(text.split()), known):
            for where in _typed(atlas, place, text, letter) or [place.village.origin.place()]:
                if (where, letter) not in told:
                    told.add((where, letter))
                    yield at(
                        where,
                        "plate-glyph",
                        letter=letter if letter.isprintable() else " ",
                        number=f"U+{ord(letter):04X}",
                        found=text,
                        font=_FONT,
                    )


def _typed(atlas: Atlas, place: Place, text: str, letter: str) -> list[Where]:
    """Where a letter of a printed text was typed: in the same words in the village's files, or else in those
    of the whole site, whose pages show some of them; in other words in the village's files, or nowhere."""
    own: list[tuple[Where, str]] = []
    others: list[tuple[Where, str]] = []
    for folder, record in all_records(atlas.dataset):
        (own if folder == place.id else others).extend(_holding(record.origin, letter))
    for typed in (own, others):
        if found := [where for where, one in typed if _overlap(one, text)]:
            return found
    return [where for where, _ in own]


def _holding(origin: Origin | None, letter: str) -> Iterator[tuple[Where, str]]:
    """The typed values of a record that have the letter, with their places."""
    while origin is not None:
        for value in _values(origin.mapping):
            if letter in value.text:
                yield (origin.file, value.line, value.column), value.text
        origin = origin.over


def _values(node: Node) -> Iterator[Scalar]:
    """Every value typed below a node; keys are none."""
    if isinstance(node, Scalar):
        yield node
    else:
        for inner in (value for _, value in node.pairs) if isinstance(node, Mapping) else node.items:
            yield from _values(inner)


def _overlap(typed: str, printed: str) -> bool:
    """True when one is a part of the other: a paragraph of a long text, a name in a sentence."""
    one, other = (" ".join(text.split()).casefold() for text in (typed, printed))
    return one in other or other in one
