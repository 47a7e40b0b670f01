"""What to do in an emergency, put together from what was typed of safety, contacts and places.

A number is typed once, beside its contact; a step of the call order names the role and finds it here, so that
no page shows a number that its own village has given up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.common import Figure
from village_site.model.contacts import CONTACTS, Contact
from village_site.model.places import PLACES, PlaceKind, PublicPlace
from village_site.model.safety import SAFETY, EvacuationPoint, Safety
from village_site.model.text import Text
from village_site.values import EMERGENCY_NUMBERS, Coordinates, FuzzyDate, Phone, PhoneKind, parse_phone
from village_site.vietnamese import key

NUMBERS = tuple(parse_phone(number) for number in EMERGENCY_NUMBERS)
"""The most urgent first; what each is for says the label `emergency-<number>`."""
IN_DANGER, DISASTER = NUMBERS[:3], NUMBERS[3]
"""Ambulance, fire brigade and police; the one for disasters and rescue."""
_LEAP_DAY = (2, 29)


@frozen
class Call:
    """Whom to call, in what case, and the number to do it by. `contact` is where the number was typed."""

    who: Text
    when: Text | None
    phone: Phone | None
    contact: Contact | None = None


@frozen
class Point:
    """Where to go. `place` is the village's place it is, `typed` what was said of it for this purpose."""

    name: str
    place: PublicPlace | None
    typed: EvacuationPoint | None
    location: Coordinates | None
    capacity: Figure | None


@frozen
class Emergency:
    """Whom to call in order, who `others` are that can be called as well, and where to go."""

    calls: tuple[Call, ...]
    others: tuple[Call, ...]
    points: tuple[Point, ...]


def emergency(atlas: Atlas, place: Place, safety: Safety | None) -> Emergency:
    """Whom to call and where to go; of a village without a record, its contacts and shelters."""
    steps = safety.calls if safety is not None else ()
    calls = tuple(_step(place, step.who, step.when, step.phone) for step in steps)
    known = [contact for call in calls if (contact := call.contact) is not None]
    others = [contact for contact in contacts_of(place) if _has_number(contact) and contact not in known]
    others = others or ([] if calls else list(contacts_of(place)[:1]))
    return Emergency(
        calls=calls,
        others=tuple(Call(_title(contact), None, contact.phone, contact) for contact in others),
        points=tuple(_points(atlas, place, safety)),
    )


def emergency_url(place: Place) -> str:
    """Address, from the site's root, of the page that says all this: `thon/rach-mau/an-toan/`."""
    return f"{place.url}{SAFETY.file_vi}/"


def contacts_of(place: Place) -> tuple[Contact, ...]:
    """The village's contacts, then its commune's."""
    commune = place.commune
    return (*place.folder.of(CONTACTS), *(commune.contacts if commune is not None else ()))


def contact_called(place: Place, who: Text) -> Contact | None:
    """The contact that a step of the call order means, by its role or by role and organisation."""
    wanted = key(who.vi)
    for contact in contacts_of(place):
        if wanted in (key(contact.role.vi), key(_title(contact).vi)):
            return contact
    return None


def is_overdue(date: FuzzyDate, day: dt.date) -> bool:
    """True when more than a year has gone by, however the date is understood."""
    leap = (day.month, day.day) == _LEAP_DAY
    return date.latest() < day.replace(year=day.year - 1, day=28 if leap else day.day)


def _step(place: Place, who: Text, when: Text | None, phone: Phone | None) -> Call:
    contact = contact_called(place, who)
    return Call(who, when, contact.phone if contact is not None else phone, contact)


def _has_number(contact: Contact) -> bool:
    """True for a number that is not one of those everybody has."""
    return contact.phone is not None and contact.phone.kind is not PhoneKind.EMERGENCY


def _title(contact: Contact) -> Text:
    role, office = contact.role, contact.organisation
    if office is None:
        return role
    return Text(f"{role.vi}, {office.vi}", f"{role.to('en')}, {office.to('en')}")


def _points(atlas: Atlas, place: Place, safety: Safety | None) -> Iterator[Point]:
    """Those typed, then every other place of the village where people may flee to."""
    named = []
    for typed in safety.evacuation_points if safety is not None else ():
        where = atlas.record(typed.place, PLACES)
        named.append(where)
        if where is not None:
            yield Point(where.name, where, typed, where.location, typed.capacity or where.capacity)
        elif typed.name is not None:
            yield Point(str(typed.name), None, typed, typed.location, typed.capacity)
    for one in place.folder.of(PLACES):
        if PlaceKind.EVACUATION in (one.kind, *one.also) and one not in named:
            yield Point(one.name, one, None, one.location, one.capacity)
