"""Patterns of Vietnamese words that are found whether the accents were typed or not.

A pattern is written with its accents. It is looked for as it is written, and once more without accents where
those of the text were left out too: “đạo” and “dao” are found, “đảo” is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from village_site.vietnamese import fold, nfc

_OLD_TONE = re.compile("oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ")
_NEW_TONES = "òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|ùy|úy|ủy|ũy|ụy"
_TONES = dict(zip(_OLD_TONE.pattern.split("|"), _NEW_TONES.split("|"), strict=True))
_SPACES = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]")


def spoken(text: str) -> str:
    """The text in small letters, composed, with tones where schools put them today and plain spaces for all
    that stands between words; as long as `nfc(text)`."""
    if text.isascii():
        return _SPACES.sub(" ", text.lower())
    composed = nfc(text)
    low = composed.lower()
    if len(low) != len(composed):  # a capital of another language has two small letters
        low = "".join(letter.lower()[0] for letter in composed)
    return _SPACES.sub(" ", _new_tones(low))


def _new_tones(text: str) -> str:
    return _OLD_TONE.sub(lambda found: _TONES[found[0]], text)


class Wording:
    """Alternatives, and `fine`: phrases in which they mean something else and are passed over.

    `accented` are alternatives that are only meant with their accents.
    """

    def __init__(
        self, *alternatives: str, accented: tuple[str, ...] = (), fine: tuple[str, ...] = ()
    ) -> None:
        self._alternatives, self._accented, self._allowed = alternatives, accented, fine

    @property
    def typed(self) -> tuple[str, ...]:
        """Every alternative, as it is written."""
        return (*self._alternatives, *self._accented)

    # Compiled when they are first asked for: most files never say anything near to them.

    @cached_property
    def _typed(self) -> re.Pattern[str]:
        return _compiled(self.typed)

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        return _compiled(tuple(map(fold, self._alternatives)))

    @cached_property
    def _fine(self) -> re.Pattern[str]:
        return _compiled(self._allowed)

    @cached_property
    def _fine_bare(self) -> re.Pattern[str]:
        return _compiled(tuple(map(fold, self._allowed)))

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in a spoken text, or None."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in a spoken text."""
        if text.isascii():
            text = self._fine_bare.sub(_blank, text)
            yield from self._bare.finditer(text)
            return
        text = self._fine.sub(_blank, text)
        yield from self._typed.finditer(text)
        bare = fold(text)
        if len(bare) == len(text):
            found = self._bare.finditer(self._fine_bare.sub(_blank, bare))
            yield from (one for one in found if text[one.start() : one.end()].isascii())


def _compiled(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    """The alternatives as whole words. A space stands for any number of spaces, " ?" for none too."""
    spaced = (
        _new_tones(one).replace(" ?", "\0").replace(" ", " +").replace("\0", " *") for one in alternatives
    )
    return re.compile("|".join(rf"\b(?:{one})(?!\w)" for one in spaced) if alternatives else r"(?!)")


def _blank(found: re.Match[str]) -> str:
    return "\x01" * (found.end() - found.start())
