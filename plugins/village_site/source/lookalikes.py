"""Letters of other alphabets that look like ours, and words that mix them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

from village_site.syllables import is_syllable
from village_site.vietnamese import nfc

# The pairs are those of Unicode's table of confusable characters (UTS 39) that few eyes tell apart.
_LATIN_FOR = str.maketrans(
    "АВЕЅІЈКМНОРСТУХЗаеѕіјорсухһԁԛԝґΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳɑɡᎪᎬᎻᎷᏢᏴᏞꓐꓑꓓꓔꓖꓗꓙꓚꓛꓜꓝꓞꓟꓠꓡꓢꓣꓤꓥꓦꓧꓨꓩꓪꓫꓬꓭꓮꓯꓰ",
    "ABESIJKMHOPCTYX3aesijopcyxhdqwrABEZHIKMNOPTYXocjagAEHMPBLBPDTGKJCCZFFMNLSRRAVHGGWXYBAAE",
)
_OURS = "A-Za-zÀ-ÖØ-öø-\u024f\u1e00-\u1eff"
# Without Greek μ and Ω, which stand in units.
_OTHERS = (
    "\u0250-\u02af\u0370-\u03a8\u03aa-\u03bb\u03bd-\u03ff\u0400-\u052f\u0531-\u0587\u0590-\u05ff\u0620-\u06ff\u10a0-\u10ff\u13a0-\u13ff"
    "\u1c80-\u1c8f\u1d00-\u1d7f\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2cff\u2de0-\u2dff\ua4d0-\ua4ff\ua640-\ua69f"
    "\uab30-\uabbf\ufb1d-\ufdff\ufe70-\ufefc\U00010400-\U0001044f"
)
_MIXED = re.compile(
    f"[{_OTHERS}](?:(?<=[{_OURS}].)|(?<=[{_OURS}][0-9].)|(?<=[{_OURS}][0-9][0-9].)|(?=[0-9\u0300-\u036f]*[{_OURS}]))"
)
_SAME_LOOK = "".join(letter for letter in map(chr, _LATIN_FOR) if letter not in "ЗγԛԝҐґ")
_WHOLE = re.compile(rf"(?<!\w)[{_SAME_LOOK}]+(?!\w)")
_ETH = re.compile("[ÐðƉɖ]")
_ETH_FOR = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_LETTERS = re.compile("[\\w\u0300-\u036f]*")
_LONGEST = 60
_MOST = 5_000
SIGNS = re.compile(f"[{_OTHERS}{_SAME_LOOK}ÐðƉɖ]")
"""What every word with such a letter has one of."""


def words(text: str) -> Iterator[tuple[int, str]]:
    """Every word with letters that only look like ours, and its offset."""
    return merge(_words(_MIXED.finditer(text), text), _words(_WHOLE.finditer(text), text), _with_eth(text))


def _words(places: Iterable[re.Match[str]], text: str) -> Iterator[tuple[int, str]]:
    end = 0
    for found in places:
        if found.start() >= end:
            start, word = word_around(text, found.start())
            end = start + len(word)
            yield start, word


def _with_eth(text: str) -> Iterator[tuple[int, str]]:
    """Words whose eth must be a đ; in Icelandic names it is none."""
    for start, word in _words(islice(_ETH.finditer(text), _MOST), text):
        if is_syllable(nfc(word).translate(_ETH_FOR)):
            yield start, word


def guess(word: str) -> str:
    """The word in our letters; "" when some of it looks like none of them."""
    plain = nfc(word).translate(_LATIN_FOR).translate(_ETH_FOR)
    return plain if re.fullmatch(f"[{_OURS}0-9_]+", plain) else ""


def word_around(text: str, place: int) -> tuple[int, str]:
    """The word an offset stands in, and where it begins; a long one is cut."""
    start = place
    while start > max(0, place - _LONGEST) and _LETTERS.fullmatch(text[start - 1]):
        start -= 1
    found = _LETTERS.match(text, place, place + _LONGEST)
    return start, text[start:place] + (found[0] if found else "")
