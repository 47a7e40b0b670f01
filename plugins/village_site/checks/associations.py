"""Groups and associations: heads are roles, and what is looked after is there."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.model.associations import ASSOCIATIONS, Association
from village_site.model.care import Care
from village_site.model.groups import GROUPS, Group
from village_site.privacy.sensitive.naming import names_person
from village_site.privacy.sensitive.wording import Wording, spoken
from village_site.problems import Level, Problem, at

_BELIEVERS = Wording(
    "phật (?:tử|giáo)|giáo (?:dân|xứ|họ|hội|khu)|ban hành giáo|công giáo|thiên chúa|tin lành|cao đài",
    "hòa hảo|hồi giáo|hội thánh|tín đồ|họ đạo|đạo tràng|ban trị sự",
)


def in_their_hands(atlas: Atlas) -> Iterator[Problem]:
    """Each group and association of every village."""
    for place in atlas.places:
        records: tuple[Group | Association, ...] = (*place.folder.of(GROUPS), *place.folder.of(ASSOCIATIONS))
        for record in records:
            yield from _head(record)
            if isinstance(record, Association):
                yield from _faith(record)
            for care in (*record.looks_after, *record.supervises):
                yield from _criterion(atlas, care)


def _head(record: Group | Association) -> Iterator[Problem]:
    """Whoever leads is told by role: a name needs a consent, and changes with every election."""
    if record.head is not None and names_person(record.head.vi):
        yield at(record.origin.place("head"), "head-is-a-name", Level.WARNING)


def _faith(record: Association) -> Iterator[Problem]:
    """A list of believers' groups would tell who belongs to which faith."""
    if record.name is not None and _BELIEVERS.search(spoken(record.name)):
        yield at(record.origin.place("name"), "association-of-faith")


def _criterion(atlas: Atlas, care: Care) -> Iterator[Problem]:
    """The criterion that is supervised is one of its set."""
    entry = atlas.criteria.get(care.set.text) if care.set is not None else None
    if entry is None or care.criterion is None:
        return
    if all(care.criterion != one.number for one in entry.criteria):
        params = {"found": care.criterion, "set": str(entry.name)}
        yield at(care.origin.place("criterion"), "unknown-criterion", **params)
