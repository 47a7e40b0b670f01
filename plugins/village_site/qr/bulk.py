"""QR symbols for any list of texts, each equal to the one that segno makes."""

from __future__ import annotations

from collections.abc import Sequence

from village_site.qr.linear import Family, Mode, mode_of
from village_site.qr.reference import make
from village_site.qr.symbol import Symbol


def symbols(texts: Sequence[str]) -> list[Symbol]:
    """The symbols of `texts`, in their order, each as `segno.make(text, error="q", micro=False)` makes it.

    Texts of one length are made together where that pays; short lists and odd texts go through segno one by
    one. Raises ValueError for a text that no version holds.
    """
    alike: dict[tuple[Mode | None, int], list[int]] = {}
    for index, text in enumerate(texts):
        alike.setdefault((mode_of(text), len(text)), []).append(index)
    found: dict[int, Symbol] = {}
    for (mode, _), indexes in alike.items():
        found.update(zip(indexes, _made([texts[index] for index in indexes], mode), strict=True))
    return [found[index] for index in range(len(texts))]


def _made(texts: list[str], mode: Mode | None) -> list[Symbol]:
    """The symbols of texts of one length and mode."""
    if mode is not None:
        family = Family(texts, mode)
        # Each learnt symbol costs less than segno's free choice for a text, so this is on the safe side.
        if family.cost < len(texts):
            return list(family.symbols())
    return [make(text) for text in texts]
