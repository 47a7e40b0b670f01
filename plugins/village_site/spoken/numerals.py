"""Numbers in Vietnamese words, as they are taught and read in the north.

The rules are those of the primary school: một after mươi is mốt, năm after mười or mươi is lăm, bốn after
mươi is tư; a missing ten is linh; a lower group without hundreds says không trăm. That an empty group of
thousands is said when hundreds follow it (một triệu không nghìn năm trăm) keeps 1 000 500 from being heard as
một triệu năm trăm nghìn.
"""

from decimal import Decimal
from typing import Final

LARGEST: Final = 10**15
"""The largest number, either side of zero, that is read as one number."""

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN: Final = {5: "lăm"}
_AFTER_TENS: Final = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS: Final = ("triệu", "nghìn", "")
_MILLIARD: Final = 10**9
_LONGEST_DECIMALS_AS_NUMBER: Final = 3
_ORDINALS: Final = {1: "nhất", 4: "tư"}


def number_words(number: Decimal | int) -> str:
    """A number in words: 1005 `một nghìn không trăm linh năm`, -1.5 `âm một phẩy năm`.

    Decimals are read as typed, their zeros too (1.50 `một phẩy năm mươi`, 2.05 `hai phẩy không năm`); more
    than three are read digit by digit. Raises ValueError beyond ±10^15 and for NaN and infinity.
    """
    value = Decimal(number)
    if not value.is_finite() or abs(value) > LARGEST:
        raise ValueError(f"not a number to be read in words: {number}")
    whole, _, decimals = f"{abs(value):f}".partition(".")
    words = _whole(int(whole))
    if decimals:
        words += f" phẩy {_decimals(decimals)}"
    return f"âm {words}" if value < 0 else words


def digit_words(digits: str) -> str:
    """Every digit by itself: `113` một một ba."""
    return " ".join(_DIGITS[int(digit)] for digit in digits)


def ordinal_words(number: int) -> str:
    """What follows `thứ`: nhất, hai, ba, tư, năm …; the days of the week are read the same way."""
    return _ORDINALS.get(number) or _whole(number)


def month_words(month: int) -> str:
    """What follows `tháng`: một … tư … mười hai."""
    return "tư" if month == 4 else _whole(month)


def _whole(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    milliards, rest = divmod(number, _MILLIARD)
    return " ".join(
        [*([_whole(milliards), "tỷ"] if milliards else []), *_below_milliard(rest, milliards > 0)]
    )


def _below_milliard(number: int, something_before: bool) -> list[str]:
    """Words of a number's last nine digits; `something_before` says that more digits came before them."""
    words: list[str] = []
    skipped: list[str] = []
    for group, name in zip((number // 10**6, number // 1000 % 1000, number % 1000), _GROUPS, strict=True):
        if group == 0:
            skipped += [_DIGITS[0], name] if something_before else []
            continue
        if group >= 100:
            words += skipped
        words += _below_thousand(group, something_before)
        words += [name] if name else []
        skipped, something_before = [], True
    return words


def _below_thousand(number: int, something_before: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not something_before:
        return _below_hundred(rest)
    words = [_DIGITS[hundreds], "trăm"]
    if 0 < rest < 10:
        words.append("linh")
    return words + (_below_hundred(rest) if rest else [])


def _below_hundred(number: int) -> list[str]:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return [_DIGITS[unit]]
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    special = _AFTER_TEN if tens == 1 else _AFTER_TENS
    return [*words, special.get(unit, _DIGITS[unit])] if unit else words


def _decimals(digits: str) -> str:
    """Leading zeros by themselves, and what follows as a number when it is short."""
    rest = digits.lstrip("0")
    if not rest or len(rest) > _LONGEST_DECIMALS_AS_NUMBER:
        return digit_words(digits)
    return f"{digit_words(digits[: -len(rest)])} {_whole(int(rest))}".lstrip()
