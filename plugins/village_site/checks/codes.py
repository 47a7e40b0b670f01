"""Codes beside records agree with the register; the address they open is one that can be printed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from village_site.atlas import Atlas, code_of, coded_records, record_key
from village_site.codes.alphabet import parse_code, shown
from village_site.problems import Level, Problem, at

ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def codes_beside_records(atlas: Atlas) -> Iterator[Problem]:
    """Each typed code is valid, was issued for that very record, and stands nowhere else."""
    register = atlas.dataset.register
    seen: dict[str, tuple[str, int, int]] = {}
    for place in atlas.places:
        for kind, record in coded_records(place.folder, atlas.dataset.kinds):
            key = (kind.name, record_key(place.folder, kind, record))
            issued = register.by_record.get(key)
            if record.code is None:
                code = "no-code" if issued is None else "code-dropped"
                params = {"code": shown(issued.code) if issued else ""}
                yield at(record.origin.place(), code, Level.WARNING, **params)
                continue
            where = record.origin.place("code")
            typed = parse_code(record.code)
            if typed is None:
                guess = shown(issued.code) if issued else ""
                yield at(where, "bad-code", found=record.code[:20], guess=guess)
                continue
            first = seen.setdefault(typed, where)
            entry = register.by_code.get(typed)
            if first != where:
                yield at(where, "code-twice", found=shown(typed), other=f"{first[0]}:{first[1]}")
            elif entry is None:
                yield at(where, "code-not-issued", found=shown(typed))
            elif (entry.kind, entry.record) != key:
                yield at(where, "code-of-another", found=shown(typed), other=entry.record)


def address_in_symbols(atlas: Atlas) -> Iterator[Problem]:
    """`codes.base_url` is https and, at the root of a domain, fits the densest mode of a symbol."""
    codes = atlas.dataset.site.codes
    where = codes.origin.place("base_url")
    url = urlsplit(codes.base_url)
    if url.scheme.lower() != "https" or not url.hostname:
        yield at(where, "base-url-not-https", found=codes.base_url)
    elif url.path.strip("/") or not set(codes.base_url.upper()) <= ALPHANUMERIC:
        yield at(where, "base-url-byte-mode", Level.WARNING, found=codes.base_url)


def orphans(atlas: Atlas) -> Iterator[Problem]:
    """A code that was issued and has no record any more keeps a neutral page, and somebody must know."""
    records: set[tuple[str, str]] = set()
    typed: set[str | None] = set()  # a code beside a wrong record is told of there
    for place in atlas.places:
        for kind, record in coded_records(place.folder, atlas.dataset.kinds):
            records.add((kind.name, record_key(place.folder, kind, record)))
            typed.add(code_of(record))
    for code, issued in atlas.dataset.register.by_code.items():
        if code not in typed and (issued.kind, issued.record) not in records:
            where = (issued.file, issued.line, 1)
            yield at(where, "orphan", Level.WARNING, found=shown(code), record=issued.record)


def unknown_kinds_in_register(atlas: Atlas) -> Iterator[Problem]:
    """The register names kinds of record that exist and have codes."""
    known = {kind.name for kind in atlas.dataset.kinds if kind.coded}
    for issued in atlas.dataset.register.by_code.values():
        if issued.kind not in known:
            yield at((issued.file, issued.line, 10), "register-kind", found=issued.kind)
