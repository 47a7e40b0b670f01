"""Sets of criteria are whole, and scores fit the sets they are given by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.model.criteria import CRITERIA, Assessment, Score, Status
from village_site.model.criteria_sets import CriteriaSet, Criterion, Indicator, Level
from village_site.problems import Level as Severity
from village_site.problems import Problem, at
from village_site.values import FuzzyDate, date_text

N = TypeVar("N", Criterion, Indicator)


@frozen
class Scored:
    """An assessment, its set, and whose it is."""

    assessment: Assessment
    set: CriteriaSet
    of_village: bool
    of_commune: bool
    home: str


def assessments(atlas: Atlas) -> Iterator[Problem]:
    """A score names a criterion or indicator of its set, once; the set is one for such a place and time."""
    for scored in _all(atlas):
        yield from _level(scored)
        yield from _dates(scored)
        yield from _scores(scored)
        yield from _contradictions(scored)


def sets(atlas: Atlas) -> Iterator[Problem]:
    """A set numbers its criteria once, counts them rightly, and says truly what it is and replaces."""
    for one in atlas.dataset.criteria:
        yield from _numbers(one)
        yield from _claims(one)
        yield from _succession(atlas, one)


def _all(atlas: Atlas) -> Iterator[Scored]:
    for place in atlas.places:
        for assessment in place.folder.of(CRITERIA):
            if (known := atlas.criteria.get(assessment.set.text)) is not None:
                yield Scored(assessment, known, True, False, place.name)
    for folder in atlas.dataset.unit_folders.values():
        unit = atlas.units.get(folder.id)
        for assessment in folder.of(CRITERIA):
            if unit is not None and (known := atlas.criteria.get(assessment.set.text)) is not None:
                yield Scored(assessment, known, False, unit.kind.is_local, unit.full_name)


def _level(scored: Scored) -> Iterator[Problem]:
    """Villages are scored by their sets, communes by theirs; of a village's set a commune tells how many."""
    assessment = scored.assessment
    for_villages = scored.set.level is Level.VILLAGE
    params = {"set": str(scored.set.label), "home": scored.home}
    if not for_villages and not scored.of_commune:
        yield at(assessment.origin.place("set"), "set-for-communes", **params)
    elif not scored.of_village and for_villages and (assessment.villages is None or assessment.scores):
        yield at(assessment.origin.place("set"), "set-for-villages", **params)
    if assessment.villages is not None and (scored.of_village or not for_villages):
        yield at(assessment.origin.place("villages"), "villages-of-no-commune")


def _dates(scored: Scored) -> Iterator[Problem]:
    """Scores of a time in which their set was in force."""
    records: tuple[Assessment | Score, ...] = (scored.assessment, *scored.assessment.scores)
    for record in records:
        if record.date is None:
            continue
        code, bound = _outside(record.date, scored.set)
        if bound is not None:
            params = {"set": str(scored.set.label), "found": date_text(record.date, "vi")}
            where = record.origin.place("date")
            yield at(where, code, Severity.WARNING, **params, bound=date_text(bound, "vi"))


def _outside(date: FuzzyDate, entry: CriteriaSet) -> tuple[str, FuzzyDate | None]:
    """The end of a set's time that a date certainly lies beyond; none where it may lie within."""
    if entry.since is not None and date.latest() < entry.since.earliest():
        return "assessed-before-set", entry.since
    if entry.until is not None and date.earliest() > entry.until.latest():
        return "assessed-after-set", entry.until
    return "", None


def _scores(scored: Scored) -> Iterator[Problem]:
    known = {criterion.number: criterion for criterion in scored.set.criteria}
    seen: set[tuple[str, str | None]] = set()
    for score in scored.assessment.scores:
        criterion = known.get(score.criterion)
        if criterion is None:
            params = {"found": score.criterion, "set": str(scored.set.name)}
            yield at(score.origin.place("criterion"), "unknown-criterion", **params)
        elif score.indicator is not None and score.indicator not in _indicators(criterion):
            params = {"found": score.indicator, "criterion": criterion.number}
            yield at(score.origin.place("indicator"), "unknown-indicator", **params)
        elif (score.criterion, score.indicator) in seen:
            yield _twice(score)
        seen.add((score.criterion, score.indicator))


def _indicators(criterion: Criterion) -> set[str]:
    return {indicator.number for indicator in criterion.indicators}


def _twice(score: Score) -> Problem:
    if score.indicator is None:
        return at(score.origin.place("criterion"), "criterion-twice", found=score.criterion)
    return at(score.origin.place("indicator"), "indicator-twice", found=score.indicator)


def _contradictions(scored: Scored) -> Iterator[Problem]:
    """What is wholly met has no part that is not."""
    whole = {score.criterion for score in scored.assessment.scores if _is_whole(score)}
    for score in scored.assessment.scores:
        if score.status is Status.MET:
            continue
        where = score.origin.place("status")
        if scored.assessment.complete:
            yield at(where, "complete-but-open", found=score.criterion)
        elif score.indicator is not None and score.criterion in whole:
            yield at(where, "met-but-indicator-open", found=score.criterion, indicator=score.indicator)


def _is_whole(score: Score) -> bool:
    return score.indicator is None and score.status is Status.MET


def _numbers(one: CriteriaSet) -> Iterator[Problem]:
    for record in _repeated(one.criteria):
        yield at(record.origin.place("number"), "criterion-number-twice", found=record.number)
    for criterion in one.criteria:
        for indicator in _repeated(criterion.indicators):
            yield at(indicator.origin.place("number"), "criterion-number-twice", found=indicator.number)
    if one.size is not None and one.size.value.number < len(one.criteria):
        params = {"found": str(one.size.value.number), "listed": str(len(one.criteria))}
        yield at(one.origin.place("size"), "fewer-criteria-than-listed", **params)


def _repeated(records: tuple[N, ...]) -> Iterator[N]:
    seen: Counter[str] = Counter()
    for record in records:
        seen[record.number] += 1
        if seen[record.number] > 1:
            yield record


def _claims(one: CriteriaSet) -> Iterator[Problem]:
    """An example is nobody's document; what is called checked against its document names it."""
    if not one.verified:
        return
    where = one.origin.place("verified")
    if one.example:
        yield at(where, "example-verified")
    elif not (one.issuer and one.decision and one.sources):
        yield at(where, "verified-without-document", Severity.WARNING)


def _succession(atlas: Atlas, one: CriteriaSet) -> Iterator[Problem]:
    """A set follows another one, and its criteria continue that one's."""
    before = atlas.criteria.get(one.replaces.text) if one.replaces is not None else None
    if one.replaces is not None and _leads_back(atlas, one):
        yield at(one.origin.place("replaces"), "set-replaces-itself")
        return
    for criterion in one.criteria:
        for number in criterion.continues:
            where = criterion.origin.place("continues")
            if one.replaces is None:
                yield at(where, "continues-nothing", found=number)
            elif before is not None and number not in {old.number for old in before.criteria}:
                yield at(where, "continues-unknown", found=number, set=str(before.name))


def _leads_back(atlas: Atlas, one: CriteriaSet) -> bool:
    seen: set[str] = set()
    step: CriteriaSet | None = one
    while step is not None and step.replaces is not None and step.id not in seen:
        seen.add(step.id)
        step = atlas.criteria.get(step.replaces.text)
    return step is not None and step.id == one.id and bool(seen)
