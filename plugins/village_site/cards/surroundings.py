"""What all cards of a village share, written once: where it is, whom to call, what it was called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from village_site import tongues
from village_site.atlas import Atlas
from village_site.cards import address
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.contacts import CONTACTS, Contact
from village_site.model.text import Text
from village_site.reckon.emergency import DISASTER, IN_DANGER, emergency_url
from village_site.reckon.english import in_english
from village_site.render import environment
from village_site.values import Coordinates, PhoneKind

_ROOT = "../../"


@frozen
class Whereabouts:
    """How an address goes on after a card's own name: in its title, on its plate (with the former addresses),
    and in the section in English, which it completes."""

    title: str
    plate: Markup
    english: Markup


@frozen
class Surroundings:
    """The parts of a card that depend on its village alone.

    An address goes on with the village for most records, with its units for the village itself, and says
    “this plate belongs to” for a record that is gone. `opening` reaches from the head to the link on top.
    `directions` has the buttons to call for help, to `call` somebody and to find the village, and the link to
    what to do in an `emergency`; `village` is the link to its page.
    """

    of_record: Whereabouts
    of_village: Whereabouts
    of_orphan: Whereabouts
    opening: Markup
    call: Markup
    emergency: Markup
    directions: Markup
    village: Markup
    contacts: Markup


def macros() -> Any:
    """The macros of `parts.html`."""
    return environment().get_template("cards/parts.html").module


def surroundings(
    atlas: Atlas, place: Place | None, css: Markup, banner: Markup, root: str = _ROOT
) -> Surroundings:
    """The shared parts of a village's cards, or those of the site where the village is gone. `root` leads
    to the home page, from a card if nothing else is said."""
    parts = macros()
    site = atlas.dataset.site
    contacts = _contacts(atlas, place)
    call = _call(parts, contacts)
    emergency = parts.emergency(emergency_url(place) if place else None)
    location = place.village.location if place else None
    way = label("card-directions-to", "vi", kind=place.village.kind) if place else ""
    report_to = place.report_to if place else site.report_to
    units = address.units(place.seat) if place else ""
    said = ", ".join(part for part in (place.name if place else "", units) if part)
    return Surroundings(
        of_record=_whereabouts(place, said, report_to, root),
        of_village=_whereabouts(place, units, report_to, root),
        of_orphan=_whereabouts(place, said, report_to, root, belongs=True),
        opening=parts.opening(css, banner, place, site),
        call=call,
        emergency=emergency,
        directions=parts.directions(IN_DANGER, emergency, call, location, way),
        village=parts.village(place),
        contacts=parts.contacts(contacts, DISASTER, atlas.day) + parts.report(report_to),
    )


def directions_to(location: Coordinates, around: Surroundings) -> Markup:
    """The buttons of a record with a place of its own."""
    words = label("card-directions-here", "vi")
    return Markup(macros().directions(IN_DANGER, around.emergency, around.call, location, words))


def _whereabouts(
    place: Place | None, text: str, report_to: Text, root: str, *, belongs: bool = False
) -> Whereabouts:
    """`belongs`: nothing is left of the record, the plate belongs to what `text` says."""
    parts = macros()
    page = in_english(place.url) if place else in_english("")
    unsure = place is not None and place.seat is not None and address.is_unsure(place.seat.membership)
    former = address.former_seats(place) + address.former_names(place) if place else []
    on_plate = label("card-orphan-where", "vi", place=text) if belongs and text else text
    before = f". {tongues.said('card-orphan-where', place='')}" if belongs else ", "
    return Whereabouts(
        title=f", {text}" if text else "",
        plate=parts.plate(on_plate, unsure, former),
        english=tongues.resolved(
            parts.english(before, text, tongues.said, (*IN_DANGER, DISASTER), report_to, page, root)
        ),
    )


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
