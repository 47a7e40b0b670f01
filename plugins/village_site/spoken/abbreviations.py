"""Abbreviations and what else is no word: expanded by the tables, else spelled and reported."""

import re
from typing import Final

from village_site.spoken.figures import read_number
from village_site.spoken.links import spell
from village_site.spoken.numerals import digit_words
from village_site.spoken.tables import UNITS, one_of, table
from village_site.syllables import is_syllable

_ABBREVIATIONS: Final = {written.lower(): read for written, read in table("abbreviations").items()}
_WORDS, _PHRASES, _SIGNING = table("words"), table("phrases"), table("signing")
_BEFORE_NUMBERS = table("before_numbers")

_DOTTED: Final = one_of(phrase for phrase in _PHRASES if phrase.endswith("."))
_UNDOTTED: Final = one_of(phrase for phrase in _PHRASES if not phrase.endswith("."))
_PHRASE: Final = re.compile(
    rf"(?<![^\W\d_])(?:(?P<dotted>{_DOTTED})(?=.*?[^\s.,;:?!])|(?P<phrase>{_UNDOTTED})(?!\w))",
    re.IGNORECASE,
)
_SIGNS_FOR: Final = re.compile(rf"(?<!\w)(?:{one_of(_SIGNING)})(?=\s?\w)")
_BEFORE_NUMBER: Final = re.compile(
    rf"(?<!\w)(?P<same>(?:đường|phường|quận) )?"
    rf"(?P<what>{one_of(_BEFORE_NUMBERS)})[. ]{{0,2}}(?=[1-9][0-9]{{0,2}}[A-Z]?(?!\w|[.,/-][0-9]))"
)
_TOKEN: Final = re.compile(r"[^\W_]+")
_RUN: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_VOWELS: Final = frozenset("aăâeêioôơuưy")
_LONGEST_NUMBER: Final = 4


def read_phrases(line: str) -> str:
    """A line whose abbreviations written with signs (`KT-XH`, `đ/c`, `TP.`), and `QL1A`, are in words."""

    def phrase(found: re.Match[str]) -> str:
        return f" {_PHRASES[(found['dotted'] or found['phrase']).lower()]} "

    line = _PHRASE.sub(phrase, line)
    line = _SIGNS_FOR.sub(lambda found: f"{_SIGNING[found[0]]} ", line)
    return _BEFORE_NUMBER.sub(_before_number, line)


def _before_number(found: re.Match[str]) -> str:
    """`đường tỉnh ` for `ĐT.` and for `đường ĐT.` alike."""
    same, words = found["same"] or "", _BEFORE_NUMBERS[found["what"]]
    return f"{words} " if words.startswith(same) else f"{same}{words} "


def read_abbreviations(line: str, unknown: list[str]) -> str:
    """A line with every token that is no word read; those of no table are added to `unknown`."""

    def token(found: re.Match[str]) -> str:
        return _token(found[0], unknown)

    return _TOKEN.sub(token, line)


def _token(token: str, unknown: list[str]) -> str:
    if token.lower() in _WORDS:
        return _WORDS[token.lower()]
    if token.isalpha():
        words = _known(token)
        if words is None:
            unknown.append(token)
            return spell(token)
        return words
    letters = "".join(letter for letter in token if letter.isalpha())
    words = _known(letters)
    if words is None or (len(letters) > 1 and any(len(run) == 1 for run in re.findall(r"[^\W\d_]+", token))):
        unknown.append(token)
    return " ".join(map(_run, _RUN.findall(token)))


def _run(run: str) -> str:
    """One stretch of letters or of figures of a mixed token: `10A` mười a."""
    if run.isdecimal():
        return digit_words(run) if run.startswith("0") or len(run) > _LONGEST_NUMBER else read_number(run)
    words = _known(run) if len(run) > 1 else spell(run)
    return spell(run) if words is None else words


def _known(token: str) -> str | None:
    """The words for a token of letters, itself when it is a word, None when it must be spelled unknown."""
    if token.lower() in _WORDS:
        return _WORDS[token.lower()]
    if len(token) == 1:
        return token if token.lower() in _VOWELS else spell(token)
    if listed := _ABBREVIATIONS.get(token.lower()):
        return listed
    if token in UNITS and not is_syllable(token):
        return UNITS[token]
    if not any(letter.isupper() for letter in token[1:]):
        return token
    if token.isupper():
        return token.capitalize() if is_syllable(token) else None
    parts = _joined_words(token)
    words = [_known(part) for part in parts] if len(parts) > 1 else [None]
    return None if None in words else " ".join(filter(None, words))


def _joined_words(token: str) -> list[str]:
    """`FaceBook`, `UBNDXã`: the parts before each capital that two small letters follow."""
    starts = [at for at in range(1, len(token)) if token[at].isupper() and token[at + 1 : at + 3].islower()]
    return [token[start:end] for start, end in zip([0, *starts], [*starts, len(token)], strict=True)]
