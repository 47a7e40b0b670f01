"""Issuing: every record that should have a code and lacks one gets it, once and for good.

The register comes first and the editors' files after it. A run that is killed in between leaves codes
that are issued and not yet written, and the next run writes those instead of issuing others.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from village_site.atlas import code_of, coded_records, record_key
from village_site.codes.alphabet import new_code, shown
from village_site.codes.fates import Fates
from village_site.codes.register import digest, file_text
from village_site.dataset import REGISTER, Dataset
from village_site.editing import CannotInsert, Insertion, insert_fields, write_files
from village_site.editing.files import sync_folder
from village_site.frozen import frozen
from village_site.model.bind import leaning, name_in
from village_site.model.declare import Origin
from village_site.problems import DataError, Problem


@frozen
class Assigned:
    """A code for a record, which the register calls `record`, and the line it becomes in `file`."""

    code: str
    kind: str
    record: str
    file: str
    insertion: Insertion


@frozen
class Plan:
    """What a run would write: `new` codes to be issued, `restored` ones that the register already knows."""

    root: Path
    day: dt.date
    new: tuple[Assigned, ...]
    restored: tuple[Assigned, ...]

    def apply(self) -> None:
        """Writes one new register file, then the records' files; with nothing planned, nothing at all.

        Raises DataError, before anything is written, when a code cannot be added to its file without
        changing something else; OSError when a file cannot be read or written.
        """
        changes = dict(self._edited())
        if self.new:
            register = self.root / REGISTER
            if not register.is_dir():
                register.mkdir()
                sync_folder(self.root)
            text = file_text((item.code, item.kind, item.record) for item in self.new)
            changes = {register / f"{self.day.isoformat()}-{digest(text)}.csv": text.encode()} | changes
        write_files(changes)

    def _edited(self) -> Iterator[tuple[Path, bytes]]:
        """The new bytes of every file with a record that gets its code."""
        by_file: dict[str, list[Insertion]] = {}
        for item in (*self.new, *self.restored):
            by_file.setdefault(item.file, []).append(item.insertion)
        for file, insertions in sorted(by_file.items()):
            path = self.root / file.partition("/")[2]
            try:
                yield path, insert_fields(path.read_bytes(), insertions)
            except CannotInsert as refused:
                into, field = refused.insertion.into, refused.insertion.name
                problem = Problem(file, into.line, into.column, "code-not-written", params={"field": field})
                raise DataError([problem]) from None


def plan(dataset: Dataset, day: dt.date, choose: Callable[[str], str] = secrets.choice) -> Plan:
    """What to write so that every coded record of a data set without errors has its code; writes nothing.

    `day` goes into the register file's name; `choose` picks one symbol of a text.
    """
    every = [
        (kind.name, record_key(folder, kind, record), record)
        for folder in dataset.villages
        for kind, record in coded_records(folder, dataset.kinds)
    ]
    register = dataset.register
    typed = {code for _, _, record in every if (code := code_of(record))}
    taken = typed | register.by_code.keys()
    known = Fates(dataset.events).codes_by_record(register)
    languages = _languages(record.origin for _, _, record in every)
    new: list[Assigned] = []
    restored: list[Assigned] = []
    for kind, key, record in every:
        if record.code:
            continue
        issued = next((code for code in known.get((kind, key), ()) if code not in typed), None)
        code = issued or new_code(taken.__contains__, choose)
        taken.add(code)
        insertion = _insertion(record.origin, code, languages[record.origin.file])
        (restored if issued else new).append(Assigned(code, kind, key, record.origin.file, insertion))
    return Plan(dataset.root, day, tuple(new), tuple(restored))


def _languages(origins: Iterable[Origin]) -> dict[str, str]:
    """The language most keys of a file's records are written in; Vietnamese where they are even."""
    totals: Counter[str] = Counter()
    for origin in origins:
        totals[origin.file] += leaning(origin.mapping, origin.table)
    return {file: "en" if total < 0 else "vi" for file, total in totals.items()}


def _insertion(origin: Origin, code: str, language: str) -> Insertion:
    """The code behind the record's id, named in the record's own language or else in its file's."""
    own = leaning(origin.mapping, origin.table)
    if own:
        language = "vi" if own > 0 else "en"
    name = _typed(origin, "code") or name_in(origin.table.by_name["code"], language)
    return Insertion(origin.mapping, name, shown(code), after=_typed(origin, "id"))


def _typed(origin: Origin, field: str) -> str:
    """The key by which a record gives a field, as typed; "" when it does not."""
    for name, _ in origin.mapping.pairs:
        found: Any = origin.table.find(name.text)
        if found is not None and found.en == field:
            return name.text
    return ""
