"""After a build: nothing that was withdrawn, or never agreed to, stands in anything that was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from village_site.atlas import Atlas, code_of
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.media.photos import source_of
from village_site.model.declare import table
from village_site.model.households import HOUSEHOLDS
from village_site.model.kinds import Kind
from village_site.model.personal import CONSENTS, PersonalData, Scope
from village_site.model.shapes import Ref
from village_site.privacy.consents import Key, Withheld, names_others
from village_site.privacy.traces import (
    Candidates,
    is_plate,
    is_short,
    kind_of_trace,
    trace_of_phone,
    trace_of_photo,
    trace_of_place,
    trace_of_plate,
    traces_of_text,
)
from village_site.privacy.written import files, in_file
from village_site.problems import Problem, Where, at

_OWN_ONLY = frozenset((PersonalData.TRADE, PersonalData.TITLES))
"""Words such as “bán rau” are nobody's own: they are looked for on the record's own pages alone."""


@frozen
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
        for path in files(folder):
            shown = path.relative_to(folder).as_posix()
            for trace in in_file(path, candidates, all_traces):
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
    A household that was named as maker is looked for on the light page of every product of its village that
    names nobody, and, as long as nothing else may lead to it there, on the village's pages.
    """
    shown_by_others = _shown(atlas)
    everywhere: dict[str, list[Wanted]] = {}
    own: dict[tuple[str, str], list[Wanted]] = {}
    codes = _codes(atlas)
    for one in looked_for:
        if is_plate(one.trace):
            for page in _without_household(atlas, one):
                own.setdefault((one.trace, page), []).append(one)
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


def _without_household(atlas: Atlas, one: Wanted) -> Iterator[str]:
    """The pages that a household's plate must not stand on, as `_owner` names them."""
    village = one.key[1]
    yield from _nameless(atlas, village)
    place = atlas.by_id.get(village)
    if place is not None and one.trace not in set(map(trace_of_plate, _led_to(atlas, place))):
        yield place.url


def _led_to(atlas: Atlas, place: Place) -> Iterator[str]:
    """The codes of households that a village's page may lead to: those that trade, and makers."""
    named = {
        ref.id
        for kind in atlas.dataset.kinds
        if names_others(kind)
        for record in place.folder.of(kind)
        for spec in table(kind.record).personal
        if isinstance(ref := getattr(record, spec.en), Ref)
    }
    for house in place.folder.of(HOUSEHOLDS):
        seen = atlas.permits.view(Scope.VILLAGE, HOUSEHOLDS, place.id, house)
        if (code := code_of(house)) is not None and (seen.trades or (place.id, house.id) in named):
            yield code


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
    """The code whose own page a file belongs to, or the address of the village; "" for any other file."""
    top, _, rest = shown.partition("/")
    name, inside, _ = rest.partition("/")
    if not inside:
        return ""
    return name if top == "Q" else f"{top}/{name}/"
