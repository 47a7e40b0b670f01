"""Many symbols of one shape from few.

Reed-Solomon code, placement and masking are linear over GF(2). So among symbols of one version, level, mode,
text length and mask, flipping one bit of the data always flips the same modules, whatever the other bits are.
What each bit flips is learnt here from symbols that segno makes; a symbol is then that of a fixed text XOR
one table entry for each word that may differ. A word is what its mode encodes at once: two characters, or a
byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from village_site.qr.penalty import Judge, information, lines, lines_length
from village_site.qr.reference import make_masked
from village_site.qr.symbol import Symbol

MASKS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Mode:
    """How a kind of text becomes bits: `step` characters at a time, read as digits of one number."""

    name: str
    alphabet: str
    step: int

    def value(self, word: str) -> int:
        """The number that a word is encoded as."""
        value = 0
        for character in word:
            value = value * len(self.alphabet) + self.alphabet.index(character)
        return value

    def word(self, value: int, length: int) -> str:
        """The word of `length` characters that is encoded as `value`."""
        if not length:
            return ""
        rest, digit = divmod(value, len(self.alphabet))
        return self.word(rest, length - 1) + self.alphabet[digit]

    def bits(self, length: int) -> int:
        """How many bits the words of `length` characters differ in."""
        largest: int = len(self.alphabet) ** length - 1
        return largest.bit_length()


ALPHANUMERIC = Mode("alphanumeric", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", 2)
BYTE = Mode("byte", "".join(map(chr, range(128))), 1)

_ALPHANUMERIC_TEXT = re.compile(f"[{re.escape(ALPHANUMERIC.alphabet)}]+")


def mode_of(text: str) -> Mode | None:
    """The mode that segno picks for `text`; None for texts left to it (digits only, beyond ASCII, empty)."""
    if not text.isascii() or not text or text.isdigit():
        return None
    return ALPHANUMERIC if _ALPHANUMERIC_TEXT.fullmatch(text) else BYTE


class Family:
    """Texts of one mode and one length, and their symbols."""

    def __init__(self, texts: Sequence[str], mode: Mode) -> None:
        self._texts = texts
        self._mode = mode
        starts = range(0, len(texts[0]), mode.step)
        words = [slice(start, start + mode.step) for start in starts]
        self._varying = [word for word in words if len({text[word] for text in texts}) > 1]

    @property
    def cost(self) -> int:
        """At most so many symbols are learnt from."""
        return MASKS + sum(self._mode.bits(len(self._texts[0][word])) for word in self._varying)

    def symbols(self) -> Iterator[Symbol]:
        """The symbols, in the order of the texts."""
        plain = self._plain()
        masked = [make_masked(plain, self._mode.name, mask) for mask in range(MASKS)]
        size, version, level = masked[0].size, masked[0].version, masked[0].level
        visible = (1 << size * size) - 1 ^ information(size)
        judge = Judge([lines(symbol.modules & visible, size) for symbol in masked], size)
        tables = [(word, _Flips(self._mode, self._learner(plain, word, masked[0]))) for word in self._varying]
        # What is XORed carries the matrix twice: as the judge wants it, and as a symbol keeps it above.
        above = lines_length(size)
        low = (1 << above) - 1
        for text in self._texts:
            change = 0
            for word, flips in tables:
                change ^= flips[text[word]]
            mask = judge.best(change & low)
            modules = masked[mask].modules ^ change >> above
            yield Symbol(text, version, level, mask, size, modules)

    def _plain(self) -> str:
        """The text that all have in common, with words of value 0 where they differ."""
        plain = self._texts[0]
        for word in self._varying:
            zero = self._mode.word(0, len(plain[word]))
            plain = plain[: word.start] + zero + plain[word.stop :]
        return plain

    def _learner(self, plain: str, word: slice, known: Symbol) -> Callable[[int], int]:
        """A function from a bit of that word to what it flips, in the form `symbols` XORs."""
        length = len(plain[word])

        @cache
        def flipped_by(bit: int) -> int:
            flipping = self._mode.word(1 << bit, length)
            text = plain[: word.start] + flipping + plain[word.stop :]
            flipped = make_masked(text, self._mode.name, known.mask).modules ^ known.modules
            return lines(flipped, known.size) | flipped << lines_length(known.size)

        return flipped_by


class _Flips(dict[str, int]):
    """What each word at one place flips; worked out when first asked for."""

    def __init__(self, mode: Mode, flipped_by: Callable[[int], int]) -> None:
        self._mode = mode
        self._flipped_by = flipped_by

    def __missing__(self, word: str) -> int:
        value = self._mode.value(word)
        flips = 0
        for bit in range(value.bit_length()):
            if value >> bit & 1:
                flips ^= self._flipped_by(bit)
        self[word] = flips
        return flips
