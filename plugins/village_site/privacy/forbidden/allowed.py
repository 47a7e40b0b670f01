"""Numbers that anybody may read: dates, sums, documents, places, addresses of pages.

Each form is covered up before rows of digits are looked at, so that neighbours are not taken for one number.
Every pattern begins at a digit that follows no digit, which keeps the search linear.
"""

from __future__ import annotations

import re

COVER = "\x01"

_DAY, _MONTH, _YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:1[0-9]|20)[0-9]{2}"
_NEAR_YEAR = "(?:1[89][0-9]{2}|20[0-4][0-9])"
_SUM = r"[1-9][0-9]{0,18}+(?:[., ][0-9]{3}(?![0-9])){0,6}+(?:,[0-9]{1,3})?"
_SCALE = "nghin|ngan|trieu|ty|ti|dong|vnd|d|usd|do la"
_MEASURE = rf"{_SCALE}|%|m[23^]?|km[2^]?|ha|kg|tan|ta|yen|lit|kwh|w|mb|gb"
_COUNTED = "nguoi|ho|khau|luot|cay|ban|con|lan|cong|suat"
_NO_DIGIT = "(?<![0-9])"

URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'\x01]+"
    r"|(?<![a-z0-9@.-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}"
    r"\.(?:vn|com|net|org|info|edu|gov|me|io|page|example)/[^\s<>\"'\x01]*"
)

_FORMS = (
    # files of the register: a day and a digest
    r"(?<![a-z0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{16}(?![a-z0-9])",
    # 2026-11-21T08:30:00, 15/4/2022, 6.2023
    rf"{_NO_DIGIT}(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    r"(?:[t ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?(?![0-9])",
    rf"{_NO_DIGIT}(?<![0-9][./-])(?:{_DAY} ?[/.-] ?)?{_MONTH} ?[/.-] ?{_YEAR}(?![0-9])",
    # 2021-2025, 2021 – 25, and rows of years
    rf"{_NO_DIGIT}(?<![0-9][./-]){_NEAR_YEAR}(?: ?[-/, ] ?{_NEAR_YEAR})+(?![0-9])",
    rf"{_NO_DIGIT}(?<![0-9][./-]){_NEAR_YEAR} ?[-/] ?[0-9]{{2}}(?![0-9]|[ ./-]?[0-9])",
    # 08:30, 8h30, 13g15
    rf"{_NO_DIGIT}(?:[01]?[0-9]|2[0-4])(?:[:hg][0-5][0-9](?::[0-5][0-9])?|h)(?![0-9a-z])",
    # 318/QĐ-TTg, 91/2025/QH15, TCVN 5574:2018
    rf"{_NO_DIGIT}[0-9]{{1,6}}/(?:{_YEAR}/)?[a-z]{{1,8}}[a-z0-9]*(?:-[a-z]+)*(?![0-9])",
    r"\b(?:tcvn|qcvn|iso|en)[ :-]{0,2}[0-9]+(?:[-:/][0-9]+)*",
    r"\bisbn(?:-1[03])?[: ]{0,2}[0-9x](?:[- ]?[0-9x]){9,12}(?![0-9])",
    # degrees, as they are copied from a map
    rf"{_NO_DIGIT}(?<![0-9]\.)(?:[0-9]|1[0-9]|2[0-4]|10[0-9]|11[0-8])\.[0-9]{{4,15}}(?![0-9]|\.[0-9])",
    # sums and measures with their unit; two joined by “-” or “đến”
    rf"{_NO_DIGIT}(?<![0-9][.,]){_SUM}(?: ?(?:-|den|toi) ?{_SUM})?"
    rf"(?: {{0,2}}(?:{_MEASURE})){{1,3}}(?![a-z0-9])",
    rf"{_NO_DIGIT}(?<![0-9][.,])[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}}){{1,5}} (?:{_COUNTED})(?![a-z0-9])",
    # digests, and the traces of withdrawn values
    r"(?<![a-z0-9])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![a-z0-9])",
    r"(?<![a-z0-9])(?:name|phone|photo|place|trade|titles)-[0-9]+-[0-9a-f]+(?![a-z0-9])",
    r"(?<![a-z0-9])(?!cccd)(?=(?:[0-9]*[a-f]){3})[0-9a-f]{16,128}(?![a-z0-9])",
)
_COVERED = re.compile("|".join(_FORMS))


def cover(flat: str) -> str:
    """The text, of the same length, with everything covered that may stand there."""
    for pattern in (URL, _COVERED):
        flat = pattern.sub(_mask, flat)
    return flat


def _mask(found: re.Match[str]) -> str:
    return COVER * (found.end() - found.start())


_MONEY_BEFORE = re.compile(
    r"(?:kinh phi|tri gia|gia tri|gia ban|tong|so tien|ngan sach|doanh thu|dau tu|dong gop|ung ho|von|muc|"
    r"dan so|dien tich|san luong|cost|price|total|value)[^0-9\n]{0,15}$"
)
_ADDRESS_BEFORE = re.compile(r"(?:so nha|hem|ngo|ngach|kiet|duong|dia chi|number|address)[^0-9\n]{0,12}$")
_PHONE_BEFORE = re.compile(
    r"(?:dien thoai|dien-thoai|\bdt\b|sdt|phone|\btel\b|goi|hotline|zalo|lien he|di dong|fax|so may|mobile|"
    r"\bcall|nong|\bso dt)[^\n]{0,40}$"
)


def money_before(text: str, start: int) -> bool:
    """True when the words in front of a number speak of a sum, a size or a count."""
    return _MONEY_BEFORE.search(text, max(0, start - 40), start) is not None


def address_before(text: str, start: int) -> bool:
    """True when the words in front of a number speak of a house."""
    return _ADDRESS_BEFORE.search(text, max(0, start - 30), start) is not None


def phone_before(text: str, start: int) -> bool:
    """True when the words in front of a number speak of a telephone."""
    return _PHONE_BEFORE.search(text, max(0, start - 60), start) is not None
