"""What is said of a place fits what it is, and its number is its own."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.model.places import PLACES, PlaceKind, PublicPlace
from village_site.problems import Level, Problem, at


def places(atlas: Atlas) -> Iterator[Problem]:
    """The places of all villages."""
    for home in atlas.places:
        for place in home.folder.of(PLACES):
            yield from _place(place)


def _place(place: PublicPlace) -> Iterator[Problem]:
    what = (place.kind, *place.also)
    if len(set(what)) < len(what):
        twice = next(kind for kind in what if what.count(kind) > 1)
        yield at(place.origin.place("also"), "place-kind-twice", Level.WARNING, found=str(twice))
    if PlaceKind.RELIC not in what:
        for name in ("rank", "decision"):
            if getattr(place, name) is not None:
                yield at(place.origin.place(name), "place-not-a-relic", Level.WARNING)
                break
