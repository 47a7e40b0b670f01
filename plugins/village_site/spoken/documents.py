"""Numbers of documents (`318/QĐ-TTg`) and Roman numerals (`khoá XIII`)."""

import re
from collections.abc import Sequence
from typing import Final

from village_site.spoken.dates import year_words
from village_site.spoken.figures import read_number
from village_site.spoken.numerals import digit_words, number_words
from village_site.spoken.tables import context, one_of, table, text_before
from village_site.syllables import is_syllable

_KINDS, _ISSUERS, _ABBREVIATIONS = table("kinds"), table("issuers"), table("abbreviations")
_BY_NAME: Final = {name.lower(): name for name in _KINDS.values()}
_LETTERS = "[A-ZĐƯÂÊÔĂƠ]"
_DOCUMENT: Final = re.compile(
    rf"(?<![\w/])(?:(?P<kind>{one_of((*_KINDS, *_KINDS.values(), *_BY_NAME))}) )?(?:[Ss]ố:? ?)?"
    rf"(?P<number>[0-9]{{1,6}})(?P<letter>[a-zA-Z])?(?:/(?P<year>[12][0-9]{{3}}))?"
    rf"(?:/(?P<code>{_LETTERS}[^\W_]*(?:[-&]{_LETTERS}[^\W_]*)*)"
    rf"|-(?P<party>{one_of(_KINDS)}/{_LETTERS}[^\W_]*))(?![\w/])"  # the Party's: 19-NQ/TW
)
_NATIONAL_ASSEMBLY: Final = re.compile("QH([0-9]{1,2})")

_ROMAN: Final = re.compile(
    rf"(?<!\w)(?P<word>{one_of(context('roman'))})(?P<gap>(?:[^\w.,;:?!]|_)+)(?P<first>[IVX]+)"
    r"(?P<more>(?:(?:,| và| -|-| đến) ?[IVX]+)*)(?!\w)(?!/[A-ZĐ])",
    re.IGNORECASE,
)
_ROMAN_HEADING: Final = re.compile(r"^(?P<before>[\W_]*)(?P<roman>[IVX]+|i)(?=[\W_]*[.)/])")
_ROMAN_ALONE: Final = re.compile(r"(?<![\w/.-])(?P<roman>(?=[IVX]{2})[IVX]+)(?![\w/])")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([^\W\d_]{2,}) \Z"), re.compile(r" ([^\W\d_]{2,})")
_VALID_ROMAN: Final = re.compile("(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10}


def read_documents(line: str) -> str:
    """A line with its documents' numbers in words; unknown letters are left for the abbreviations."""
    return _DOCUMENT.sub(_document, line)


def roman_to_figures(line: str) -> str:
    """A line whose Roman numerals are figures: after words that go with them, before a heading, or alone.

    A single letter alone stays a letter, and so does a syllable (VI PHẠM) among other capitals.
    """
    line = _ROMAN_HEADING.sub(lambda found: found["before"] + _figures(found["roman"].upper()), line)
    line = _ROMAN.sub(_after_word, line)
    return _ROMAN_ALONE.sub(_alone, line)


def _document(found: re.Match[str]) -> str:
    code = re.split("[-/]", found["code"] or found["party"])
    stated = found["kind"]
    inside = _KINDS.get(code[0])
    issuer = _issuer(code[1:] if inside else code)
    number = f"số {_number(found['number'])}"
    if found["letter"]:
        number += f" {table('letters').get(found['letter'].upper(), found['letter'])}"
    if found["year"]:
        # A pause keeps `số không năm, năm hai nghìn …` from being heard as fifty-five.
        pause = "," if number.endswith("năm") else ""
        number += f"{pause} {year_words(int(found['year']))}"
    if stated:
        return f"{_KINDS.get(stated, stated)} {number}{issuer}"
    return f"{number}, {inside}{issuer}" if inside else number + issuer


def _number(digits: str) -> str:
    """A leading zero belongs to a document's number and is said."""
    return digit_words(digits) if digits.startswith("0") else read_number(digits)


def _issuer(codes: Sequence[str]) -> str:
    """` của Thủ tướng`, ` của Quốc hội khoá mười lăm`; empty where no one is named."""
    names = [_issuer_name(code) for code in codes]
    return f" của {', '.join(names)}" if names else ""


def _issuer_name(code: str) -> str:
    if found := _NATIONAL_ASSEMBLY.fullmatch(code):
        return f"{_ISSUERS['QH']} khoá {number_words(int(found[1]))}"
    return _ISSUERS.get(code) or _ABBREVIATIONS.get(code, code)


def _after_word(found: re.Match[str]) -> str:
    first, numerals = found["first"], f"{found['first']}{found['more']}"
    beside = _WORD_AFTER.match(found.string, found.end())
    if len(first) > 1 and is_syllable(first) and _capitals(beside):
        return found[0]
    return (
        found["word"]
        + found["gap"]
        + re.sub(r"(?<!\w)[IVX]+(?!\w)", lambda roman: _figures(roman[0]), numerals)
    )


def _alone(found: re.Match[str]) -> str:
    beside = _WORD_BEFORE.search(text_before(found)), _WORD_AFTER.match(found.string, found.end())
    if is_syllable(found["roman"]) and any(map(_capitals, beside)):
        return found[0]
    return _figures(found["roman"])


def _capitals(word: re.Match[str] | None) -> bool:
    """True for a word in capitals: in a heading of such words XI and VI may be words too."""
    return word is not None and word[1].isupper()


def _figures(roman: str) -> str:
    if not (parts := _VALID_ROMAN.fullmatch(roman)) or not roman:
        return roman
    values = [_ROMAN_VALUES[letter] for letter in parts[0]]
    total = sum(
        -value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)
    )
    return str(total)
