"""Ids are used once and references lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.checks.walk import all_records, links
from village_site.dataset import Dataset
from village_site.model.criteria import CRITERIA
from village_site.model.declare import Record, table
from village_site.model.shapes import Ref
from village_site.problems import Problem, at
from village_site.vietnamese import closest


def ids_used_twice(atlas: Atlas) -> Iterator[Problem]:
    """An id names one record: within its kind and village, or within its kind where it is shared."""
    seen: dict[tuple[type, str | None, str], Record] = {}
    for folder, record in all_records(atlas.dataset):
        if "id" not in table(type(record)).by_name:
            continue
        found: str = getattr(record, "id")  # noqa: B009 - not every record has one
        first = seen.setdefault((type(record), folder, found), record)
        if first is not record:
            file, line, _ = first.origin.place("id")
            yield at(record.origin.place("id"), "id-twice", found=found, other=f"{file}:{line}")


def dangling_references(atlas: Atlas) -> Iterator[Problem]:
    """A reference must name a record of its kind; unread records count as there."""
    claimed = atlas.dataset.claimed
    for _, record in all_records(atlas.dataset):
        for link in links(record):
            if isinstance(link, Ref):
                if not _resolves(link, atlas.dataset):
                    yield _dangling(link, claimed)
            elif (
                link.is_id
                and link.text not in atlas.sources
                and not atlas.dataset.may_hold("source", None, link.text)
            ):
                guess = closest(link.text, atlas.sources) or ""
                yield at((link.file, link.line, link.column), "unknown-source", found=link.text, guess=guess)


def _resolves(link: Ref, dataset: Dataset) -> bool:
    village, name = link.id
    here = dataset.may_hold(link.to, village, name)
    return here or ("/" not in link.text and dataset.may_hold(link.to, None, name))


def _dangling(link: Ref, claimed: frozenset[tuple[str, str | None, str]]) -> Problem:
    village, _ = link.id
    known = [
        (f"{village}/{other}" if "/" in link.text else other)
        for kind, where, other in sorted(claimed, key=str)
        if kind == link.to and where in (village, None)
    ]
    params = {"found": link.text, "guess": closest(link.text, known) or ""}
    return at((link.file, link.line, link.column), f"dangling-{link.to}", **params)


def scores_outside_their_set(atlas: Atlas) -> Iterator[Problem]:
    """A score names a criterion of its set, once."""
    for place in atlas.places:
        for assessment in place.folder.of(CRITERIA):
            entry = atlas.criteria.get(assessment.set.text)
            if entry is None:
                continue
            known = {criterion.number for criterion in entry.criteria}
            seen: set[str] = set()
            for score in assessment.scores:
                where = score.origin.place("criterion")
                if score.criterion not in known:
                    yield at(where, "unknown-criterion", found=score.criterion, set=str(entry.name))
                elif score.criterion in seen:
                    yield at(where, "criterion-twice", found=score.criterion)
                seen.add(score.criterion)
