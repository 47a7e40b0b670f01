"""Codes beside records agree with the register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from village_site.atlas import Atlas, coded_records, record_key
from village_site.codes.alphabet import parse_code, shown
from village_site.problems import Level, Problem, at


def codes_beside_records(atlas: Atlas) -> Iterator[Problem]:
    """Each typed code is valid, was issued for that very record, and stands nowhere else."""
    register = atlas.dataset.register
    seen: dict[str, Any] = {}
    codes_for = atlas.fates.codes_by_record(register)
    for place in atlas.places:
        for kind, record in coded_records(place.folder, atlas.dataset.kinds):
            key = (kind.name, record_key(place.folder, kind, record))
            if record.code is None:
                codes = codes_for.get(key)
                params = {"code": shown(codes[0]) if codes else ""}
                yield at(
                    record.origin.place(), "code-dropped" if codes else "no-code", Level.WARNING, **params
                )
                continue
            typed = parse_code(record.code)
            first, entry = seen.setdefault(typed or "", record), register.by_code.get(typed or "")
            if first is record and entry is not None and atlas.fates.owner(entry) == key:
                continue  # nearly every record; finding places costs more than the check
            where = record.origin.place("code")
            if typed is None:
                guess = shown(codes_for[key][0]) if key in codes_for else ""
                yield at(where, "bad-code", found=record.code[:20], guess=guess)
                continue
            if first is not record:
                file, line, _ = first.origin.place("code")
                yield at(where, "code-twice", found=shown(typed), other=f"{file}:{line}")
            elif entry is None:
                yield at(where, "code-not-issued", found=shown(typed))
            elif atlas.fates.is_retired(typed):
                yield at(where, "code-retired", found=shown(typed))
            elif not atlas.fates.may_bear(entry, key):
                yield at(where, "code-of-another", found=shown(typed), other=entry.record)


def orphans(atlas: Atlas) -> Iterator[Problem]:
    """A code that was issued and has no record any more keeps a neutral page, and somebody must know."""
    for coded in atlas.coded():
        if coded.record is None and coded.event is None:
            issued = atlas.dataset.register.by_code[coded.code]
            village, _, name = issued.record.partition("/")
            folder = village if name else None
            if atlas.dataset.may_hold(issued.kind, folder, name or village):
                continue  # the record is there and has a fault of its own, which is told
            where = (issued.file, issued.line, 1)
            yield at(where, "orphan", Level.WARNING, found=shown(coded.code), record=issued.record)


def unknown_kinds_in_register(atlas: Atlas) -> Iterator[Problem]:
    """The register names kinds of record that exist and have codes."""
    known = {kind.name for kind in atlas.dataset.kinds if kind.coded}
    for issued in atlas.dataset.register.by_code.values():
        if issued.kind not in known:
            yield at((issued.file, issued.line, 10), "register-kind", found=issued.kind)
