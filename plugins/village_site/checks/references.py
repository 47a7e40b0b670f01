"""Ids are used once and references lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.checks.naming import meant_by_name
from village_site.checks.walk import all_records, links
from village_site.dataset import Dataset
from village_site.guessing import Guesses
from village_site.model.declare import Record, table
from village_site.model.shapes import Ref
from village_site.problems import Problem, at

Names = dict[tuple[str, str | None], list[str]]
"""The ids of a kind's records in a village, or of those that are shared."""


def ids_used_twice(atlas: Atlas) -> Iterator[Problem]:
    """An id names one record: within its kind and village, or within its kind where it is shared."""
    seen: dict[tuple[type, str | None, str], Record] = {}
    for folder, record in all_records(atlas.dataset):
        if "id" not in table(type(record)).by_name:
            continue
        found: str | None = getattr(record, "id")  # noqa: B009 - not every record has one
        if found is None:
            continue
        first = seen.setdefault((type(record), folder, found), record)
        if first is not record:
            file, line, _ = first.origin.place("id")
            yield at(record.origin.place("id"), "id-twice", found=found, other=f"{file}:{line}")


def dangling_references(atlas: Atlas) -> Iterator[Problem]:
    """A reference must name a record of its kind; unread records count as there."""
    guesses = Guesses()
    names: Names = {}
    for _, record in all_records(atlas.dataset):
        for link in links(record):
            if isinstance(link, Ref):
                if not _resolves(link, atlas.dataset):
                    names = names or _names(atlas.dataset)  # nearly always there is no need for them
                    yield _dangling(link, names, guesses, atlas.dataset)
            elif (
                link.is_id
                and link.text not in atlas.sources
                and not atlas.dataset.may_hold("source", None, link.text)
            ):
                guess = guesses.closest(link.text, atlas.sources)
                yield at((link.file, link.line, link.column), "unknown-source", found=link.text, guess=guess)


def _resolves(link: Ref, dataset: Dataset) -> bool:
    village, name = link.id
    if not link.is_id:
        return False
    here = dataset.may_hold(link.to, village, name)
    return here or ("/" not in link.text and dataset.may_hold(link.to, None, name))


def _names(dataset: Dataset) -> Names:
    found: Names = {}
    for kind, village, name in sorted(dataset.claimed, key=str):
        found.setdefault((kind, village), []).append(name)
    return found


def _dangling(link: Ref, names: Names, guesses: Guesses, dataset: Dataset) -> Problem:
    village, name = link.id
    known = names.get((link.to, village), [])
    shared = names.get((link.to, None), []) if village is not None else []
    if shared:
        known = shared + known
    if not link.is_id:
        guess = meant_by_name(link, dataset, known, guesses)
        return at((link.file, link.line, link.column), "bad-reference", found=link.text[:60], guess=guess)
    guess = guesses.closest(name, known)
    params = {"found": link.text, "guess": f"{village}/{guess}" if guess and "/" in link.text else guess}
    return at((link.file, link.line, link.column), f"dangling-{link.to}", **params)
