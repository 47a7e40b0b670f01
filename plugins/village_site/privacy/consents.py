"""Which personal values may be shown, and where. Whatever no consent names is taken out of the data here,
before anything is linked or written, so that no output can show it by mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from village_site.dataset import Dataset, VillageFolder
from village_site.frozen import frozen
from village_site.model.declare import Field, Record, table
from village_site.model.kinds import Kind
from village_site.model.personal import CONSENTS, Consent, PersonalData, Scope
from village_site.model.shapes import Ref, Reference
from village_site.model.site import PersonalDataAt

Key = tuple[str, str, str]
"""Kind, village and id of a record."""


@frozen
class Withheld:
    """A personal value that was typed and is not published; `reason` is the code of the message why."""

    key: Key
    record: Record
    field: Field
    value: Any
    reason: str


class Permits:
    """What has been agreed to: for each record with personal values, where each of them may be shown."""

    def __init__(self, granted: Mapping[Key, Mapping[PersonalData, frozenset[Scope]]]) -> None:
        self._granted = granted

    def view(self, scope: Scope | None, kind: Kind[Any], village: str, record: Any) -> Any:
        """The record with nothing personal but what may be shown in a place; None is a place for nothing."""
        granted = self._granted.get((kind.name, village, getattr(record, "id", None) or ""))
        if granted is None:
            return record
        hidden = [spec for spec in table(type(record)).personal if scope not in granted.get(_data(spec), ())]
        return without(record, hidden)


@frozen
class Consented:
    """The data with every personal value taken out that nobody agreed to."""

    dataset: Dataset
    permits: Permits
    withheld: tuple[Withheld, ...]


def only_consented(dataset: Dataset) -> Consented:
    """Takes out what no consent names. A consent counts until it is withdrawn, whatever day that was:
    a date typed wrongly must not publish anything."""
    withheld: list[Withheld] = []
    granted: dict[Key, Mapping[PersonalData, frozenset[Scope]]] = {}
    villages = []
    for folder in dataset.villages:
        consents = consents_of(folder)
        records = dict(folder.records)
        for kind in dataset.kinds:
            if not (fields := table(kind.record).personal) or kind.name not in records:
                continue
            kept = []
            for record in records[kind.name]:
                typed = [spec for spec in fields if getattr(record, spec.en) not in (None, ())]
                if typed:
                    key = (kind.name, folder.id, getattr(record, "id", None) or "")
                    signed = consents.get(whose(key, kind, record) or key, ())
                    agreed = _agreed(signed)
                    found = list(_refused(dataset, key, record, typed, agreed, signed))
                    record = without(record, [one.field for one in found])
                    withheld += found
                    granted[key] = agreed
                kept.append(record)
            records[kind.name] = tuple(kept)
        villages.append(replace(folder, records=records))
    return Consented(replace(dataset, villages=tuple(villages)), Permits(granted), tuple(withheld))


def names_others(kind: Kind[Any]) -> bool:
    """True for a kind whose records may name somebody of another kind, as a product its household: no form is
    about such a record, its consent is theirs."""
    return any(isinstance(spec.shape, Reference) for spec in table(kind.record).personal)


def whose(key: Key, kind: Kind[Any], record: Record) -> Key | None:
    """The record that a personal field of this one names: its people are to agree, whatever is typed here.

    None where nobody is named.
    """
    for spec in table(kind.record).personal if names_others(kind) else ():
        if isinstance(ref := getattr(record, spec.en), Ref):
            return (ref.to, ref.id[0] or key[1], ref.id[1])
    return None


def consents_of(folder: VillageFolder) -> dict[Key, list[Consent]]:
    """A village's consents by the record they are about, which is one of that village."""
    found: dict[Key, list[Consent]] = {}
    for consent in folder.of(CONSENTS):
        for ref in (consent.household, consent.contact):
            if ref is not None and ref.id[0] in (None, folder.id):
                found.setdefault((ref.to, folder.id, ref.id[1]), []).append(consent)
    return found


def standing(consents: Sequence[Consent], data: PersonalData) -> list[Consent]:
    """The consents that name it and count: a withdrawal ends those signed until its day, not later ones."""
    naming = [consent for consent in consents if data in consent.fields]
    ended = [consent.withdrawn.latest() for consent in naming if consent.withdrawn is not None]
    return [
        consent
        for consent in naming
        if consent.withdrawn is None and all(consent.date.earliest() > day for day in ended)
    ]


def _agreed(consents: Sequence[Consent]) -> dict[PersonalData, frozenset[Scope]]:
    """What is agreed to now, and where it may be shown."""
    found = {}
    for data in PersonalData:
        if scopes := frozenset(scope for consent in standing(consents, data) for scope in consent.scope):
            found[data] = scopes
    return found


def _refused(
    dataset: Dataset,
    key: Key,
    record: Record,
    typed: list[Field],
    agreed: Mapping[PersonalData, frozenset[Scope]],
    consents: list[Consent] | tuple[()],
) -> Iterator[Withheld]:
    """The typed values that may not be shown, each with the first reason why."""
    private_only = dataset.site.personal_data is PersonalDataAt.PRIVATE
    public = f"{dataset.root.name}/"
    for spec in typed:
        if private_only and record.origin.place(spec.en)[0].startswith(public):
            reason = "personal-in-public"
        elif _data(spec) in agreed:
            continue
        elif any(_data(spec) in consent.fields and consent.withdrawn for consent in consents):
            reason = "consent-withdrawn"
        else:
            reason = "no-consent"
        yield Withheld(key, record, spec, getattr(record, spec.en), reason)


def without(record: Any, fields: list[Field]) -> Any:
    """The record as if these fields had not been typed."""
    return replace(record, **{spec.en: spec.default for spec in fields}) if fields else record


def _data(spec: Field) -> PersonalData:
    assert isinstance(spec.personal, PersonalData), spec.en
    return spec.personal
