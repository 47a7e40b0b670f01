"""Withdrawing a consent: values are deleted, the consent says so, traces are kept to find what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from village_site.atlas import Atlas
from village_site.dataset import Dataset, VillageFolder
from village_site.editing import CannotInsert, Insertion, insert_fields, quoted
from village_site.editing.removal import CannotRemove, remove_fields
from village_site.frozen import frozen
from village_site.media.photos import source_of
from village_site.model.bind import language_of, name_in
from village_site.model.declare import Field, Origin, Record, table
from village_site.model.kinds import Kind
from village_site.model.listed import Listed
from village_site.model.personal import Consent, PersonalData
from village_site.privacy.consents import Key, consents_of, names_others, standing, whose
from village_site.privacy.leftovers import traces_of
from village_site.problems import DataError, Problem, at
from village_site.source import Mapping, Scalar, Unreadable, read_yaml
from village_site.source import Sequence as Items


@frozen
class Withdrawal:
    """What a withdrawal changes: files with their new bytes, photographs to delete, how many values go."""

    changes: dict[Path, bytes]
    photos: tuple[Path, ...]
    values: int
    consents: int


@frozen
class _Value:
    """A personal value that is deleted, and where it was typed."""

    kind: Kind[Any]
    record: Record
    field: Field
    value: Any


def plan(atlas: Atlas, raw: Dataset, target: str, data: frozenset[PersonalData], day: dt.date) -> Withdrawal:
    """How `data` of the record `village/id` is withdrawn on a day.

    `raw` is the dataset as it was read: what is withheld is deleted as well. Raises DataError when there is
    no such record, or a file is laid out so unusually that it must be changed by hand.
    """
    folder, kind, record = _find(raw, target)
    key = (kind.name, folder.id, record.id)
    going = [*_own(kind, record, data), *_named_by(folder, raw, key, data)]
    traces = list(dict.fromkeys(_traces(atlas, going)))
    photos = tuple(source_of(atlas, one.value) for one in going if one.field.en == "photo")
    edits = _Edits(raw)
    consents = consents_of(folder).get(key, [])
    ending = [one for one in consents if any(one in standing(consents, named) for named in data)]
    # From the last to the first of a file, so that the places of those above stay what they were.
    for consent in sorted(ending, key=lambda one: one.origin.mapping.line, reverse=True):
        edits.end(consent, data, day, traces)
        traces = []
    # After the consents, and written after them: whoever is stopped in between has the traces, and a value
    # without consent, which is published nowhere and goes with the next run.
    typed: dict[str, list[Scalar]] = {}
    for value in going:
        for origin, keys in _typed(value.record.origin, [value.field]):
            typed.setdefault(origin.file, []).extend(keys)
    for file, keys in typed.items():
        edits.remove(file, keys)
    return Withdrawal(edits.changes, photos, len(going), len(ending))


def _find(raw: Dataset, target: str) -> tuple[VillageFolder, Kind[Any], Any]:
    village, _, name = target.partition("/")
    for folder in raw.villages:
        if folder.id != village:
            continue
        for kind in raw.kinds:
            if table(kind.record).personal and not names_others(kind):
                for record in folder.of(kind):
                    if getattr(record, "id", None) == name:
                        return folder, kind, record
    raise DataError([Problem(raw.root.name, 1, 1, "withdraw-unknown", params={"found": target})])


def _own(kind: Kind[Any], record: Record, data: frozenset[PersonalData]) -> Iterator[_Value]:
    """The values of a record that go."""
    for spec in table(kind.record).personal:
        if spec.personal in data and (value := getattr(record, spec.en)) not in (None, ()):
            yield _Value(kind, record, spec, value)


def _named_by(
    folder: VillageFolder, raw: Dataset, key: Key, data: frozenset[PersonalData]
) -> Iterator[_Value]:
    """What names the record whose consent ends, in other records of the village: it goes as well."""
    for kind in filter(names_others, raw.kinds):
        for record in folder.of(kind):
            if whose(key, kind, record) == key:
                yield from _own(kind, record, data)


def _traces(atlas: Atlas, going: Iterable[_Value]) -> Iterator[str]:
    for value in going:
        for found, trace in traces_of(atlas, value.kind, value.record):
            if found is value.field.personal:
                yield trace


def _typed(origin: Origin, fields: Iterable[Field]) -> Iterator[tuple[Origin, list[Scalar]]]:
    """The keys of the fields, by the file they are typed in."""
    names = {spec.en for spec in fields}
    for one in (origin, origin.over):
        if one is None:
            continue
        keys = [
            key for key, _ in one.mapping.pairs if (spec := one.table.find(key.text)) and spec.en in names
        ]
        if keys:
            yield one, keys


class _Edits:
    """The new bytes of the files that change."""

    def __init__(self, raw: Dataset) -> None:
        self._raw = raw
        self.changes: dict[Path, bytes] = {}

    def remove(self, file: str, keys: list[Scalar]) -> None:
        """Takes the fields of these keys out of a file."""
        path = self._path(file)
        try:
            self.changes[path] = remove_fields(self._bytes(path), keys)
        except CannotRemove as fault:
            raise DataError([at((file, fault.key.line, fault.key.column), "withdraw-by-hand")]) from None

    def end(self, consent: Consent, data: frozenset[PersonalData], day: dt.date, traces: list[str]) -> None:
        """Ends a consent, or adds one that ends a part of it."""
        path = self._path(consent.origin.file)
        before = self._bytes(path)
        mapping = consent.origin.mapping
        lines = {"withdrawn": f"{day:%d/%m/%Y}"} | ({"traces": " ".join(traces)} if traces else {})
        try:
            if data.issuperset(consent.fields):
                after = before
                for name, value in lines.items():
                    after = insert_fields(after, [_insertion(consent, name, value, after)])
            else:
                after = _with_part(before, consent, data, lines)
        except (CannotInsert, Unreadable):
            where = (consent.origin.file, mapping.line, mapping.column)
            raise DataError([at(where, "withdraw-by-hand")]) from None
        self.changes[path] = after

    def _path(self, file: str) -> Path:
        top, _, rest = file.partition("/")
        return (self._raw.private if top == self._raw.private.name else self._raw.root) / rest

    def _bytes(self, path: Path) -> bytes:
        return self.changes.get(path) or path.read_bytes()


def _insertion(consent: Consent, name: str, value: str, data: bytes) -> Insertion:
    """A field at the end of a consent's mapping as it stands now."""
    mapping = consent.origin.mapping
    root = read_yaml(data, "")
    items = root.items if type(root) is Items else []
    now = next(item for item in items if (item.line, item.column) == (mapping.line, mapping.column))
    assert isinstance(now, Mapping)
    fields = consent.origin.table
    spec = fields.by_name[name]
    return Insertion(now, name_in(spec, language_of(mapping, fields)), value, after=now.pairs[-1][0].text)


def _with_part(
    before: bytes, consent: Consent, data: frozenset[PersonalData], lines: dict[str, str]
) -> bytes:
    """The file with a further consent at its end that ends a part of this one. Raises Unreadable."""
    fields = consent.origin.table
    lang = language_of(consent.origin.mapping, fields)
    part = [one for one in consent.fields if one in data]

    def listed(items: Iterable[Listed]) -> str:
        return f"[{', '.join(quoted(item.term.vi if lang == 'vi' else item.term.en) for item in items)}]"

    ref = consent.household or consent.contact
    assert ref is not None
    values = {
        "id": f"{consent.id}-{len(_items(before)) + 1}",
        ref.to: ref.text,
        "fields": listed(part),
        "scope": listed(consent.scope),
        "form": quoted(consent.form),
        "date": f"{consent.date.earliest():%d/%m/%Y}",
        "by": quoted(consent.by.vi),
        "paper": quoted(consent.paper),
        **lines,
    }
    typed = [f"{name_in(fields.by_name[name], lang)}: {value}" for name, value in values.items()]
    text = before.decode("utf-8").rstrip("\n") + "\n\n- " + "\n  ".join(typed) + "\n"
    after = text.encode()
    if len(_items(after)) != len(_items(before)) + 1:
        raise Unreadable(Problem(consent.origin.file, 1, 1, "withdraw-by-hand"))
    return after


def _items(data: bytes) -> list[Any]:
    root = read_yaml(data, "")
    return root.items if type(root) is Items else []
