"""A stretch of text as a machine should read it, with the way back to where each character was typed.

Full-width and circled digits become plain ones, every kind of space and hyphen one, accents and what cannot
be seen fall away: whatever hides a number from a careless search is gone before anything is looked for.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters by Unicode's word, which nobody sees."""
_POWERS = "²³"
_UNSEEN = ("Cf", "Mn", "Me")


@dataclass(frozen=True)
class View:
    """`plain` is the text without accents, `at` the offset in the file of each of its characters."""

    plain: str
    at: tuple[int, ...]

    @cached_property
    def flat(self) -> str:
        """As `plain`, in lower case."""
        lower = self.plain.lower()
        if len(lower) == len(self.plain):
            return lower
        return "".join(low if len(low := letter.lower()) == 1 else letter for letter in self.plain)

    def offset(self, place: int) -> int:
        """Where in the file the character at `place` stands."""
        return self.at[place]


def view(text: str, start: int, end: int) -> View:
    """The stretch of a file's text from `start` to `end`."""
    letters: list[str] = []
    at: list[int] = []
    for offset in range(start, end):
        typed = text[offset]
        if typed in _POWERS and letters and letters[-1].isalpha():
            seen = "^"  # m² is a unit, no digit
        else:
            seen = typed if " " <= typed <= "~" or typed == "\n" else seen_as(typed)
        letters.extend(seen)
        at.extend([offset] * len(seen))
    return View("".join(letters), tuple(at))


@lru_cache(maxsize=4096)
def seen_as(letter: str) -> str:
    """A character without its disguise; "" for one that shows nothing."""
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(letter)
    if category in _UNSEEN:
        return ""
    if category == "Zs" or letter in _BLANK_LETTERS:
        return " "
    if category in ("Zl", "Zp", "Cc"):
        return "\n" if letter in "\u2028\u2029\x85" else " "
    if category == "Pd" or letter == "\N{MINUS SIGN}":
        return "-"
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    if letter in "·•‧∙⋅。":
        return "."
    if letter in "⁄∕":
        return "/"
    if letter in "‗＿":
        return "_"
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in apart if unicodedata.category(part) not in _UNSEEN)


class Places:
    """Lines and columns of offsets in a text, asked for in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line, self._passed = 1, 0

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1."""
        self._line += self._text.count("\n", self._passed, offset)
        self._passed = offset
        return self._line, offset - self._text.rfind("\n", 0, offset)
