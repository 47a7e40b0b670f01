"""Addresses of pages and mailboxes: their signs are named, their capitals and figures spelled."""

import re
from typing import Final

from village_site.spoken.numerals import digit_words
from village_site.spoken.tables import table

_SIGNS: Final = table("address")
_NAMES: Final = {letter.lower(): name for letter, name in table("letters").items()}
_HOST = r"(?:[a-z0-9-]+\.)+"
_ADDRESS: Final = re.compile(
    rf"(?<![\w@.+-])(?:https?://[^\s<>,;]+|www\.[^\s<>,;]+|[\w.+-]+@{_HOST}[a-z]+"
    rf"|{_HOST}(?:vn|com|net|org|me|info|example)(?![\w-])(?:/[^\s<>,;]*)?)",
    re.ASCII | re.IGNORECASE,
)
_NOT_SAID: Final = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_PART: Final = re.compile(r"[0-9]+|[^\W\d_]+|[\W_]")


def read_links(line: str) -> str:
    """A line with its addresses in words; a stop that ends the sentence is not part of one."""
    return _ADDRESS.sub(_address, line)


def _address(found: re.Match[str]) -> str:
    text = found[0]
    bare = text.rstrip(".?!:)'")
    said = [words for part in _PART.findall(_NOT_SAID.sub("", bare).rstrip("/")) if (words := _part(part))]
    return " ".join(said) + text[len(bare) :]


def _part(part: str) -> str:
    if part.isdecimal():
        return digit_words(part)
    if part.isalpha():
        return spell(part) if part == "vn" or len(part) == 1 or not part.islower() else part
    return _SIGNS.get(part, "")


def spell(letters: str) -> str:
    """The names of the letters; a letter of another alphabet stays itself."""
    return " ".join(_NAMES.get(letter.lower(), letter) for letter in letters)
