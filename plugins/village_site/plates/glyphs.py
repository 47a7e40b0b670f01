"""Which characters a font can print."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont


@cache
def characters(font: Path) -> frozenset[int]:
    """The code points a font file has glyphs for. Letters it lacks would vanish from a plate unseen."""
    with TTFont(font, fontNumber=0, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def missing(text: str, known: frozenset[int]) -> list[str]:
    """The characters of a text that are not among `known`, each once, in their order."""
    return list(dict.fromkeys(letter for letter in text if ord(letter) not in known))
