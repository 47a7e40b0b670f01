"""The emergency page can be relied on: nobody's number is typed twice, and checks are not forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.homes import Place
from village_site.model.safety import SAFETY, CallStep, EvacuationPoint, Safety
from village_site.problems import Level, Problem, at
from village_site.reckon.emergency import contact_called, contacts_of, is_overdue
from village_site.values import FuzzyDate, Phone, PhoneKind, date_text
from village_site.vietnamese import closest


def safety(atlas: Atlas) -> Iterator[Problem]:
    """What was typed for emergencies, village by village."""
    for place in atlas.places:
        for record in place.folder.of(SAFETY):
            for step in record.calls:
                yield from _call(place, step)
            for point in record.evacuation_points:
                yield from _point(point)
            yield from _last_checks(atlas, record)
            yield from _future(atlas, record)


def _call(place: Place, step: CallStep) -> Iterator[Problem]:
    """A step leads to a number, and to the one number its contact has."""
    contact = contact_called(place, step.who)
    if step.phone is None:
        refused = step.origin.place("phone") != step.origin.place()  # that has a message of its own
        if contact is None and not refused:
            roles = [one.role.vi for one in contacts_of(place)]
            params = {"found": step.who.vi, "guess": closest(step.who.vi, roles) or ""}
            yield at(step.origin.place("who"), "safety-nobody", Level.WARNING, **params)
    elif contact is not None:
        file, line, _ = contact.origin.place("phone")
        params = {"found": step.who.vi, "other": f"{file}:{line}"}
        yield at(step.origin.place("phone"), "safety-number-of-contact", **params)
    elif (owner := _owner(place, step.phone)) is not None:
        params = {"found": step.phone.display, "role": owner}
        yield at(step.origin.place("phone"), "safety-number-known", **params)


def _owner(place: Place, phone: Phone) -> str | None:
    """The role of the contact who has a number already; an emergency number is everybody's."""
    if phone.kind is PhoneKind.EMERGENCY:
        return None
    return next((contact.role.vi for contact in contacts_of(place) if contact.phone == phone), None)


def _point(point: EvacuationPoint) -> Iterator[Problem]:
    """A place of the village says its name and where it is itself; any other place is named here."""
    if point.place is None:
        if point.name is None:
            yield at(point.origin.place(), "safety-point-nameless")
        return
    for name in ("name", "location"):
        if getattr(point, name) is not None:
            yield at(point.origin.place(name), "safety-point-twice", place=point.place.text)


def _last_checks(atlas: Atlas, record: Safety) -> Iterator[Problem]:
    """What is against fire was looked at within the year, and so was the village's safety as a whole."""
    for point in record.fire_points:
        if point.checked is None:
            yield at(point.origin.place(), "safety-never-checked", Level.WARNING, found=point.what.vi)
        elif is_overdue(point.checked, atlas.day):
            params = {"found": point.what.vi, "date": date_text(point.checked, "vi")}
            yield at(point.origin.place("checked"), "safety-check-overdue", Level.WARNING, **params)
    if record.reviews:
        last = max(record.reviews, key=lambda review: review.date.sort_key())
        if is_overdue(last.date, atlas.day):
            params = {"date": date_text(last.date, "vi")}
            yield at(last.origin.place("date"), "safety-review-overdue", Level.WARNING, **params)


def _future(atlas: Atlas, record: Safety) -> Iterator[Problem]:
    """What has happened is not still to come."""
    dates: list[tuple[tuple[str, int, int], FuzzyDate | None]] = [
        *((point.origin.place("checked"), point.checked) for point in record.fire_points),
        *((review.origin.place("date"), review.date) for review in record.reviews),
        *((level.origin.place("reached"), date) for level in record.flood_levels for date in level.reached),
    ]
    for place, date in dates:
        if date is not None and date.earliest() > atlas.day:
            yield at(place, "safety-in-future", Level.WARNING, found=date_text(date, "vi"))
