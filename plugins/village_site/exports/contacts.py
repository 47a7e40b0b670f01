"""Address cards of those whom a village or commune says to call: offices by their role, never a person."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.exports.homes import changed, domain, key_of, whole_address
from village_site.exports.ical import uid
from village_site.exports.vcard import Card, cards
from village_site.files import write_new
from village_site.homes import Home, Place
from village_site.model.contacts import CONTACTS, Contact
from village_site.model.shapes import slug
from village_site.model.units import Unit
from village_site.render import capital
from village_site.vietnamese import key

LANG = "vi"


def contacts_path(home: Home) -> str:
    """Where the file of a village or commune is, from the site's root."""
    return f"{home.url}{CONTACTS.file_vi}.vcf"


def write_contacts(atlas: Atlas, site: Path) -> None:
    """Writes the file of every village and commune that has anybody to call."""
    for home in atlas.homes:
        if text := contacts_text(atlas, home):
            path = f"{site}/{contacts_path(home)}"
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - quicker, there are thousands
            write_new(path, text)


def contacts_text(atlas: Atlas, home: Home) -> str:
    """The cards of a village and of its commune, or of a commune; "" where there is none."""
    return cards(_found(atlas, home))


def all_contacts(atlas: Atlas) -> str:
    """The cards of every commune and village, of those who cannot be called as well: it is data."""
    owners = (home if isinstance(home, Place) else home.unit for home in atlas.homes)
    return cards(card for owner in owners for _, card in _cards(atlas, owner))


def has_contacts(atlas: Atlas, home: Home) -> bool:
    """True when there is a file of cards."""
    return any(True for _ in _found(atlas, home))


def _found(atlas: Atlas, home: Home) -> Iterator[Card]:
    """The cards of those who can be reached and whose term is not over."""
    commune = home.commune if isinstance(home, Place) else home.unit
    for owner in (home, commune) if isinstance(home, Place) else (commune,):
        for contact, card in _cards(atlas, owner) if owner is not None else ():
            over = contact.term_end is not None and contact.term_end.latest() < atlas.day
            if not over and (contact.phone is not None or contact.email is not None):
                yield card


def _cards(atlas: Atlas, owner: Place | Unit) -> Iterator[tuple[Contact, Card]]:
    """A card for each role. Two of one role are told apart by their order."""
    seen: dict[str, int] = {}
    for contact in owner.folder.of(CONTACTS) if isinstance(owner, Place) else owner.contacts:
        name = slug(str(contact.role)) or "lien-he"
        seen[name] = seen.get(name, 0) + 1
        number = (str(seen[name]),) if seen[name] > 1 else ()
        yield contact, _card(atlas, owner, contact, (name, *number))


def _card(atlas: Atlas, owner: Place | Unit, contact: Contact, path: tuple[str, ...]) -> Card:
    return Card(
        uid=uid(domain(atlas), *key_of(owner), *path),
        name=_name(owner, contact),
        changed=changed(atlas, owner, contact),
        role=capital(contact.role),
        organisation=_bodies(owner, contact),
        phones=(contact.phone.tel,) if contact.phone is not None else (),
        email=contact.email or "",
        url=whole_address(atlas, "/".join((*key_of(owner), ""))),
        note="\n".join(_note(contact)),
    )


def _bodies(owner: Place | Unit, contact: Contact) -> tuple[str, ...]:
    """The organisation that is named, which may be anybody's; else the commune, then the village in it."""
    if contact.organisation is not None:
        return (capital(contact.organisation),)
    units = (owner.commune, owner) if isinstance(owner, Place) else (owner,)
    return tuple(capital(_named(unit)) for unit in units if unit is not None)


def _named(owner: Place | Unit) -> str:
    return owner.name if isinstance(owner, Place) else owner.full_name


def _name(owner: Place | Unit, contact: Contact) -> str:
    """“Trưởng thôn – thôn Nam Bắc Thành”; the place is not said twice."""
    body = str(contact.organisation or _named(owner))
    role = capital(contact.role)
    return role if key(body) in key(role) else f"{role} – {body}"


def _note(contact: Contact) -> Iterator[str]:
    if contact.illustrative:
        yield label("page-sample", LANG)
    if contact.hours is not None:
        yield f"{label('page-hours', LANG)} {contact.hours}"
    if contact.tasks is not None:
        yield str(contact.tasks)
    if contact.zalo:
        yield f"Zalo: {contact.zalo}"
