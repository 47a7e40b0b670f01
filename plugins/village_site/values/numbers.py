"""Reading numbers and quantities as Vietnamese write them: comma before decimals, dots between thousands."""

import enum
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from village_site.values.refusal import BadValue
from village_site.vietnamese import fold


class Qualifier(enum.Enum):
    """How a number is to be understood."""

    EXACT = "exact"
    MORE = "more"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the words around it: `hơn 600 triệu đồng`, or `46/52 trường`, where `of` is 52.

    `unit` is as typed, scale words included, and may be empty. The digits are those typed.
    """

    qualifier: Qualifier
    number: Decimal
    of: Decimal | None
    unit: str


_QUALIFIERS = {
    "": Qualifier.EXACT,
    **dict.fromkeys(("hon", "tren", "over", "more than", "above", ">"), Qualifier.MORE),
    **dict.fromkeys(("khoang", "tren duoi", "xap xi", "about", "around", "~", "≈"), Qualifier.ABOUT),
    **dict.fromkeys(("gan", "nearly", "almost"), Qualifier.NEARLY),
    **dict.fromkeys(("it nhat", "toi thieu", "at least", ">=", "≥"), Qualifier.AT_LEAST),
    **dict.fromkeys(("nhieu nhat", "toi da", "at most", "<=", "≤"), Qualifier.AT_MOST),
    **dict.fromkeys(("duoi", "less than", "under", "below", "<"), Qualifier.LESS),
}

_DIGIT = re.compile("[0-9]")
_PLAIN = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:(?: [0-9]{3})+|(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_POINT = re.compile(r"-?[0-9]+\.[0-9]+")
_ENGLISH = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})")

_DIGITS = "[0-9](?:[0-9., ]*[0-9])?"
_QUANTITY = re.compile(rf"(?P<words>[^0-9-]*)(?P<number>-?{_DIGITS})(?: ?/ ?(?P<of>{_DIGITS}))?(?P<rest>.*)")
_RANGE = re.compile(r" ?(?:-|den|toi|to)\s?[0-9]")
# "1 tỷ 200 triệu đồng", "1 km 500", "2m5": the first number alone would be wrong. m2 and m3 are units.
_SECOND_NUMBER = re.compile(r" ?(?:ty|ti|trieu|nghin|ngan|tan|ta|kg|km|ha|m(?![23](?![0-9])))\s?[0-9]")
_UNIT = re.compile(r"(?:/ ?)?[^\W\d_].*|[%‰°₫$€].*")
MOST_DIGITS = 18
"""More than any sum of money or count has."""
_OTHER_MINUSES = re.compile("[\u2010-\u2015\u2212]")


def parse_number(text: str) -> Decimal:
    """Read a number: `1,5`, `1500`, `1 500`, `1.500.000`, `1.500,5`, `-2`. The digits typed are kept: `1,50`.

    `1.500` is asked back (it may be 1500 or 1,5), as is a decimal point. Raises BadValue.
    """
    return _parse_number(text)


@lru_cache(maxsize=8192)
def _parse_number(text: str) -> Decimal:
    plain = _plain(text)
    if len(_DIGIT.findall(plain)) > MOST_DIGITS:
        raise BadValue("number-too-long", text, limit=str(MOST_DIGITS))
    if _PLAIN.fullmatch(plain):
        return Decimal(plain.replace(",", "."))
    if _AMBIGUOUS.fullmatch(plain):
        decimal = plain.replace(".", ",").rstrip("0").rstrip(",")
        raise BadValue("number-ambiguous", text, guess=plain.replace(".", ""), other=decimal)
    if _GROUPED.fullmatch(plain):
        return Decimal(plain.replace(" ", "").replace(".", "").replace(",", "."))
    if _POINT.fullmatch(plain):
        raise BadValue("number-decimal-point", text, guess=plain.replace(".", ","))
    if _ENGLISH.fullmatch(plain):
        raise BadValue("number-english", text, guess=plain.replace(",", "").replace(".", ","))
    raise BadValue("number-unreadable", text)


def parse_quantity(text: str) -> Quantity:
    """Read a quantity: `120`, `hơn 90 %`, `46/52 trường`, `hơn 600 triệu đồng`. Raises BadValue."""
    return _parse_quantity(text)


@lru_cache(maxsize=8192)
def _parse_quantity(text: str) -> Quantity:
    plain = _plain(text)
    found = _QUANTITY.fullmatch(plain)
    if not found:
        raise BadValue("quantity-no-number", text)
    qualifier = _QUALIFIERS.get(fold(found["words"].strip()))
    if qualifier is None:
        if fold(found["words"].strip()) in ("tu", "from") and _RANGE.match(fold(found["rest"])):
            raise BadValue("quantity-range", text)
        raise BadValue("quantity-unknown-word", text, word=found["words"].strip())
    unit = _unit(text, found["rest"])
    number = _part(found, "number")
    of = _part(found, "of") if found["of"] else None
    if of == 0:
        raise BadValue("quantity-of-zero", text)
    return Quantity(qualifier, number, of, unit)


def _plain(text: str) -> str:
    """With single ordinary spaces and the hyphen for a minus sign."""
    if not text.isascii():
        text = _OTHER_MINUSES.sub("-", text)
    return " ".join(text.split())


def _part(found: re.Match[str], group: str) -> Decimal:
    """The number of a group; a refusal speaks of the whole quantity, so that its guess can be pasted."""
    try:
        return _parse_number(found[group])
    except BadValue as refusal:
        raise refusal.within(found.string[: found.start(group)], found.string[found.end(group) :]) from None


def _unit(text: str, rest: str) -> str:
    words = fold(rest)
    if _RANGE.match(words):
        raise BadValue("quantity-range", text)
    if _SECOND_NUMBER.match(words):
        raise BadValue("quantity-two-numbers", text)
    unit = rest.strip()
    if unit and not _UNIT.fullmatch(unit):
        raise BadValue("number-unreadable", text)
    return unit
