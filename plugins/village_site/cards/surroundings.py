"""What all cards of a village share, written once: whom to call, where it is, what it was called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from village_site.atlas import Atlas, Place
from village_site.cards import address
from village_site.catalogue import label
from village_site.model.contacts import CONTACTS, Contact
from village_site.render import environment
from village_site.values import Coordinates, PhoneKind, parse_phone

EMERGENCY = tuple(
    (parse_phone(number), name)
    for number, name in (("115", "card-ambulance"), ("114", "card-fire"), ("113", "card-police"))
)
DISASTER = parse_phone("112")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The parts of a card that depend on its village alone.

    `units` and `address` are plain text: the units above the village, and the same with the village first.
    The rest is HTML: `top` the link to the village page, `mark` what is unsure about the units, `former`
    addresses, `call` the first button, `way` the one that leads to the village, `contacts` the section.
    """

    units: str
    address: str
    top: Markup
    mark: Markup
    former: Markup
    call: Markup
    way: Markup
    contacts: Markup
    report: Markup
    english: Markup


def surroundings(atlas: Atlas, place: Place | None) -> Surroundings:
    """The shared parts of a village's cards, or those of the site where the village is gone."""
    parts: Any = environment().get_template("cards/parts.html").module
    site = atlas.dataset.site
    contacts = _contacts(atlas, place)
    report_to = place.report_to if place else site.report_to
    units = address.units(place.seat) if place else ""
    former = [*address.former_seats(place), *address.former_names(place)] if place else []
    location = place.village.location if place else None
    return Surroundings(
        units=units,
        address=", ".join(part for part in (place.name if place else "", units) if part),
        top=parts.top(place, site),
        mark=parts.mark(_marks_seat(place)),
        former=parts.former(former),
        call=_call(parts, contacts),
        way=parts.way(location, label("card-directions-to", "vi", place=place.name)) if place else Markup(),
        contacts=parts.contacts(contacts, DISASTER),
        report=parts.report(report_to),
        english=parts.english(partial(label, lang="en"), EMERGENCY, DISASTER, report_to),
    )


def way_here(location: Coordinates | None) -> Markup:
    """The button that leads to a record with a place of its own."""
    parts: Any = environment().get_template("cards/parts.html").module
    return Markup(parts.way(location, label("card-directions-here", "vi")))


def _contacts(atlas: Atlas, place: Place | None) -> tuple[Contact, ...]:
    """The village's contacts, then its commune's; the publisher's where there are none."""
    found: list[Contact] = []
    if place is not None:
        found.extend(place.folder.of(CONTACTS))
        found.extend(place.commune.contacts if place.commune else ())
    return tuple(found) or atlas.dataset.site.contacts


def _call(parts: Any, contacts: Iterable[Contact]) -> Markup:
    """The button of the first contact with a number of its own; emergency numbers have theirs already."""
    for contact in contacts:
        if contact.phone is not None and contact.phone.kind is not PhoneKind.EMERGENCY:
            words = [_within_a_sentence(contact.role.vi), contact.organisation]
            return Markup(parts.call(contact.phone, ", ".join(str(word) for word in words if word)))
    return Markup()


def _within_a_sentence(role: str) -> str:
    """“Trưởng thôn” as “trưởng thôn”; an abbreviation (“UBND xã”) keeps its letters."""
    return role if role[1:2].isupper() else role[:1].lower() + role[1:]


def _marks_seat(place: Place | None) -> bool:
    return place is not None and place.seat is not None and address.is_unsure(place.seat.membership)
