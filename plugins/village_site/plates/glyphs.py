"""Which characters a font can print."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from unicodedata import category

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]


@cache
def characters(font: Path) -> frozenset[int]:
    """The code points a font file has glyphs for. Letters it lacks would vanish from a plate unseen."""
    with TTFont(font, fontNumber=0, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def missing(text: str, known: frozenset[int]) -> list[str]:
    """The characters of a text that would not be seen in print, each once, in their order: those that are not
    among `known`, and those that have no look of their own (controls, zero-width marks)."""
    return [
        letter for letter in dict.fromkeys(text) if ord(letter) not in known or category(letter)[0] == "C"
    ]
