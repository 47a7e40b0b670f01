"""Offices as address cards, which a phone takes into its contacts on a tap.

vCard 3.0 (RFC 2426), not 4.0: every phone and mail program reads 3.0 whole, while Outlook does not know 4.0
and older Androids lose parts of it; and nothing that an office has needs 4.0.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from village_site.exports.contentlines import address, document, escaped, listed
from village_site.frozen import frozen

PRODUCER = "-//village-site//villages//VI"


@frozen
class Card:
    """An office. `uid` stays the same for ever; `name` is what the phone shows, such as “Trưởng thôn Nam Bắc
    Thành”; `organisation` is the body with its parts, the largest first; `phones` are dialled as they are.
    """

    uid: str
    name: str
    changed: dt.date
    role: str = ""
    organisation: Sequence[str] = ()
    phones: Sequence[str] = ()
    email: str = ""
    url: str = ""
    note: str = ""
    categories: Sequence[str] = ()


def cards(found: Iterable[Card]) -> str:
    """A file of one card or many, in the order given."""
    return document(line for card in found for line in _card(card))


def _card(card: Card) -> Iterator[str]:
    name = escaped(card.name)
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"PRODID:{PRODUCER}", f"UID:{escaped(card.uid)}")
    yield f"FN:{name}"
    # The format asks for the parts of a person's name. An office has none, but phones show a card whose
    # parts are all empty under its number, so the whole name stands as the first part.
    yield f"N:{name};;;;"
    if card.organisation:
        yield f"ORG:{';'.join(map(escaped, card.organisation))}"
    if card.role:
        yield f"TITLE:{escaped(card.role)}"
        yield f"ROLE:{escaped(card.role)}"
    for phone in card.phones:
        yield f"TEL;TYPE=WORK,VOICE:{escaped(phone)}"
    if card.email:
        yield f"EMAIL;TYPE=INTERNET:{escaped(card.email)}"
    if card.url:
        yield f"URL:{address(card.url)}"
    if card.note:
        yield f"NOTE:{escaped(card.note)}"
    if card.categories:
        yield f"CATEGORIES:{listed(card.categories)}"
    yield f"REV:{card.changed.isoformat()}"
    yield "END:VCARD"
