"""After a build: nothing that was withdrawn, or never agreed to, stands in anything that was written."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from village_site.atlas import Atlas, code_of
from village_site.exports.contentlines import read_through
from village_site.media.photos import source_of
from village_site.model.declare import table
from village_site.model.households import HOUSEHOLDS
from village_site.model.kinds import Kind
from village_site.model.personal import CONSENTS, PersonalData
from village_site.model.shapes import Ref
from village_site.privacy.consents import Key, Withheld, names_others
from village_site.privacy.traces import (
    Candidates,
    is_plate,
    is_short,
    kind_of_trace,
    same_photo,
    trace_of_phone,
    trace_of_photo,
    trace_of_place,
    trace_of_plate,
    traces_of_text,
)
from village_site.problems import Problem, Where, at

_TEXTS = frozenset(
    (".html", ".json", ".xml", ".txt", ".csv", ".md", ".webmanifest", ".js", ".ics", ".vcf", ".svg")
)
_PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp"))
_OWN_ONLY = frozenset((PersonalData.TRADE, PersonalData.TITLES))
"""Words such as “bán rau” are nobody's own: they are looked for on the record's own pages alone."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One value that must not be found: its trace, who it belonged to, and where to point."""

    trace: str
    key: Key
    where: Where


def wanted(atlas: Atlas) -> tuple[Wanted, ...]:
    """Every value that was withdrawn or is withheld."""
    found = [
        Wanted(trace, one.key, one.record.origin.place(one.field.en))
        for one in atlas.withheld
        for trace in _traces(atlas, one)
    ]
    for place in atlas.places:
        for consent in place.folder.of(CONSENTS):
            ref = consent.household or consent.contact
            if ref is not None and consent.withdrawn is not None:
                key = (ref.to, ref.id[0] or place.id, ref.id[1])
                found += [Wanted(trace, key, consent.origin.place("traces")) for trace in consent.traces]
    return tuple(found)


def leftovers(atlas: Atlas, *folders: Path) -> list[Problem]:
    """What still stands in files below the folders, and in which. The value is not told.

    Costs nothing where nobody has withdrawn anything.
    """
    looked_for = wanted(atlas)
    if not looked_for:
        return []
    everywhere, own = _split(atlas, looked_for)
    all_traces = frozenset(one.trace for one in looked_for)
    candidates = Candidates(all_traces)
    problems = []
    for folder in folders:
        for path in _files(folder):
            shown = path.relative_to(folder).as_posix()
            for trace in _in_file(path, candidates, all_traces):
                for one in (*everywhere.get(trace, ()), *own.get((trace, _owner(shown)), ())):
                    data = kind_of_trace(trace).term.vi
                    problems.append(at(one.where, "trace-left", data=data, path=f"{folder.name}/{shown}"))
    return problems


def in_words(atlas: Atlas, texts: Iterable[str], what: str) -> list[Problem]:
    """The same for words on their way to something that cannot be searched afterwards, such as a plate."""
    looked_for = wanted(atlas)
    if not looked_for:
        return []
    everywhere, _ = _split(atlas, looked_for)
    found = Candidates(frozenset(everywhere)).found("\n".join(texts))
    return [
        at(one.where, "trace-left", data=kind_of_trace(trace).term.vi, path=what)
        for trace in sorted(found)
        for one in everywhere[trace]
    ]


def traces_of(atlas: Atlas, kind: Kind[Any], record: Any) -> Iterator[tuple[PersonalData, str]]:
    """The traces of a record's personal values as they stand in the data, for a withdrawal."""
    for spec in table(kind.record).personal:
        value = getattr(record, spec.en)
        data = spec.personal
        assert isinstance(data, PersonalData)
        if value not in (None, ()):
            yield from ((data, trace) for trace in _of_value(atlas, data, value))


def _traces(atlas: Atlas, one: Withheld) -> Iterator[str]:
    assert isinstance(one.field.personal, PersonalData)
    return _of_value(atlas, one.field.personal, one.value)


def _of_value(atlas: Atlas, data: PersonalData, value: Any) -> Iterator[str]:
    if isinstance(value, Ref):
        yield from _of_household(atlas, value)
    elif data is PersonalData.PHONE:
        yield trace_of_phone(value.digits)
    elif data is PersonalData.PLACE:
        yield trace_of_place(value)
    elif data is PersonalData.PHOTO:
        file = source_of(atlas, value)
        if file.is_file():
            yield trace_of_photo(file)
    else:
        for text in value if isinstance(value, tuple) else (value,):
            yield from traces_of_text(data, str(text))


def _of_household(atlas: Atlas, ref: Ref) -> Iterator[str]:
    """A household that was named has no words of its own there, but a link to its page."""
    village, name = ref.id
    place = atlas.by_id.get(village or "")
    for house in place.folder.of(HOUSEHOLDS) if place is not None else ():
        if house.id == name and (code := code_of(house)) is not None:
            yield trace_of_plate(code)


def _split(
    atlas: Atlas, looked_for: tuple[Wanted, ...]
) -> tuple[dict[str, list[Wanted]], dict[tuple[str, str], list[Wanted]]]:
    """What is looked for everywhere, by trace, and what on the record's own pages alone, by trace and code.

    A value that somebody else has agreed to show (two people may bear one name) counts on its own pages only.
    A household that was named as maker is looked for on every page that could name it.
    """
    shown_by_others = _shown(atlas)
    everywhere: dict[str, list[Wanted]] = {}
    own: dict[tuple[str, str], list[Wanted]] = {}
    codes = _codes(atlas)
    for one in looked_for:
        if is_plate(one.trace):
            for code in _nameless(atlas, one.key[1]):
                own.setdefault((one.trace, code), []).append(one)
        elif kind_of_trace(one.trace) in _OWN_ONLY or is_short(one.trace) or one.trace in shown_by_others:
            for code in codes.get(one.key, ()):
                own.setdefault((one.trace, code), []).append(one)
        else:
            everywhere.setdefault(one.trace, []).append(one)
    return everywhere, own


def _shown(atlas: Atlas) -> frozenset[str]:
    """Traces of every personal value that is published."""
    return frozenset(
        trace
        for place in atlas.places
        for kind in atlas.dataset.kinds
        if table(kind.record).personal
        for record in place.folder.of(kind)
        for _, trace in traces_of(atlas, kind, record)
    )


def _codes(atlas: Atlas) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for coded in atlas.coded():
        if coded.place is not None and coded.record is not None:
            key = (coded.kind.name, coded.place.id, getattr(coded.record, "id", None) or "")
            found.setdefault(key, []).append(coded.code)
    return found


def _nameless(atlas: Atlas, village: str) -> Iterator[str]:
    """The codes of a village's records that could name somebody and do not, or no longer do."""
    for coded in atlas.coded():
        if coded.place is None or coded.record is None or coded.place.id != village:
            continue
        if names_others(coded.kind) and all(
            getattr(coded.record, spec.en) is None for spec in table(coded.kind.record).personal
        ):
            yield coded.code


def _owner(shown: str) -> str:
    """The code whose own page a file belongs to; "" for any other file."""
    parts = shown.split("/")
    return parts[1] if parts[0] == "Q" and len(parts) > 2 else ""


def _files(folder: Path) -> Iterator[Path]:
    for base, names, files in os.walk(folder):
        names.sort()
        yield from (Path(base, name) for name in sorted(files))


def _in_file(path: Path, candidates: Candidates, traces: frozenset[str]) -> set[str]:
    """The traces found in a file's name or contents."""
    suffix = path.suffix.lower()
    if suffix in _PICTURES:
        return same_photo(traces, path.read_bytes())
    data = path.read_bytes()
    if suffix == ".gz":
        data, suffix = gzip.decompress(data), Path(path.stem).suffix.lower()
    if suffix not in _TEXTS and path.suffix:
        return set()
    return candidates.found("\n".join(readings(data.decode("utf-8", "replace"), suffix)))


def readings(text: str, suffix: str) -> Iterator[str]:
    """A file's text as people and programs may read it: with and without tags, entities, escapes."""
    yield unquote(html.unescape(text))
    if suffix in (".html", ".xml", ".svg"):
        yield html.unescape(re.sub(r"<[^>]*>", " ", text))
    elif suffix in (".ics", ".vcf"):
        yield read_through(text)
    elif suffix in (".json", ".webmanifest"):
        try:
            yield "\n".join(_strings(json.loads(text)))
        except ValueError:
            return


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _strings(item)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(item, float) for item in value):
            yield f"{value[0]}, {value[1]}"
        for item in value:
            yield from _strings(item)
