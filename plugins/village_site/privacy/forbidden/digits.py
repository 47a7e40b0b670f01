"""What a row of digits can be by its form alone."""

from __future__ import annotations

from village_site.values import BadValue, parse_phone

PROVINCES = frozenset(
    f"{number:03}"
    for number in (
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38),
        *(40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79),
        *(80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96),
    )
)
"""First three digits of a citizen id: the place of birth (Circular 59/2021/TT-BCA, annex 1)."""

CITIZEN, OLD = 12, 9
_LAST_BIRTH = 39
"""Ids of this century are believed up to a birth in 2039; later ones are other numbers."""

_HIGHEST_OLD_PROVINCE = 38
_SHORTEST_PHONE = 8


def is_citizen(digits: str) -> bool:
    """True for twelve digits built as a citizen id: province, century and sex, year of birth, six more."""
    if len(digits) != CITIZEN or digits[:3] not in PROVINCES:
        return False
    if set(digits) <= {"0", "1"}:
        return False  # a row of noughts and ones is a table
    return digits[3] in "01" or (digits[3] in "23" and int(digits[4:6]) <= _LAST_BIRTH)


def is_old_id(digits: str) -> bool:
    """True for nine digits that begin as an old identity card does: 01 to 38, the province."""
    return len(digits) == OLD and 1 <= int(digits[:2]) <= _HIGHEST_OLD_PROVINCE


def is_card(digits: str) -> bool:
    """True for the number of a bank card: a known beginning and length, and Luhn's check digit is right."""
    return _begins_as_card(digits) and _luhn(digits)


def _begins_as_card(digits: str) -> bool:
    length = len(digits)
    if digits.startswith("9704"):  # Napas, the national cards
        return length in (16, 19)
    if digits[0] == "4":
        return length in (13, 16, 19)
    if digits[:2] in ("34", "37"):
        return length == 15
    first = int(digits[:4]) if length == 16 else 0
    return 5100 <= first <= 5599 or 2221 <= first <= 2720 or 3528 <= first <= 3589 or 6000 <= first <= 6599


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_phone(typed: str, *, near_phone_word: bool) -> bool:
    """True for a telephone number, `+` and country code included.

    Nine digits that lost their zero count too; where they could also be an old identity card (03x), only
    behind a word such as “điện thoại”.
    """
    digits = typed.lstrip("+")
    if len(digits) < _SHORTEST_PHONE:
        return False
    if typed.startswith("+") and not digits.startswith(("0", "84")):
        return len(digits) <= 15  # E.164: another country's
    if len(digits) == OLD:
        return _nine_of_a_phone(digits, near_phone_word)
    try:
        parse_phone(typed)
    except BadValue as refusal:
        return refusal.code == "phone-lost-zero" or (refusal.code == "phone-old-prefix" and typed[0] in "0+")
    return True


def _nine_of_a_phone(digits: str, near_phone_word: bool) -> bool:
    if near_phone_word:
        return digits[0] in "35789" or digits[:2] in ("03", "05", "07", "08", "09", "18", "19")
    try:
        parse_phone(digits)
    except BadValue as refusal:
        return refusal.code == "phone-lost-zero" and not is_old_id(digits)
    return False


def is_known_long(digits: str) -> bool:
    """True for long numbers that are no account: a product's code, a moment, a round sum."""
    return _is_product(digits) or _is_moment(digits) or digits.endswith("000000")


def _is_product(digits: str) -> bool:
    """GTIN of 13 or 14 digits of Vietnam (893) or of a book or paper (977 to 979), its check digit right."""
    if len(digits) not in (13, 14) or digits[-13:-10] not in ("893", "977", "978", "979"):
        return False
    return sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(reversed(digits))) % 10 == 0


def _is_moment(digits: str) -> bool:
    """Year, month, day, hour, minute, with seconds and thousandths where given: 20260115083000."""
    if len(digits) not in (14, 17) or not digits.startswith(("19", "20")):
        return False
    month, day, hour, minute = (int(digits[place : place + 2]) for place in (4, 6, 8, 10))
    return 1 <= month <= 12 and 1 <= day <= 31 and hour <= 23 and minute <= 59
