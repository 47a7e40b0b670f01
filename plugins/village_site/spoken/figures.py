"""Numbers with what stands beside them: units, shares, house numbers, ordinals."""

import re
from decimal import Decimal
from typing import Final

from village_site.spoken.numerals import LARGEST, digit_words, number_words, ordinal_words
from village_site.spoken.tables import UNIT, UNITS, after, context, one_of, table, text_before

_ENDS = r"(?![0-9])(?![.,][0-9])"
NUMBER: Final = (
    rf"(?:[1-9][0-9]{{0,2}}(?:(?:\.[0-9]{{3}})+|(?: [0-9]{{3}})+)(?:,[0-9]+)?{_ENDS}"  # 1.500.000,5 and 1 500
    rf"|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{2,}}{_ENDS}"  # 1,500,000
    rf"|[0-9]+[.,][0-9]+{_ENDS}"
    r"|[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:,[0-9]+){2,}"  # 1.2.3, and a list without spaces
    r"|[0-9]+)"
)
"""A pattern for a number without its sign."""

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+)(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]+)")

# A hyphen after a word or a figure joins; at the start of a line it is a bullet, unless degrees follow.
_MEASURED = re.compile(
    rf"(?<![^\W_])(?P<minus>(?<![\w)%.,-])-)?(?P<number>{NUMBER})"
    rf"(?: ?(?P<unit>{UNIT})(?: ?/ ?(?P<per>{UNIT}|[^\W\d_]+))?"
    rf"|/(?P<each>{UNIT}|[^\W\d_]{{2,}})|(?![^\W_]))"
)
_PER = re.compile(rf"(?<!\w)(?P<what>{one_of(context('per'))}) ?/ ?(?P<per>{UNIT}|[^\W\d_]+)", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<!\w)(thứ) ([0-9]{1,3})(?![\w/%])(?![.,][0-9])", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?<!\w)T([2-7])(?!\w)")
_BY = re.compile(rf"(?<=[0-9])( ?(?:{UNIT})?) ?[x×] ?(?=[0-9])")

_SHARE = re.compile(rf"(?<![\w/])(?<![0-9][.,-])(?P<of>{NUMBER}) ?/ ?(?P<all>{NUMBER})(?![\w/])")
_HOUSE = re.compile(
    rf"(?<!\w)(?P<word>{one_of(context('houses'))}) "
    r"(?P<number>[0-9]+[A-Za-z]?(?:/[0-9]+[A-Za-z]?)+)(?![\w/])",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf" (?:{one_of(context('counted'))})(?!\w)", re.IGNORECASE)
_PARTS = re.compile(rf" (?:{one_of(context('parts'))})(?!\w)", re.IGNORECASE)
_PERCENT_FOLLOWS = re.compile(r" ?\((?:\w+ )?[0-9,]+ ?%")
_AFTER_SHARE_WORD, _AFTER_DAY_WORD = after("shares"), after("days")
_IS_DAY = re.compile(r"(?:3[01]|[12][0-9]|0?[1-9])/(?:1[0-2]|0?[1-9])")
_LARGEST_PART: Final = 10
_NUMBER_OF_DOCUMENT = re.compile(
    rf"(?:^|\W)(?:số|{one_of((*table('kinds'), *table('kinds').values()))}) \Z", re.IGNORECASE
)


def read_number(text: str) -> str:
    """The words of a number as typed; what is too long, or begins with zeros like a code, digit by digit."""
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(" ", "")
    elif _ENGLISH.fullmatch(text):
        text = text.replace(",", "")
    if decimal := _DECIMAL.fullmatch(text):
        whole, decimals = decimal.groups()
        if len(whole) < len(str(LARGEST)):
            return number_words(Decimal(f"{whole}.{decimals}"))
        return f"{digit_words(whole)} phẩy {digit_words(decimals)}"
    for sign, joint in ((".", " chấm "), (",", ", ")):
        if sign in text:
            return joint.join(map(read_number, text.split(sign)))
    if len(text) >= len(str(LARGEST)) or (len(text) > 2 and text.startswith("0")):
        return digit_words(text)
    return number_words(int(text))


def measured(number: str, unit: str) -> str:
    """Words of a number together with its unit: a known sign is read, a word stays."""
    return f"{number} {UNITS.get(unit, unit)}".rstrip()


def read_shares(line: str) -> str:
    """A line with its shares (`46/52 trường`, `2/3 số hộ`) and house numbers (`ngõ 12/3`) in words.

    `4/4` may be a day: it is one unless what it counts follows, and always after `ngày`, `sáng` and the like.
    """
    return _SHARE.sub(_share, _HOUSE.sub(_house, line))


def _house(found: re.Match[str]) -> str:
    return f"{found['word']} {found['number'].replace('/', ' trên ')}"


def read_odd_shares(line: str) -> str:
    """What still has a stroke between two numbers once the dates are read."""
    return _SHARE.sub(lambda found: f"{read_number(found['of'])} trên {read_number(found['all'])}", line)


def read_measures(line: str) -> str:
    """A line with every number that is left in words, with its unit."""
    line = _WEEKDAY.sub(lambda found: f"thứ {ordinal_words(int(found[1]))}", line)
    line = _ORDINAL.sub(lambda found: f"{found[1]} {ordinal_words(int(found[2]))}", line)
    line = _BY.sub(r"\1 nhân ", line)
    return _MEASURED.sub(_measure, _PER.sub(_per, line))


def _per(found: re.Match[str]) -> str:
    return f"{found['what']} mỗi {UNITS.get(found['per'], found['per'])}"


def _measure(found: re.Match[str]) -> str:
    before, text = text_before(found), found["number"]
    if text.startswith("0") and text.isdecimal() and _NUMBER_OF_DOCUMENT.search(before):
        number = digit_words(text)
    else:
        number = read_number(text)
    degrees = (found["unit"] or "").endswith(("C", "°"))
    if found["minus"]:
        number = f"âm {number}" if before.strip() or degrees else number
    words = measured(number, found["unit"] or "")
    if per := found["per"] or found["each"]:
        words = f"{words} mỗi {UNITS.get(per, per)}"
    # `2m5`: the rest of the number stands against the unit.
    joined = found.string[found.end() : found.end() + 1].isalnum()
    return f"{words} " if joined else words


def _share(found: re.Match[str]) -> str:
    of, everything = found["of"], found["all"]
    before = text_before(found)
    if _IS_DAY.fullmatch(f"{of}/{everything}"):
        rest, end = found.string, found.end()
        shared = _COUNTED.match(rest, end) or _PARTS.match(rest, end) or _PERCENT_FOLLOWS.match(rest, end)
        shared = shared or _AFTER_SHARE_WORD.search(before)
        if not shared or int(of) > int(everything) or _AFTER_DAY_WORD.search(before):
            return found[0]
    elif not _COUNTED.match(found.string, found.end()) and not _PARTS.match(found.string, found.end()):
        return found[0]
    is_part = everything.isdecimal() and of.isdecimal() and _PARTS.match(found.string, found.end())
    joint = "phần" if is_part and int(of) < int(everything) <= _LARGEST_PART else "trên"
    return f"{read_number(of)} {joint} {read_number(everything)}"
