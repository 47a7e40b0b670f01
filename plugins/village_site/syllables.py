"""Which words are spelled as Vietnamese syllables are: tells good Vietnamese from what a wrong font left."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_ONSET = re.compile(r"ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnrstvx]")
_BEFORE_FRONT = frozenset("iêey")
# What may follow the first consonants, tones left out.
_RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu y
    o oc oi om on ong oong op ot oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt
    oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uơ
    uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyt uyp uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    """.split()  # noqa: SIM905 - a table of 150 ends is read as words
)


_VOWELS = re.compile("[aăâeêioôơuưy]+")
_MARKED = re.compile("[ăâêôơư]")
_EITHER = frozenset(("oa", "oe", "uy"))
"""Open ends whose tone stands on the first letter in the old spelling and on the second in the new."""


def is_syllable(word: str) -> bool:
    """True for a word that can be a Vietnamese syllable, tone in the old or the new place, any sound case."""
    if not (word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())):
        return False
    return _is_syllable(unicodedata.normalize("NFC", word.lower()))


@lru_cache(maxsize=8192)
def _is_syllable(word: str) -> bool:
    bare, tone, place = _without_tone(word)
    if place == _TWO_TONES or (bare.endswith(("c", "ch", "p", "t")) and tone not in ("\u0301", "\u0323")):
        return False
    for onset in _onsets(bare):
        rime = bare[len(onset) :]
        if rime in _RIMES and _goes_with(onset, rime):
            return place < 0 or place - len(onset) in _tone_places(rime)
    return False


_TWO_TONES = 99


def _without_tone(word: str) -> tuple[str, str, int]:
    """The letters, the tone and the letter it stands on, -1 where there is none."""
    letters, tone, place = [], "", -1
    for number, letter in enumerate(word):
        parts = unicodedata.normalize("NFD", letter)
        if found := _TONE.search(parts):
            tone, place = found[0], number if place < 0 else _TWO_TONES
            letter = unicodedata.normalize("NFC", _TONE.sub("", parts))
        letters.append(letter)
    return "".join(letters), tone, place


def _onsets(bare: str) -> tuple[str, ...]:
    """The consonants a word may begin with: of `gì` the i is a vowel, of `quy` the u is one too."""
    found = _ONSET.match(bare)
    if found is None:
        return ("",)
    return {"gi": ("gi", "g"), "qu": ("qu", "q")}.get(found[0], (found[0],))


def _goes_with(onset: str, rime: str) -> bool:
    """c, g and ng become k, gh and ngh before i, e, ê and y; g alone stands before the i of `gì`."""
    front = rime[0] in _BEFORE_FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    return not (front and (onset in ("c", "ng") or (onset == "g" and rime[0] != "i")))


def _tone_places(rime: str) -> tuple[int, ...]:
    """On which letters of an end its tone may stand."""
    found = _VOWELS.match(rime)
    vowels = found[0] if found else ""
    if marked := list(_MARKED.finditer(vowels)):
        return (marked[-1].start(),)
    if len(vowels) < len(rime):
        return (len(vowels) - 1,)
    if vowels in _EITHER:
        return (0, 1)
    return (1,) if len(vowels) == 3 else (0,)
