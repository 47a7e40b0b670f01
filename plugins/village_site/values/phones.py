"""Reading Vietnamese telephone numbers.

The ranges are those of the national numbering plan after the changes of 2017 (area codes 02x) and 2018
(mobile numbers of eleven digits became ten); the tests compare them with the `phonenumbers` package. A land
line's area code from before 2017 cannot be told from a mobile's: 039 was Hà Tĩnh's and is a mobile range now.
"""

import enum
import re
from functools import lru_cache

from village_site.frozen import frozen
from village_site.values.refusal import BadValue


class PhoneKind(enum.Enum):
    """What a number rings."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    HOTLINE = "hotline"
    EMERGENCY = "emergency"


@frozen
class Phone:
    """A number as dialled inside the country: `0912345678`, `02393892689`, `19006067`, `115`."""

    digits: str
    kind: PhoneKind

    @property
    def tel(self) -> str:
        """What follows `tel:` in a link: international where that can be dialled, else the number itself."""
        if self.kind in (PhoneKind.MOBILE, PhoneKind.LANDLINE):
            return f"+84{self.digits[1:]}"
        return self.digits

    @property
    def display(self) -> str:
        """In groups, as people read it: `0912 345 678`, `0239 3892 689`, `024 3825 1234`, `1900 545 454`."""
        digits = self.digits
        match self.kind:
            case PhoneKind.EMERGENCY:
                return digits
            case PhoneKind.HOTLINE if len(digits) < _LONGEST_HOTLINE:
                return f"{digits[:4]} {digits[4:]}"
            case PhoneKind.LANDLINE if digits[:3] not in _SHORT_AREA_CODES:
                return f"{digits[:4]} {digits[4:8]} {digits[8:]}"
            case PhoneKind.LANDLINE:
                return f"{digits[:3]} {digits[3:7]} {digits[7:]}"
            case _:
                return f"{digits[:4]} {digits[4:7]} {digits[7:]}"


EMERGENCY_NUMBERS = ("115", "114", "113", "112", "111")
"""Dialled as they are, anywhere in the country, in the order in which they are shown."""

_HOTLINE = re.compile(r"1[89]00[0-9]{4,6}")
_LONGEST_HOTLINE = 10
_SHORT_AREA_CODES = ("024", "028")
_MOBILE_DIGITS, _LANDLINE_DIGITS = 10, 11

_MOBILE = re.compile("0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])")
_LANDLINE = re.compile(
    "02(?:0[3-9]|1[0-689]|2[0125-9]|3[2-9]|4[2-9]|5[124-9]|6[01239]|7[0-7]|8[2-9]|9[0-4679])"
)
_NEW_MOBILE_PREFIX = {
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",
    "0186": "056",
    "0188": "058",
    "0199": "059",
    **{f"016{last}": f"03{last}" for last in "23456789"},
}

# With what people put between digits go the marks of writing direction that come along with a copied number.
_BETWEEN_DIGITS = re.compile("[\\s.()\u00b7\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060\ufeff-]+")
_CLEAN = re.compile(r"\+?[0-9]+")
_SEVERAL = re.compile(r"[^0-9]*[0-9]{8,}(?:[^0-9]+[0-9]{8,})+[^0-9]*")
_MOST_DIGITS_OF_ONE = 16
# Begins with what is rare in texts, so that a text without digits costs next to nothing.
_MOBILE_WITHIN = re.compile(
    r"(?:0(?<![0-9]0)|84(?<![0-9]84)[ .)-]{0,2}0?)[35789](?:[ .\u00a0-]?[0-9]){8}(?![0-9])"
)


def parse_phone(text: str) -> Phone:
    """Read a number of Vietnam in any usual spelling: `02393.892.689`, `+84 912 345 678`, `(0239) 3892689`.

    Raises BadValue: for a lost leading zero and a mobile prefix from before 2018 it proposes today's number.
    """
    return _parse(text)


def parse_office_phone(text: str) -> Phone:
    """Read a number that an organisation answers. Raises BadValue, for a mobile's too."""
    try:
        phone = parse_phone(text)
    except BadValue as refusal:
        if refusal.code == "phone-unreadable":  # its hint would propose a mobile's
            raise BadValue("phone-office-unreadable", text) from None
        raise
    if phone.kind is PhoneKind.MOBILE:
        raise BadValue("phone-mobile", text)
    return phone


def mobile_within(text: str) -> Phone | None:
    """The first mobile number of today's that stands in a sentence: `liên hệ ông Mẫu, 0987 123 789`."""
    for found in _MOBILE_WITHIN.finditer(text):
        try:
            phone = _parse(found[0])
        except BadValue:
            continue
        if phone.kind is PhoneKind.MOBILE:
            return phone
    return None


@lru_cache(maxsize=8192)
def _parse(text: str) -> Phone:
    digits = _national(text)
    if digits in EMERGENCY_NUMBERS:
        return Phone(digits, PhoneKind.EMERGENCY)
    if digits.startswith(("1800", "1900")) and not _is_old_mobile(f"0{digits}"):
        if not _HOTLINE.fullmatch(digits):
            raise BadValue("phone-length", text, count=str(len(digits)), expected="8–10")
        return Phone(digits, PhoneKind.HOTLINE)
    if not digits.startswith("0"):
        raise _without_zero(text, digits)
    if _is_old_mobile(digits):
        raise _old_mobile(text, digits)
    if (kind := _kind(digits)) is None:
        raise BadValue("phone-unknown-prefix", text, prefix=digits[:4])
    expected = _length(kind)
    if len(digits) != expected:
        raise BadValue("phone-length", text, count=str(len(digits)), expected=str(expected))
    return Phone(digits, kind)


def _national(text: str) -> str:
    """The digits as dialled inside the country."""
    digits = _BETWEEN_DIGITS.sub("", text)
    if not _CLEAN.fullmatch(digits):
        several = _SEVERAL.fullmatch(digits)
        raise BadValue("phone-several" if several else "phone-unreadable", text)
    if len(digits) > _MOST_DIGITS_OF_ONE:
        raise BadValue("phone-several", text)
    if digits.startswith("+84"):
        return "0" + digits[3:].removeprefix("0")
    if digits.startswith("0084"):
        return "0" + digits[4:].removeprefix("0")
    if digits.startswith(("+", "00")):
        raise BadValue("phone-foreign", text)
    # 84 begins a mobile number too, but one that lost its zero has only nine digits.
    if digits.startswith("84") and len(digits) >= _LANDLINE_DIGITS:
        return "0" + digits[2:].removeprefix("0")
    return digits


def _kind(digits: str) -> PhoneKind | None:
    if _MOBILE.match(digits):
        return PhoneKind.MOBILE
    return PhoneKind.LANDLINE if _LANDLINE.match(digits) else None


def _length(kind: PhoneKind) -> int:
    return _MOBILE_DIGITS if kind is PhoneKind.MOBILE else _LANDLINE_DIGITS


def _is_old_mobile(digits: str) -> bool:
    return digits[:4] in _NEW_MOBILE_PREFIX and len(digits) == _MOBILE_DIGITS + 1


def _old_mobile(text: str, digits: str) -> BadValue:
    return BadValue("phone-old-prefix", text, guess=_NEW_MOBILE_PREFIX[digits[:4]] + digits[4:])


def _without_zero(text: str, digits: str) -> BadValue:
    """Why a number that begins with another digit than zero is refused; spreadsheets eat the zero."""
    restored = f"0{digits}"
    if _is_old_mobile(restored):
        return _old_mobile(text, restored)
    kind = _kind(restored)
    if kind is not None and len(restored) == _length(kind):
        return BadValue("phone-lost-zero", text, guess=restored)
    if len(digits) in (7, 8) and digits[0] != "1":
        return BadValue("phone-no-area-code", text)
    return BadValue("phone-unknown-prefix", text, prefix=digits[:4])
