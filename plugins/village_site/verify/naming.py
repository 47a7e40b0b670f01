"""Photographs named after what they show: by a code, or by the id of a record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from village_site.atlas import Coded, record_key
from village_site.codes.alphabet import ALPHABET, is_code
from village_site.vietnamese import fold

_CODE = re.compile(f"(?<![A-Z0-9])([{ALPHABET}]{{4}})[-_ ]?([{ALPHABET}]{{4}})(?![A-Z0-9])")
_WORD = re.compile("[a-z0-9]+")


class Naming:
    """Knows what the names of photographs stand for.

    A code anywhere in the name counts; else `village-record`; else a record's id alone, in the village that
    the photograph's folder is named after, or in any; else a village's id when the name is nothing else.
    Names that cameras give say nothing, and neither does an id of digits only among other words.
    """

    def __init__(self, coded: Iterable[Coded]) -> None:
        self._same: dict[str, set[str]] = {}
        self._villages: dict[str, set[str]] = defaultdict(set)
        self._full: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for item in coded:
            if item.place is None or item.record is None:
                continue
            village, _, name = record_key(item.place.folder, item.kind, item.record).partition("/")
            known = self._full[f"{village}-{name}"] if name else self._villages[village]
            known.add(item.code)
            self._same[item.code] = known
            if name:
                self._short[name][village].add(item.code)

    def codes_named(self, photo: Path) -> frozenset[str]:
        """The codes that may be on the plate by the photograph's name; none when it says nothing."""
        for first, second in _CODE.findall(photo.stem.upper()):
            if is_code(first + second):
                return frozenset(self._same.get(first + second, {first + second}))
        words = _words(photo.stem)
        if full := _longest(words, self._full):
            return frozenset().union(*(self._full[name] for name in full))
        whole = "-".join(words)
        short = {name for name in _longest(words, self._short) if name == whole or not name.isdigit()}
        if short:
            return frozenset().union(*(self._within(self._short[name], photo) for name in short))
        return frozenset(self._villages.get(whole, ()))

    def _within(self, villages: Mapping[str, set[str]], photo: Path) -> set[str]:
        """The codes of one id: of the village the folder is named after, or of all."""
        village = "-".join(_words(photo.parent.name))
        return villages[village] if village in villages else set().union(*villages.values())


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _longest(words: list[str], names: Mapping[str, object]) -> set[str]:
    """The names found among the words, without those that stand within a longer one."""
    found: list[tuple[int, int]] = []
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            within = any(a <= start and start + length <= b for a, b in found)
            if not within and "-".join(words[start : start + length]) in names:
                found.append((start, start + length))
    return {"-".join(words[a:b]) for a, b in found}
