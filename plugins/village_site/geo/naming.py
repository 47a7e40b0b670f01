"""Features against the records that they name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from village_site.geo.features import Feature
from village_site.problems import Problem, at
from village_site.vietnamese import closest


def unresolved(features: Iterable[Feature], ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """A problem for each feature whose record is not there; `ids` has those of each kind of feature.

    What says only `id` may name a record of any kind.
    """
    for feature in features:
        known = ids[feature.kind] if feature.kind in ids else set().union(*ids.values())
        if feature.ref not in known:
            guess = closest(feature.ref, sorted(known)) or ""
            yield at(feature.where, "map-unknown-record", found=feature.ref, guess=guess)
