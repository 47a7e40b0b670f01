"""Groups and associations: no list of believers, and what is looked after is there."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.homes import Place
from village_site.model.associations import ASSOCIATIONS, Association
from village_site.model.care import Care
from village_site.model.groups import GROUPS, Group
from village_site.model.places import PLACES
from village_site.model.shapes import slug
from village_site.privacy.sensitive.wording import Wording, spoken
from village_site.problems import Level, Problem, at
from village_site.reckon.care import meant_by_id
from village_site.vietnamese import closest

_BELIEVERS = Wording(
    "phật (?:tử|giáo)|giáo (?:dân|xứ|họ|hội|khu)|ban hành giáo|công giáo|thiên chúa|tin lành|cao đài",
    "hòa hảo|hồi giáo|hội thánh|tín đồ|họ đạo|đạo tràng|ban trị sự",
)


def in_their_hands(atlas: Atlas) -> Iterator[Problem]:
    """Each group and association of every village."""
    for place in atlas.places:
        records: tuple[Group | Association, ...] = (*place.folder.of(GROUPS), *place.folder.of(ASSOCIATIONS))
        for record in records:
            if isinstance(record, Association):
                yield from _faith(record)
            for care in (*record.looks_after, *record.supervises):
                yield from _criterion(atlas, care)
                yield from _id(atlas, place, care)


def _id(atlas: Atlas, place: Place, care: Care) -> Iterator[Problem]:
    """An id among the words names a road or place; a record that could not be read may be the one meant."""
    typed = care.what.vi if care.what is not None else ""
    if "-" not in typed or slug(typed) != typed or meant_by_id(place, typed) is not None:
        return
    if any(atlas.dataset.may_hold(kind, place.id, typed) for kind in ("road", "place")):
        return
    known = [*place.roads, *(one.id for one in place.folder.of(PLACES))]
    params = {"found": typed, "guess": closest(typed, known) or ""}
    yield at(care.origin.place("what"), "care-unknown-id", Level.WARNING, **params)


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
