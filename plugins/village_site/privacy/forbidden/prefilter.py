"""Which stretches of a file are worth a closer look: nearly all files have none.

Only work that the interpreter does in C is done on a whole file: its words, each once and without digits, are
searched for what goes with secrets, and its bytes for crowds of digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice

from village_site.privacy.forbidden.chains import LONGEST_GROUP

_AROUND = 100
"""Characters on either side of what is suspicious: as far as a word speaks of a number."""
_LONGEST_WORD = 500
_SHORT = 4
_PIECE = 24
MOST_SPOTS = 4_000
MOST_WORDS = 200_000
MOST_SUSPICIOUS = 100_000
"""Spots of a file, bytes of its different words, and characters around the spots that are looked at."""

# Anything that is a digit, a space or nothing in disguise.
_DISGUISED = re.compile(
    "[\u00ad\u00b2\u00b3\u00b9\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2070-\u2089\u2460-\u249b"
    "\u24ea-\u24ff\u2776-\u2793\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]|(?![0-9])\\d"
)
_DIGIT = re.compile("(?![0-9])[\\d\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")

# Words without their digits, small and without accents.
_HOT_WORDS = (
    r"khau\b|\bmatma|passw|passc|passp|\bpass\b|\bpwd\b|\bmk\b(?!-)|\bpin\b|\botp\b"
    r"|gh[opusr]_|github_pat|glpat-|akia|asia[a-z]|aiza|ya\.|eyj|xox[a-z]-|\bsk-|npm_|pypi-|hf_"
    r"|api|token|secret(?!ar)|bearer"
    r"|rtsp|rtmp|onvif|hik|ddns|dyndns|duckdns|no-ip|hopto|zapto|myftp|kbvision|dvr|nvr|viewcam|myqnap|synology"
    r"|camera|dahua|ezviz|imou|yoosee|ipcam|videostream|mjpe?g|cgi-bin|localhost|vietqr|napas"
    r"|\bstk\b|\btk\b(?!-)|khoan\b|account|iban|vietcom|vcb|agribank|vietin|bidv|techcom|tcb|\bmb|bank|\bacb\b"
)
_HOT_SIGNS = (
    r":aa|-begin|_key|-key|^[^.]?[^a-z.]*\.\.\.|[/@:(=]\.\.\.|\[\.|::|/isapi"
    r"|\.local|\.lan\b|\.internal|\.home\.|://[^/@\s]*:[^/@\s]*@"
)


def _by_letter(words: str) -> str:
    """The alternatives, of which each begins with a letter, those with the same one together.

    The engine tries every branch at every place of a text; of these it looks at a fifth.
    """
    found: dict[str, list[str]] = {}
    for word in words.split("|"):
        bare = word.removeprefix(r"\b")
        first, rest = bare[0], bare[1:]
        found.setdefault(first, []).append(rest if bare == word else rf"(?<=\b{first}){rest}")
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in found.items())


_HOT = re.compile(f"{_by_letter(_HOT_WORDS)}|{_HOT_SIGNS}".encode(), re.MULTILINE)
_DIGITS = b"0123456789"

# 41 noughts stand for a row of digits that is nobody's number; else at least nine digits, few bytes apart.
_CROWD = re.compile(rb"0(?<!00)(?:0{40,}+|(?:[^0\n]{0,24}+(?:\n[ #>*-]{0,16}+)?0){8,60}+)")
_DIGITS_AS_ONE = bytes.maketrans(_DIGITS, b"0" * len(_DIGITS))
_PHONE = rb"(?:\+?84 ?|0)[235789](?:[ .]?[0-9]){8,9}"
_KNOWN = rb"(?:%b|(?:[0-3]?[0-9][/.])?[01]?[0-9][/.](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2})" % _PHONE
_HARMLESS = re.compile(
    rb"%b(?:[^0-9]+%b){0,20}|[0-9]{1,2}\.[0-9]{1,8}, ?1[0-9]{2}\.[0-9]{1,8}" % (_KNOWN, _KNOWN)
)

# Whole values of fields that are ids, plate codes, days or small numbers: a list with a record a line is full
# of them, and they are nobody's number.
_VALUES = re.compile(
    rb": \"?(?:[a-z]+(?:-[a-z]+)*-[0-9]{1,5}(?:-[a-z]+)*|[0-9A-HJ-NP-Z]{4}-?[0-9A-HJ-NP-Z]{4}"
    rb"|[0-3]?[0-9]/[01]?[0-9]/[0-9]{4}|[0-9]{1,5}(?: k?m)?)\"?(?=[,}\r\n])"
)


class TooMuch(Exception):
    """A file has so many suspicious spots or different words that to check them all would take too long."""


def suspicious(text: str) -> list[tuple[int, int]]:
    """The beginning and end of each stretch to look at. Raises TooMuch."""
    words = words_of(text)
    return stretches(text, chain(_hot_words(text, words), _spaced_dots(text), _crowds(text, words)))


def stretches(text: str, spots: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The surroundings of each spot, in order, apart from one another, in whole words.

    Raises TooMuch when there are more than can be looked at in a moment.
    """
    few = list(islice(spots, MOST_SPOTS + 1))
    if len(few) > MOST_SPOTS:
        raise TooMuch
    found: list[tuple[int, int]] = []
    for first, last in sorted(few):
        start, end = max(0, first - _AROUND), last + _AROUND
        if found and start <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = found[-1][0], _end_of_word(text, end)
        else:
            found.append((_start_of_word(text, start), _end_of_word(text, end)))
    if sum(end - start for start, end in found) > MOST_SUSPICIOUS:
        raise TooMuch
    return found


# Half a web address would show its numbers bare.


def _start_of_word(text: str, place: int) -> int:
    place = max(0, place)
    for before in range(place, max(0, place - _LONGEST_WORD), -1):
        if text[before - 1].isspace():
            return before
    return max(0, place - _LONGEST_WORD)


def _end_of_word(text: str, place: int) -> int:
    place = min(len(text), place)
    for behind in range(place, min(len(text), place + _LONGEST_WORD)):
        if text[behind].isspace():
            return behind
    return min(len(text), place + _LONGEST_WORD)


@lru_cache(maxsize=2)  # the scans of a file follow one another
def words_of(text: str) -> str:
    """The words of a text, one a line, each once and without digits: nearly all ids and numbers of a file are
    the same few words then. Raises TooMuch."""
    words = set(text.encode("utf-8", "surrogatepass").translate(None, _DIGITS).split())
    if sum(map(len, words)) > MOST_WORDS:
        raise TooMuch
    return b"\n".join(words).decode("utf-8", "surrogatepass")


def _hot_words(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand that go with secrets, or that hide something."""
    bare_words = folded(words)
    if not _HOT.search(bare_words) and not _DISGUISED.search(words):
        return
    for word, bare in zip(words.split("\n"), bare_words.split(b"\n"), strict=True):
        if found := _DISGUISED.search(word) or _HOT.search(bare):
            # The folded word is not as long as the typed one, unless both are plain.
            where = found.start() if word.isascii() or isinstance(found[0], str) else 0
            yield from places_of(text, word[max(0, where - _PIECE) : where + _PIECE])


def places_of(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word, or the piece of a long one, stands that has lost its digits."""
    spelled = "[0-9]*".join(map(re.escape, word))
    if len(word) < _SHORT:
        spelled = rf"{spelled}(?![^\s0-9])"
    return (found.span() for found in re.finditer(spelled, text))


def _spaced_dots(text: str) -> Iterator[tuple[int, int]]:
    """Where a full stop stands alone, as in an address of a machine that somebody spaced out."""
    place = text.find(" . ")
    while place >= 0:
        yield place, place + 3
        place = text.find(" . ", place + 3)


def folded(text: str) -> bytes:
    """Small letters without accents; a letter that has none (đ) is dropped."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return text.encode("ascii", "ignore").lower()


def _crowds(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where many digits stand together, but for those that are plainly telephone numbers, dates or places."""
    if not words.isascii() and _DIGIT.search(words):
        text = _DIGIT.sub("0", text)
    typed = _VALUES.sub(lambda value: b": ".ljust(len(value[0]), b"x"), text.encode("utf-8", "surrogatepass"))
    place = passed = 0
    for found in _CROWD.finditer(typed.translate(_DIGITS_AS_ONE)):
        start, end = found.span()
        crowd = typed[start:end]
        if (end - start > LONGEST_GROUP and crowd.isdigit()) or _HARMLESS.fullmatch(crowd):
            continue
        place += _letters(typed[passed:start])
        passed = start
        yield place, place + _letters(crowd)


def _letters(part: bytes) -> int:
    return len(part.decode("utf-8", "surrogatepass"))
