"""Whom to call or to see about what is published of oneself: by role, never by name."""

from __future__ import annotations

from collections.abc import Iterable

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.contacts import CONTACTS, Contact
from village_site.problems import Where
from village_site.render import capital
from village_site.values import PhoneKind
from village_site.vietnamese import key


@frozen
class Typed:
    """A text from the data, and where it was typed."""

    text: str
    where: Where


@frozen
class Reach:
    """The office that answers, then the first contact of the village and of its commune, each once."""

    people: tuple[Typed, ...]
    has_phone: bool


def reach(atlas: Atlas, place: Place) -> Reach:
    """Whom to turn to about a village's data; the publisher's contact where the commune has none."""
    site = atlas.dataset.site
    commune = place.commune
    answers = commune if commune is not None and commune.report_to is not None else site
    office = Typed(capital(place.report_to.vi), answers.origin.place("report_to"))
    above = _first(commune.contacts if commune else (), atlas) or _first(site.contacts, atlas)
    found = [contact for contact in (_first(place.folder.of(CONTACTS), atlas), above) if contact is not None]
    people = [Typed(_said(contact), contact.origin.place("role")) for contact in found]
    # Often the office that answers stands among the contacts too, perhaps with its number.
    named = any(key(person.text).startswith(key(office.text)) for person in people)
    return Reach((*([] if named else [office]), *people), any(contact.phone for contact in found))


def _first(contacts: Iterable[Contact], atlas: Atlas) -> Contact | None:
    """The first who is still in office; emergency numbers are not there for this."""
    for contact in contacts:
        over = contact.term_end is not None and contact.term_end.latest() < atlas.day
        if not over and (contact.phone is None or contact.phone.kind is not PhoneKind.EMERGENCY):
            return contact
    return None


def _said(contact: Contact) -> str:
    """“Trưởng thôn, 0239 3892 689, sáng thứ hai tại nhà văn hoá”."""
    parts = [
        capital(contact.role.vi),
        contact.organisation.vi if contact.organisation else "",
        contact.phone.display if contact.phone else "",
        contact.hours.vi if contact.hours else "",
    ]
    return ", ".join(filter(None, parts))
