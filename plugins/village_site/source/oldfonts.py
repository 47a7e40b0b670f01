"""Text of the fonts from before Unicode, and UTF-8 read as something else: what it probably meant.

The tables are those of TCVN 5712:1993 (TCVN3, the fonts named .Vn…) and of VNI for Windows, each as it looks
when its bytes are taken for Windows-1252.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from village_site.frozen import frozen
from village_site.syllables import is_syllable
from village_site.vietnamese import nfc

VNI, TCVN3 = "old-font-vni", "old-font-tcvn3"
"""The message codes."""

_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "î": "ỵ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ì": "ì", "í": "í"}
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0323\u0302", "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301",
    "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0323\u0306",
}  # fmt: skip
_BREVES = frozenset("êèéúüë")  # only over an a
_HATS = frozenset("âàáåãä")  # over a, e and o

# What a Vietnamese word in Unicode never has, but these fonts often do.
FOREIGN = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþÄÅÛ"
_SIGNS = frozenset("¡¢£¤¥¦§¨©ª«¬®¶¸»¼½¾×÷")
_VNI_PAIR = re.compile("[aeo][âäåêëûõùïø]|a[áàãéè]|e[áàã]|[ôöuy][ïøûõ]|[ôö][ùûõ]", re.IGNORECASE)
_ALSO_FRENCH = frozenset("ïëêâéèàáùú")
_PLAIN_WORDS = frozenset(("µm", "n·m", "thaï"))  # two units, and French for "Thai"
_ASCII_LETTER = re.compile("[A-Za-z]")

MOST_WORDS = 2_000
"""Words of a file that are looked at; a file with more strange ones has long told enough."""
_LONGEST = 60
_LETTER = re.compile(f"(?:[^\\W\\d_]|[\u0300-\u036f{FOREIGN}])+")
SIGNS = re.compile(f"[{FOREIGN}âÂêÊõÕàáãÀÁÃ]")
_STRANGE = re.compile(f"[{FOREIGN}]|[âÂêÊõÕ](?<=[aeoAEO].)|[àáãÀÁÃ](?<=[aeAE].)")
_VALUE = re.compile(r"(?:\s*-\s)*(?:[^\n:]*:\s)?\s*[\"']?")

_LEFT = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u00bf"
BROKEN_UTF8 = re.compile(f"[ÂÃĂÄÅÆÌĐÐÑ][{_LEFT}]|[áâ][{_LEFT}][{_LEFT}]")
"""UTF-8 read as Windows-1252 or Windows-1258, one letter of it."""
_THREE = re.compile(f"[áâ][{_LEFT}][{_LEFT}]")
_PART = re.compile(r"[^\W\d_]+")
LEADS = re.compile("[ÂÃĂÄÅÆÌĐÐÑáâ]")
_MEANT = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–—…•→°²³·½×\u00a0]")
_WINDOWS_1252 = {byte: bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(128, 256)}
_BYTE = {letter: byte for byte, letter in _WINDOWS_1252.items()} | {"Ă": 0xC3, "Đ": 0xD0}
_BYTE |= {chr(byte): byte for byte in range(128, 160)}  # as ISO 8859-1 has it


@frozen
class OldFont:
    """What a word typed in an old font can mean: Unicode by the message code of the font. `sure` is False for
    a word that might be a foreign name."""

    meant: dict[str, str]
    sure: bool


@lru_cache(maxsize=4096)
def old_font(word: str) -> OldFont | None:
    """What a word in NFC means if typed in an old font; None for one that may be what it looks like."""
    if is_syllable(word) or word.lower() in _PLAIN_WORDS or not _ASCII_LETTER.search(word):
        return None
    foreign, pair = any(letter in FOREIGN for letter in word), _VNI_PAIR.search(word)
    if not foreign and not pair:
        return None
    meant = {}
    vni, tcvn3 = from_vni(word), from_tcvn3(word)
    if vni is not None and is_syllable(vni):
        meant[VNI] = vni
    if foreign and is_syllable(tcvn3):
        meant[TCVN3] = tcvn3
    if not meant:
        return None
    sign = any(letter in _SIGNS for letter in word[1:]) or word[0] in "®§"
    return OldFont(meant, sign or len(word) > 3 or (pair is not None and not _ALSO_FRENCH & set(word)))


def words(text: str) -> Iterator[tuple[int, str]]:
    """Every word with something strange in it, in NFC, and its offset."""
    end = 0
    for found in islice(_STRANGE.finditer(text), MOST_WORDS):
        if found.start() >= end:
            start, word = word_at(text, found.start())
            end = start + len(word)
            yield start, nfc(word)


def word_at(text: str, place: int) -> tuple[int, str]:
    """The word an offset stands in, with signs of the old fonts, and where it begins; a long one is cut."""
    start = place
    while start > max(0, place - _LONGEST) and _LETTER.match(text[start - 1]):
        start -= 1
    found = _LETTER.match(text, place, place + _LONGEST)
    return start, text[start:place] + (found[0] if found else "")


def phrase(text: str, start: int, word: str, code: str, meant: str) -> dict[str, str]:
    """What a message shows: the whole value, if all of it can be read in the font, else the word."""
    first = text.rfind("\n", max(0, start - 200), start) + 1
    last = text.find("\n", start, start + 200)
    value = _VALUE.sub("", text[first:last], count=1).rstrip("\r\"'") if last > 0 else ""
    if word not in value or not len(value) <= _LONGEST:
        return {"found": word, "guess": meant}
    parts = [_read(nfc(part), code) for part in value.split(" ")]
    return {"found": word, "guess": meant} if "" in parts else {"found": value, "guess": " ".join(parts)}


def _read(part: str, code: str) -> str:
    """One word of a value in the font, with the marks around it; "" when that gives no Vietnamese."""
    if part.isascii():
        return part or " "
    bare = part.strip(".,;:!?()")
    decoded = from_vni(bare) if code == VNI else from_tcvn3(bare)
    return part.replace(bare, decoded) if decoded is not None and is_syllable(decoded) else ""


def from_tcvn3(text: str) -> str:
    """Text of a TCVN3 font in Unicode."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str | None:
    """Text of a VNI font in Unicode; None when a mark stands where that font has none."""
    found = ""
    for letter in text:
        small = letter.lower()
        before = found[-1:].lower()
        if small in _VNI_MARKS and before in ("a", "e", "o", "u", "y", "ơ", "ư"):
            if (small in _BREVES and before != "a") or (small in _HATS and before not in ("a", "e", "o")):
                return None
            found = unicodedata.normalize("NFC", found + _VNI_MARKS[small])
        elif small in _VNI_LETTERS:
            decoded = _VNI_LETTERS[small]
            found += decoded.upper() if letter.isupper() else decoded
        elif letter.isascii():
            found += letter
        else:
            return None
    return found


def from_broken_utf8(text: str) -> str:
    """Text with every letter that was read wrongly put right, also where that happened twice."""
    for _ in range(2):
        text = BROKEN_UTF8.sub(lambda found: _letter(found[0]) or found[0], text)
    return text


def broken_word(word: str) -> str | None:
    """What was meant by UTF-8 read as something else; None for a word that may be what it looks like."""
    meant = from_broken_utf8(word)
    if meant == word or not all(letter.isascii() or _MEANT.match(letter) for letter in meant):
        return None
    if all(part.isascii() or is_syllable(part) for part in _PART.findall(nfc(word))):
        # It may be a quotation: “THÔN XÃ”. Three signs for one letter are no chance, if they give a word.
        by_chance = not _THREE.search(word) or not all(is_syllable(part) for part in _PART.findall(meant))
        return None if by_chance else meant
    return meant


def _letter(found: str) -> str:
    """The letter whose UTF-8 bytes were read as these; "" when there is none."""
    data = bytes(_BYTE.get(letter, 0) for letter in found)
    return data.decode("utf-8", "ignore") if 0 not in data else ""
