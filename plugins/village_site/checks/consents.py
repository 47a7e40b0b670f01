"""Personal values and the consents they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.homes import Place
from village_site.model import KINDS
from village_site.model.declare import table
from village_site.model.personal import CONSENTS, Consent, Scope
from village_site.model.site import PersonalDataAt
from village_site.problems import Level, Problem, at
from village_site.values import date_text


def personal_values(atlas: Atlas) -> Iterator[Problem]:
    """A personal value stands where it may, and rests on a consent that names its field. It is never told."""
    for one in atlas.withheld:
        data = one.field.personal
        params = {"field": one.field.vi, "data": data.term.vi if data is not None else ""}
        yield at(one.record.origin.place(one.field.en), one.reason, Level.WITHHELD, **params)


def consents_where_they_belong(atlas: Atlas) -> Iterator[Problem]:
    """Consents stand in the private folder, unless the maintainer has chosen otherwise."""
    if atlas.dataset.site.personal_data is PersonalDataAt.PUBLIC:
        return
    for place in atlas.places:
        for consent in place.folder.of(CONSENTS):
            if consent.origin.file.startswith(f"{atlas.dataset.root.name}/"):
                yield at(consent.origin.place(), "consent-in-public", Level.WITHHELD)


def consents(atlas: Atlas) -> Iterator[Problem]:
    """A consent says who agreed to what, where, and on which day."""
    for place in atlas.places:
        for consent in place.folder.of(CONSENTS):
            yield from _complete(atlas, consent)
            yield from _fits(place, consent)


def _complete(atlas: Atlas, consent: Consent) -> Iterator[Problem]:
    where = consent.origin.place
    if (consent.household is None) is (consent.contact is None):
        yield at(where(), "consent-of-whom", Level.WITHHELD)
    if not consent.fields:
        yield at(where("fields"), "consent-to-nothing", Level.WITHHELD)
    if not consent.scope:
        yield at(where("scope"), "consent-nowhere", Level.WITHHELD)
    if consent.date.earliest() != consent.date.latest():
        yield at(where("date"), "consent-day", Level.WITHHELD, found=date_text(consent.date, "vi"))
    elif consent.date.earliest() > atlas.day:
        yield at(where("date"), "consent-in-future", Level.WITHHELD, found=date_text(consent.date, "vi"))
    if consent.withdrawn is not None and consent.withdrawn.latest() < consent.date.earliest():
        yield at(where("withdrawn"), "ends-before-it-begins", Level.WITHHELD)
    if consent.review is not None and consent.withdrawn is None and consent.review.latest() < atlas.day:
        yield at(where("review"), "consent-review-due", Level.WARNING, date=date_text(consent.review, "vi"))


def _fits(place: Place, consent: Consent) -> Iterator[Problem]:
    """What was agreed to can be typed and shown for whom it was signed for."""
    ref = consent.household or consent.contact
    if ref is None:
        return
    if (ref.id[0] or place.id) != place.id:
        yield at((ref.file, ref.line, ref.column), "consent-elsewhere", Level.WITHHELD)
        return
    kind = next(kind for kind in KINDS if kind.name == ref.to)
    known = {spec.personal for spec in table(kind.record).personal}
    for data in consent.fields:
        if data not in known:
            params = {"data": data.term.vi, "kind": kind.title.vi.lower()}
            yield at(consent.origin.place("fields"), "consent-without-field", Level.WARNING, **params)
    if consent.contact is not None and consent.scope and Scope.VILLAGE not in consent.scope:
        yield at(consent.origin.place("scope"), "consent-shows-nowhere", Level.WARNING)
