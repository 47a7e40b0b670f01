"""What is well-formed but cannot be meant: dates in the wrong order, houses nobody could find."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from village_site.atlas import Atlas
from village_site.checks.walk import all_records
from village_site.homes import current, stands
from village_site.model.contacts import CONTACTS
from village_site.model.contributions import CONTRIBUTIONS
from village_site.model.documents import DOCUMENTS
from village_site.model.households import HOUSEHOLDS, Household
from village_site.model.opinions import OPINIONS
from village_site.model.site import SCHEMA
from village_site.model.surveys import SURVEYS
from village_site.model.village import Membership
from village_site.problems import Level, Problem, at
from village_site.values import date_text

_DONE = (
    (OPINIONS, ("date", "passed_on", "answered")),
    (DOCUMENTS, ("date",)),
    (CONTRIBUTIONS, ("year",)),
    (SURVEYS, ("date",)),
)
"""The dates of what is told as done."""


def schema_version(atlas: Atlas) -> Iterator[Problem]:
    """The data is of the version this program reads."""
    site = atlas.dataset.site
    if site.schema != SCHEMA:
        yield at(site.origin.place("schema"), "schema-version", found=site.schema, known=SCHEMA)


def update_dates(atlas: Atlas) -> Iterator[Problem]:
    """Pages say when their data was updated: the day is there, and not still to come."""
    for place in atlas.places:
        if place.village.updated is None:
            yield at(place.village.origin.place(), "no-update-date")
    for commune in atlas.communes:
        if commune.unit.updated is None:
            yield at(commune.unit.origin.place(), "no-update-date")
    for _, record in all_records(atlas.dataset):
        updated = getattr(record, "updated", None)
        if updated is not None and updated.earliest() > atlas.day:
            params = {"found": date_text(updated, "vi")}
            yield at(record.origin.place("updated"), "updated-in-future", Level.WARNING, **params)


def not_yet(atlas: Atlas) -> Iterator[Problem]:
    """What is told as done is not still to come."""
    for folder in atlas.folders:
        for kind, names in _DONE:
            records: tuple[Any, ...] = folder.of(kind)
            for record in records:
                for name in names:
                    date = getattr(record, name)
                    if date is not None and date.earliest() > atlas.day:
                        yield at(record.origin.place(name), "not-yet", found=date_text(date, "vi"))


def spans(atlas: Atlas) -> Iterator[Problem]:
    """What began before it ended."""
    pairs = (("since", "until"), ("date", "until"), ("term_start", "term_end"))
    for _, record in all_records(atlas.dataset):
        for item in (record, *getattr(record, "memberships", ()), *getattr(record, "contacts", ())):
            for first, last in pairs:
                begin, end = getattr(item, first, None), getattr(item, last, None)
                if begin is not None and end is not None and begin.earliest() > end.latest():
                    yield at(item.origin.place(last), "ends-before-it-begins")


def memberships(atlas: Atlas) -> Iterator[Problem]:
    """A village belongs to one commune at a time, and today to one that stands."""
    for place in atlas.places:
        typed = place.village.memberships
        yield from _overlaps(typed)
        now = current(typed, atlas.day)
        if now is None:
            yield at(place.village.origin.place("memberships"), "no-commune-today", Level.WARNING)
            continue
        unit = atlas.unit(now.unit)
        if unit is None:
            continue
        if not unit.kind.is_local:
            yield at(now.origin.place("unit"), "not-a-commune", found=unit.full_name)
        elif not stands(unit, atlas.day):
            yield at(now.origin.place("unit"), "commune-of-the-past", Level.WARNING, found=unit.full_name)


def former_names(atlas: Atlas) -> Iterator[Problem]:
    """Pages write the kind before a former name: “xóm Xóm Rạch” says it twice."""
    for place in atlas.places:
        for former in place.village.former_names:
            kind = str(former.kind or place.village.kind)
            if former.name.lower().startswith(f"{kind} "):
                params = {"found": former.name, "guess": former.name[len(kind) :].lstrip()}
                yield at(former.origin.place("name"), "former-name-with-kind", Level.WARNING, **params)


def _overlaps(typed: tuple[Membership, ...]) -> Iterator[Problem]:
    for earlier, later in pairwise(typed):
        if later.since is None:
            continue
        if earlier.until is None or earlier.until.latest() >= later.since.latest():
            yield at(earlier.origin.place("until"), "memberships-overlap")


def houses_nobody_finds(atlas: Atlas) -> Iterator[Problem]:
    """A house has a number or a place on its road; two houses do not share a number on one road."""
    for place in atlas.places:
        seen: dict[tuple[str, str], Household] = {}
        for house in place.folder.of(HOUSEHOLDS):
            if house.number is None:
                if house.distance is None and house.near is None and house.side is None:
                    yield at(house.origin.place(), "house-without-place", Level.WARNING)
                continue
            first = seen.setdefault((house.road.text, house.number.casefold()), house)
            if first is not house:
                file, line, _ = first.origin.place("number")
                params = {"found": house.number, "other": f"{file}:{line}"}
                yield at(house.origin.place("number"), "house-number-twice", Level.WARNING, **params)


def ended_terms(atlas: Atlas) -> Iterator[Problem]:
    """A term of office that is over wants a successor."""
    for place in atlas.places:
        for contact in place.folder.of(CONTACTS):
            if contact.term_end is not None and contact.term_end.latest() < atlas.day:
                params = {"role": str(contact.role), "date": date_text(contact.term_end, "vi")}
                yield at(contact.origin.place("term_end"), "term-ended", Level.WARNING, **params)
