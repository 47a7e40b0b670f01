"""The text before and after the readings: one form of every sign going in, plain punctuation coming out."""

import re
import unicodedata
from typing import Final

from village_site.spoken.tables import table

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_QUOTES: Final = re.compile('["\u201c-\u201f\u00ab\u00bb\u2039\u203a`\u00b4\u2018\u2019\u201a\u201b]')
_FRACTION: Final = re.compile("([0-9])(?=[\u00bc-\u00be\u2150-\u215e])")
_BULLET: Final = re.compile(r"^(?:[-+*•▪◦]+ +|[-+](?=[^\W_])(?![0-9]+ ?[°o]|84)|[*•▪◦]+)+")

_SYMBOL: Final = re.compile("[" + re.escape("".join(table("symbols"))) + "]")
_BRACKETS: Final = re.compile(r"[()\[\]{}]")
_PAUSE: Final = re.compile(r"\s-+\s|-{2,}|(?<=\w)\s?/\s?(?=\w)|…")
_NOT_PLAIN: Final = re.compile(r"[^\w\s.,;:?!]|_")
_SEVERAL_MARKS: Final = re.compile(r"[.,;:?!](?:\s*[.,;:?!])+")
_STRONGEST_FIRST: Final = "?!.:;,"
_SENTENCE: Final = re.compile(r"(?<=[.?!] )[^\W\d_]")


def plain(text: str) -> str:
    """With one kind of dash, digit, space and line end, in compatibility form (m² is m2), no loose marks.

    Quotation marks and signs that are not seen go; the accents of Vietnamese are part of their letters.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cf", "Cs", "Co", "Cn"))
    text = unicodedata.normalize("NFKC", _FRACTION.sub(r"\1 ", _QUOTES.sub(" ", text)))
    text = "".join(map(_plain, text))
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", text).replace("\u2044", "/"))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(_BULLET.sub("", line) for line in lines)


def _plain(letter: str) -> str:
    if letter == "\n" or letter.isascii():
        return letter if letter == "\n" or letter.isprintable() else " "
    if letter.isdigit():
        return str(unicodedata.digit(letter))
    match unicodedata.category(letter)[0]:
        case "M":
            return ""
        case "N" | "Z" | "C":
            return " "
        case _:
            return letter


def tidy(line: str, *, begins_large: bool) -> str:
    """A line of words with plain punctuation only, its sentences beginning with a capital.

    A line that is no sentence (nothing ends it) begins with one only if it did before.
    """
    line = _BRACKETS.sub(", ", line)
    line = _PAUSE.sub(", ", line)
    line = _SYMBOL.sub(lambda found: f" {table('symbols')[found[0]]} ", line)
    line = _NOT_PLAIN.sub(" ", line)
    line = _SEVERAL_MARKS.sub(lambda found: min(found[0].replace(" ", ""), key=_STRONGEST_FIRST.index), line)
    line = re.sub(r"\s*([.,;:?!])\s*", r"\1 ", line)
    line = " ".join(line.split()).lstrip(".,;:?! ").rstrip(",; ")
    if begins_large or re.search("[.?!]", line):
        line = _capital(line[:1]) + line[1:]
    return _SENTENCE.sub(lambda found: _capital(found[0]), line)


def _capital(letter: str) -> str:
    """The capital of a letter that has just one, which has just that letter."""
    capital = letter.upper()
    return capital if len(capital) == 1 and capital.lower() == letter else letter
