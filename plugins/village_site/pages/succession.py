"""What changes when one set of criteria replaces another, as far as names and declarations tell."""

from __future__ import annotations

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.model.criteria_sets import CriteriaSet, Criterion
from village_site.vietnamese import nfc


@frozen
class Step:
    """A criterion of the later set with those of the earlier one that it goes on from."""

    now: Criterion
    before: tuple[Criterion, ...]


@frozen
class Changes:
    """The way from an earlier set to a later one. A criterion stands in one list, each in its set's order.

    partial: the earlier set is not entered completely, so nothing is said of what is new or gone.
    """

    before: CriteriaSet
    now: CriteriaSet
    kept: tuple[Step, ...]
    continued: tuple[Step, ...]
    new: tuple[Criterion, ...]
    gone: tuple[Criterion, ...]
    partial: bool


def changes(before: CriteriaSet, now: CriteriaSet) -> Changes:
    """Declared continuations first, then equal names; a renamed criterion is never guessed to be the same."""
    by_number = {criterion.number: criterion for criterion in before.criteria}
    by_name = {_name(criterion): criterion for criterion in before.criteria}
    kept, continued, new = [], [], []
    used: set[str] = set()
    for criterion in now.criteria:
        declared = tuple(by_number[number] for number in criterion.continues if number in by_number)
        same = by_name.get(_name(criterion))
        if declared:
            continued.append(Step(criterion, declared))
        elif same is not None:
            kept.append(Step(criterion, (same,)))
        else:
            new.append(criterion)
        used |= {old.number for old in declared or ((same,) if same is not None else ())}
    gone = tuple(old for old in before.criteria if old.number not in used)
    partial = not before.criteria or before.total > len(before.criteria)
    return Changes(before, now, tuple(kept), tuple(continued), tuple(new), gone, partial)


def _name(criterion: Criterion) -> str:
    return " ".join(nfc(criterion.name.vi).casefold().split())


def before_of(atlas: Atlas, entry: CriteriaSet) -> CriteriaSet | None:
    """The set an entry replaces."""
    return atlas.criteria.get(entry.replaces.text) if entry.replaces is not None else None


def after_of(atlas: Atlas, entry: CriteriaSet) -> tuple[CriteriaSet, ...]:
    """The sets that replace an entry, by their ids."""
    later = (one for one in atlas.dataset.criteria if before_of(atlas, one) is entry)
    return tuple(sorted(later, key=lambda one: one.id))


def chain(atlas: Atlas, entry: CriteriaSet) -> tuple[CriteriaSet, ...]:
    """The sets before an entry, itself, and those after it, each once."""
    found = [entry]
    while (older := before_of(atlas, found[0])) is not None and older not in found:
        found.insert(0, older)
    for one in found:  # grows as later sets are found
        found += [later for later in after_of(atlas, one) if later not in found]
    return tuple(found)
