"""Telephone numbers are read digit by digit, with a pause between the groups."""

import re
from typing import Final

from village_site.spoken.numerals import digit_words
from village_site.spoken.tables import UNIT, context, one_of, text_before
from village_site.values import BadValue, Phone, parse_phone

_WRITTEN: Final = re.compile(
    r"(?<![\w/])(?<![0-9][.,-])(?:"
    r"\(?(?:\+ ?84|0)(?:[ .()-]{0,2}[0-9]){6,11}"  # with its zero or the country's code
    r"|84[0-9]{9,10}"
    r"|1[89]00[ .]?[0-9](?:[ .]?[0-9]){3,5}"
    r")(?![\w/])(?![.,][0-9])"
)
_EMERGENCY: Final = re.compile(r"(?<![\w/.,-])(11[1-5])(?![\w/%])(?![.,-][0-9])")
# `gọi 113`, `công an xã: 113`; in `gọi 113, 114 hoặc 115` the second is dialled because the first is.
_DIALLED: Final = re.compile(
    rf"(?:^|\W)(?:{one_of(context('dialled'))})(?: [^\W\d_]+){{0,2}}:? \Z"
    r"|[0-9][0-9 .]{6,}[0-9],?(?: \w+)? \Z",
    re.IGNORECASE,
)
_NEXT_IN_LIST: Final = re.compile(r"(?<![\w/.,-])11[1-5](?:,| -|,? hoặc| hay|,? và)? \Z")
_COUNTED: Final = re.compile(rf" ?{UNIT}| {one_of(context('counted'))}(?!\w)")
_DIGITS: Final = re.compile("[0-9]+")
_SHORTEST: Final = 2


def phone_words(phone: Phone) -> str:
    """In the groups in which it is written: `không chín một hai, ba bốn năm, sáu bảy tám`."""
    return ", ".join(map(digit_words, phone.display.split()))


def read_phones(line: str) -> str:
    """A line with its telephone numbers in words."""
    return _WRITTEN.sub(lambda found: _number(found[0]), _EMERGENCY.sub(_emergency, line))


def _number(text: str) -> str:
    """The words of a number, and of the next one where two were written with a mere space between them.

    What is no number of Vietnam today (an old prefix, a digit too few) is still read by its digits, in the
    groups it was written in.
    """
    for end in [len(text), *(gap.start() for gap in reversed(list(re.finditer("[ .()-]+", text))))]:
        try:
            phone = parse_phone(text[:end])
        except BadValue:
            continue
        rest = text[end:]
        return phone_words(phone) + (f", {_number(rest.strip(' .-'))}" if _DIGITS.search(rest) else "")
    groups = _DIGITS.findall(text)
    return ", ".join(map(digit_words, groups)) if len(groups[0]) >= _SHORTEST else text


def _emergency(found: re.Match[str]) -> str:
    """`113` where it is dialled: after `gọi` and the like, but not in `113 hộ`."""
    before = text_before(found)
    dialled = _DIALLED.search(before)
    while not dialled and (previous := _NEXT_IN_LIST.search(before)):
        before = before[: previous.start()]
        dialled = _DIALLED.search(before)
    if not dialled or _COUNTED.match(found.string, found.end()):
        return found[0]
    return digit_words(found[0])
