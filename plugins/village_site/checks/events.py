"""What became of codes and villages is said completely and leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.codes.alphabet import shown
from village_site.guessing import Guesses
from village_site.model.events import CodeEvent, Fate
from village_site.problems import Problem, at


def events(atlas: Atlas) -> Iterator[Problem]:
    """An event names what it is about, and where it went, as far as its kind asks for it."""
    known = {village for kind, _, village in atlas.dataset.claimed if kind == "village"}
    known |= {other.village for other in atlas.dataset.events if other.village is not None}
    guesses = Guesses()
    for event in atlas.dataset.events:
        yield from _subject(atlas, event)
        yield from _targets(atlas, event, known, guesses)


def _subject(atlas: Atlas, event: CodeEvent) -> Iterator[Problem]:
    where = event.origin.place("what")
    if event.what.of_village:
        if event.village is None or event.codes:
            yield at(where, "event-wants-village", what=str(event.what))
        elif event.village in atlas.by_id:
            yield at(event.origin.place("village"), "event-village-stands", found=event.village)
    elif not event.codes or event.village is not None:
        yield at(where, "event-wants-codes", what=str(event.what))
    for code in event.codes:
        if code not in atlas.dataset.register.by_code:
            yield at(event.origin.place("codes"), "event-unknown-code", found=shown(code))


def _targets(atlas: Atlas, event: CodeEvent, known: set[str], guesses: Guesses) -> Iterator[Problem]:
    wanted = {Fate.RETIRED: (0, 1), Fate.SPLIT: (2, 99)}.get(event.what, (1, 1))
    if not wanted[0] <= len(event.to) <= wanted[1]:
        yield at(event.origin.place("what"), "event-targets", what=str(event.what), least=str(wanted[0]))
    for target in event.to:
        village, slash, _ = target.text.partition("/")
        where = (target.file, target.line, target.column)
        if village not in known:
            yield at(
                where,
                "event-target-unknown",
                found=target.text,
                guess=guesses.closest(village, sorted(known)),
            )
        elif event.what.of_village and slash:
            yield at(where, "event-target-record", found=target.text)
        elif (
            event.what is Fate.MOVED
            and slash
            and village in atlas.by_id
            and not _is_record(atlas, event, target.text)
        ):
            yield at(where, "event-target-unknown", found=target.text, guess="")


def _is_record(atlas: Atlas, event: CodeEvent, target: str) -> bool:
    village, _, name = target.partition("/")
    kinds = {issued.kind for code in event.codes if (issued := atlas.dataset.register.by_code.get(code))}
    return any((kind, village, name) in atlas.dataset.claimed for kind in kinds)
