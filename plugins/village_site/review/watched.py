"""What an attacker would change: which fields those are, and the numbers and links within any other text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum

from village_site.model.common import EMAIL, OFFICE, OFFICE_PHONE, PHONE, TERM, URL, ZALO
from village_site.model.contacts import FORM
from village_site.model.declare import Field, Record
from village_site.model.shapes import Choice
from village_site.model.site import Codes, Domain, FormerAddress, PersonalDataAt
from village_site.values import BadValue, Phone, parse_phone


class Sort(Enum):
    """Why a change is shown by itself, in the order of the tables."""

    PHONE = "phone"
    LINK = "link"
    OFFICE = "office"
    SITE = "site"
    TEXT = "text"
    CODE = "code"


_SHAPES = (
    (PHONE, Sort.PHONE),
    (OFFICE_PHONE, Sort.PHONE),
    (URL, Sort.LINK),
    (ZALO, Sort.LINK),
    (FORM, Sort.LINK),
    (EMAIL, Sort.LINK),
    (OFFICE, Sort.OFFICE),
    (TERM, Sort.OFFICE),
)
_SITE_RECORDS = (Codes, Domain, FormerAddress)

# No part can match one text in two ways: a long text costs no more than its length.
_LINKS = re.compile(
    r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"  # an e-mail address
    r"|(?<!\w)(?:https?:|www\.)[^\s<>\"“”]++"
    r"|(?<![\w-])[\w-]++(?:\.[\w-]++){1,8}/[^\s<>\"“”]++",  # zalo.me/…, bit.ly/…
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_RUN = re.compile(r"\d(?:[\s.()·\u2010-\u2015\u2212-]{0,3}+\d)*+")
_LONGEST_RUN = 200
_MOST_DIGITS = 14
# What may be a number, before the costly question whether it is one; 113 and 115 are numbers of all sorts.
_LIKELY = re.compile(r"(?:0|(?:00)?840?)[2-9]\d{8,9}|1[89]00\d{4,6}")


def sort_of(record: type[Record], spec: Field) -> Sort | None:
    """Why changes of a field are shown by themselves; None for the many that are only counted.

    A shape is compared as the very object: `OFFICE` looks like any other text and is declared apart for this.
    """
    if record in _SITE_RECORDS or (isinstance(spec.shape, Choice) and spec.shape.values is PersonalDataAt):
        return Sort.SITE
    return next((sort for shape, sort in _SHAPES if spec.shape is shape), None)


def same_value(spec: Field, old: str, new: str) -> bool:
    """True for two writings of one value: a phone number with other spaces is the same number."""
    if spec.shape in (PHONE, OFFICE_PHONE):
        before, now = phone_of(old), phone_of(new)
        return old == new or (before is not None and before == now)
    return old == new


def phone_of(text: str) -> Phone | None:
    """The number a text is, None when it is none."""
    try:
        return parse_phone(text)
    except BadValue:
        return None


def phones_in(text: str) -> Iterator[tuple[int, int, Phone]]:
    """Phone numbers in a text, wherever they begin: where they stand, and what they are."""
    for run in _RUN.finditer(text):
        if len(run[0]) > _LONGEST_RUN:
            continue
        done = run.start()
        groups = list(_DIGITS.finditer(text, run.start(), run.end()))
        for place, first in enumerate(groups):
            found = _phone_from(text, groups[place : place + _MOST_DIGITS]) if first.start() >= done else None
            if found is not None:
                done, phone = found
                yield first.start() - (text[first.start() - 1 : first.start()] == "+"), done, phone


def reached_by(text: str) -> dict[str, str]:
    """Phone numbers and addresses in a text: as typed, by what they are. A heap of digits counts as one."""
    wide = unicodedata.normalize("NFKC", text)  # full-width digits and dots are dialled and opened too
    wide = "".join(char for char in wide if unicodedata.category(char) != "Cf")  # nobody sees what parts them
    found = {link: link for link in _LINKS.findall(wide)}
    rest = _LINKS.sub(" ; ", wide)
    found |= {heap: heap for heap in _RUN.findall(rest) if len(heap) > _LONGEST_RUN}
    return found | {phone.tel: rest[start:end] for start, end, phone in phones_in(rest)}


def _phone_from(text: str, groups: list[re.Match[str]]) -> tuple[int, Phone] | None:
    """The longest number that begins with the first of some groups of digits, and where it ends."""
    digits = ""
    ends = []
    for group in groups:
        digits += group[0]
        if _LIKELY.fullmatch(digits):
            ends.append(group.end())
    for end in reversed(ends):
        if (phone := phone_of(text[groups[0].start() : end])) is not None:
            return end, phone
    return None
