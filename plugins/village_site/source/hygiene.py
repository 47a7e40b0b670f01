"""Text that is not what it looks like: hidden characters, look-alike letters, old fonts, broken UTF-8.

A file's text is scanned as a whole. One search finds nearly every file clean; the others are looked at
closely, and of each fault at most one a line is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from village_site.problems import Problem
from village_site.source import lookalikes, oldfonts

MOST = 200
"""Faults of one sort that are looked for in one file."""

# Vietnamese and English as they are typed; everything else has a closer look taken at it.
_ODD = re.compile(
    "[^\n\x20-\x7eÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ‘’“”–—…→]"
)  # without ², ° and ·, which broken UTF-8 is full of
_VNI_WITHOUT_ODD_LETTERS = re.compile("[âÂêÊõÕ](?<=[aeoAEO].)|[àáãÀÁÃ](?<=[aeAE].)")

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\uffa0\ufff9-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e01ef"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
# U+FE0F behind a symbol says no more than that the symbol is to be shown in colour.
_HIDDEN = re.compile(
    f"[{_BIDI}{_INVISIBLE}{_PRIVATE}\ufffd](?<![\u00a9\u00ae\u203c-\u32ff\U0001f000-\U0001faff]\ufe0f)"
)
_SORTS = tuple(
    (re.compile(f"[{letters}]"), code)
    for letters, code in (
        (_BIDI, "bidi-control"),
        (_INVISIBLE, "hidden-character"),
        (_PRIVATE, "font-character"),
    )
)
_WIDE = re.compile("[\uff01-\uff5e\uffe0-\uffe6\u3000\U0001d400-\U0001d7ff]+")
_MARK = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_ACCENTS = re.compile(f"{_MARK.pattern}{{4,}}")
_NO_LETTERS = re.compile(r"[^\x00-\x7f\w]{30,}")
_HEAP = 30

_Found = tuple[int, str, dict[str, str]]
"""Offset, message code, parameters."""


def is_plain(text: str) -> bool:
    """True for text of nothing but the characters people type here, carriage returns left out."""
    return _ODD.search(text) is None


def unclean(text: str, file: str, *, plain: bool) -> Iterator[Problem]:
    """Everything in a file's text that is not what it looks like, at most one fault of a sort on a line.

    `plain` is what `is_plain` says of the text.
    """
    if plain:
        if _VNI_WITHOUT_ODD_LETTERS.search(text):
            yield from _told(_old_fonts(text), text, file)
        return
    letters = "".join(set(text))
    for signs, scan in _SCANS:
        if signs.search(letters):
            yield from _told(scan(text), text, file)


def heaped_marks(text: str) -> int | None:
    """The offset of a heap of accents so high that putting them in order would take hours, or None."""
    for run in _NO_LETTERS.finditer(text):
        if sum(unicodedata.combining(letter) != 0 for letter in run[0]) >= _HEAP:
            return run.start()
    return None


def _told(scan: Iterable[_Found], text: str, file: str) -> Iterator[Problem]:
    """Problems with their lines, counted on from the one before; a scan goes from beginning to end."""
    line, line_start, last, told = 1, 0, 0, set[tuple[int, str]]()
    for offset, code, params in islice(scan, MOST):
        if ends := text.count("\n", last, offset):
            line, line_start = line + ends, text.rfind("\n", last, offset) + 1
        last = offset
        if (line, code) not in told:
            told.add((line, code))
            yield Problem(file, line, offset - line_start + 1, code, params=params)


def _hidden(text: str) -> Iterator[_Found]:
    for found in _HIDDEN.finditer(text):
        letter, place = found[0], found.start()
        before = text[max(0, place - 20) : place].rpartition("\n")[2].split(" ")[-1]
        if letter == "\ufffd":
            yield place, "lost-letter", {"found": _around(text, place)}
        elif letter != "\u00ad" or oldfonts.old_font(oldfonts.word_at(text, place)[1]) is None:
            code = next(code for letters, code in _SORTS if letters.match(letter))
            yield place, code, {"found": f"U+{ord(letter):04X}", "before": _visible(before)}


def _look_alikes(text: str) -> Iterator[_Found]:
    for start, word in lookalikes.words(text):
        yield start, "mixed-script", {"found": word[:60], "guess": lookalikes.guess(word)[:60]}


def _wide(text: str) -> Iterator[_Found]:
    for found in _WIDE.finditer(text):
        plain = " ".join(unicodedata.normalize("NFKC", found[0][:60]).split())
        yield found.start(), "wide-letters", {"found": found[0][:60], "guess": plain}


def _accents(text: str) -> Iterator[_Found]:
    for found in _ACCENTS.finditer(text):
        yield found.start(), "many-accents", {"found": str(len(found[0]))}


def _broken(text: str) -> Iterator[_Found]:
    place = 0
    for _ in range(oldfonts.MOST_WORDS):
        if (found := oldfonts.BROKEN_UTF8.search(text, place)) is None:
            return
        start, word = _between_spaces(text, found.start())
        place = max(start + len(word), found.end())
        if (meant := oldfonts.broken_word(word)) is not None:
            yield start, "broken-utf8", {"found": _visible(word)[:60], "guess": meant[:60]}


def _old_fonts(text: str) -> Iterator[_Found]:
    """Words of an old font. One that might be a foreign name counts only where it is not alone."""
    found = [(start, word, read) for start, word in oldfonts.words(text) if (read := oldfonts.old_font(word))]
    lines = Counter(_line_start(text, start) for start, _, _ in found)
    fonts = Counter(code for _, _, read in found for code in read.meant if len(read.meant) == 1)
    usual = max((oldfonts.TCVN3, oldfonts.VNI), key=lambda code: fonts[code])
    for start, word, read in found:
        if read.sure or len(found) > 2 or lines[_line_start(text, start)] > 1:
            code = usual if usual in read.meant else next(iter(read.meant))
            yield start, code, oldfonts.phrase(text, start, word, code, read.meant[code])


_SCANS = (
    (_HIDDEN, _hidden),
    (lookalikes.SIGNS, _look_alikes),
    (_WIDE, _wide),
    (_MARK, _accents),
    (oldfonts.LEADS, _broken),
    (oldfonts.SIGNS, _old_fonts),
)
"""Each with a letter that must be there for it to find anything."""


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", max(0, place - 1000), place)


def _around(text: str, place: int) -> str:
    return _between_spaces(text, place)[1][:60]


def _between_spaces(text: str, place: int) -> tuple[int, str]:
    """What stands between two spaces or ends of line around an offset, and where; of a long one, a part."""
    start = max(text.rfind(mark, max(0, place - 60), place) for mark in (" ", "\n")) + 1
    ends = [end for mark in (" ", "\n") if (end := text.find(mark, place, place + 60)) >= 0]
    start = max(start, place - 60)
    return start, text[start : min(ends, default=place + 60)].rstrip("\r")


def _visible(text: str) -> str:
    """Without what cannot be seen, for a message."""
    return "".join(letter for letter in text if letter.isprintable() or letter == "\u00a0")
