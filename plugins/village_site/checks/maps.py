"""Maps show what there is, and places lie where their village is."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from village_site.atlas import Atlas
from village_site.geo.features import Position, position
from village_site.geo.measure import distance
from village_site.geo.naming import unresolved
from village_site.geo.shapes import MAX_KM
from village_site.homes import Place
from village_site.model.places import PLACES, PublicPlace
from village_site.model.roads import ROADS
from village_site.model.safety import SAFETY, EvacuationPoint
from village_site.problems import Problem, at


def features_without_records(atlas: Atlas) -> Iterator[Problem]:
    """What a map shows is a road or a place of the village."""
    for place in atlas.places:
        unread = any((kind.name, place.id) in atlas.dataset.unread for kind in (ROADS, PLACES))
        if place.folder.map and not unread:
            ids = {kind.name: _ids(atlas, place, kind.name) for kind in (ROADS, PLACES)}
            yield from unresolved(place.folder.map, ids)


def places_far_away(atlas: Atlas) -> Iterator[Problem]:
    """A place that says where it is lies near its village, and so does where to flee."""
    for place in atlas.places:
        if (middle := _middle(place)) is None:
            continue
        points = (point for safety in place.folder.of(SAFETY) for point in safety.evacuation_points)
        located: tuple[PublicPlace | EvacuationPoint, ...] = (*place.folder.of(PLACES), *points)
        for one in located:
            km = distance(middle, position(one.location)) / 1000 if one.location is not None else 0
            if km > MAX_KM:
                params = {"km": str(round(km)), "limit": str(MAX_KM)}
                yield at(one.origin.place("location"), "map-far", **params)


def _middle(place: Place) -> Position | None:
    """Where a village says it is, else the middle of its places and map, which one far off does not move."""
    if place.village.location is not None:
        return position(place.village.location)
    typed = (position(one.location) for one in place.folder.of(PLACES) if one.location is not None)
    known = [*typed, *(one for feature in place.folder.map for one in feature.line)]
    if not known:
        return None
    return median(east for east, _ in known), median(north for _, north in known)


def _ids(atlas: Atlas, place: Place, kind: str) -> set[str]:
    """The ids of a kind in a village, those of records that could not be read too."""
    return {name for found, village, name in atlas.dataset.claimed if (found, village) == (kind, place.id)}
