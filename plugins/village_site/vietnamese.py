"""Vietnamese words: comparing them, putting them in order, and guessing which one was meant."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

# (0, number of digits, digits, "") for a number, (1, 0, letters, tones) for a word. Numbers stand before
# words; those of equal length compare as text, so that none is too long to convert.
Token: TypeAlias = tuple[int, int, str, str]
SortKey: TypeAlias = tuple[tuple[Token, ...], str]
HouseNumberKey: TypeAlias = tuple[tuple[Token, ...], ...]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK_OF_LETTER = {letter: chr(ord("a") + place) for place, letter in enumerate(_ALPHABET)}
# Old fonts and keyboards type the Icelandic eth, which looks the same in upper case.
_RANK_OF_LETTER["ð"] = _RANK_OF_LETTER["đ"]

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of the dictionaries
_RANK_OF_TONE = {tone: str(place) for place, tone in enumerate(_TONES, start=1)}

_MARKS = re.compile("[\u0300-\u036f]+")
_NOT_KEY = re.compile("[^a-z0-9]+")
_TOKEN = re.compile(r"[0-9]+|(?:[^\W\d_]|[\u0300-\u036f'’])+")

_MOST_TYPING_ERRORS = 3
_SHORTEST_PREFIX = 3


def nfc(text: str) -> str:
    """The text in Unicode's composed form (NFC), the only one the project keeps."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The text in lower case without accents, đ as d; spaces and punctuation stay. For comparing words."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    # The two letters have no decomposition.
    return bare.replace("đ", "d").replace("ð", "d")


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    return _NOT_KEY.sub("", fold(text))


def key(text: str) -> str:
    """Only the letters a-z and digits of the folded text: `Điện thoại`, `dien_thoai` and `DIENTHOAI` are one.

    Meant for the names of fields and listed values, which are short and repeat: results are remembered.
    """
    return _key(text)


def sort_key(text: str) -> SortKey:
    """A key for Vietnamese alphabetical order.

    By the rule of the Vietnam Lexicography Centre: words compare one after the other, each first by its
    letters (a ă â b c d đ e ê …) and then by its tone (none, huyền, hỏi, ngã, sắc, nặng), so `tuân thủ`
    stands before `tuần chay`; where in the word the tone is written does not matter (hòa, hoà). Digits
    compare as numbers. Lower case before upper, and punctuation, decide only between texts otherwise equal.
    """
    text = nfc(text)
    return _tokens(text), text.swapcase()


def person_sort_key(name: str) -> SortKey:
    """A key for lists of people: by given name, which is the last word, then by the others from the first."""
    *others, given = nfc(name).split() or [""]
    return sort_key(" ".join((given, *others)))


def house_number_key(number: str) -> HouseNumberKey:
    """A key that puts house numbers in the order of the gates: 2, 10, 10/3, 10A, 12/3.

    A lane takes the number of the house before its mouth, so 10/3 lies between 10 and 10A.
    """
    return tuple(_tokens(part) for part in nfc(number).split("/"))


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant by `word`, or None when none is near.

    Accents, case, spaces, `_` and `-` do not count. One typing error is forgiven for every three letters,
    three at most; of equally near candidates the first wins. Failing that, it is the only candidate that
    begins with the word or with which the word begins (`phone` for `phone_number`).
    """
    wanted = key(word)
    best: str | None = None
    limit = min(len(wanted) // 3, _MOST_TYPING_ERRORS)
    begin_alike: list[str] = []
    for candidate in candidates:
        other = key(candidate)
        distance = _typing_errors(wanted, other, limit)
        if distance <= limit and other:
            best, limit = candidate, distance - 1
        if min(len(wanted), len(other)) >= _SHORTEST_PREFIX and (
            wanted.startswith(other) or other.startswith(wanted)
        ):
            begin_alike.append(candidate)
    if best is None and len(begin_alike) == 1:
        return begin_alike[0]
    return best


def _tokens(text: str) -> tuple[Token, ...]:
    return tuple([_token(found) for found in _TOKEN.findall(text.lower())])


@lru_cache(maxsize=16384)  # the language has some seven thousand syllables
def _token(found: str) -> Token:
    if "0" <= found[0] <= "9":
        digits = found.lstrip("0")
        return 0, len(digits), digits, ""
    tones: list[str] = []
    letters: list[str] = []
    for character in unicodedata.normalize("NFD", found):
        if character in _RANK_OF_TONE:
            tones.append(_RANK_OF_TONE[character])
        else:
            letters.append(character)
    toneless = unicodedata.normalize("NFC", "".join(letters))
    return 1, 0, "".join(map(_rank_of_letter, toneless)), "".join(tones)


def _rank_of_letter(letter: str) -> str:
    """A character that sorts as the letter does; letters of other languages go by their base (ñ as n)."""
    if letter in _RANK_OF_LETTER:
        return _RANK_OF_LETTER[letter]
    if letter in "'’" or unicodedata.combining(letter):
        return ""
    return _RANK_OF_LETTER.get(fold(letter), letter)


def _typing_errors(one: str, two: str, limit: int) -> int:
    """Letters to add, drop, change or swap with their neighbour to get from one to two; limit + 1 if more."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    if one == two:
        return 0
    before_last: list[int] = []
    last = list(range(len(two) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, other in enumerate(two, start=1):
            errors = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == two[column - 2] and one[row - 2] == other:
                errors = min(errors, before_last[column - 2] + 1)
            current.append(errors)
        if min(current) > limit:
            return limit + 1
        before_last, last = last, current
    return last[-1]
