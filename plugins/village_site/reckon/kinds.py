"""What the villages of a commune are called: a hamlet is no “thôn”, nor is a block of a town."""

from __future__ import annotations

from collections.abc import Iterable

from village_site.homes import Home, Place
from village_site.model.village import VillageKind


def by_kind(places: Iterable[Place]) -> tuple[tuple[str, int], ...]:
    """How many there are of each kind, the first one's first: thôn 3, ấp 1."""
    kinds = [str(place.village.kind) for place in places]
    return tuple((kind, kinds.count(kind)) for kind in dict.fromkeys(kinds))


def counted(places: Iterable[Place]) -> str:
    """“3 thôn, 1 ấp”; “0 thôn” where there is none."""
    return ", ".join(f"{number} {kind}" for kind, number in by_kind(places)) or f"0 {VillageKind.THON}"


def kinds_of(home: Home) -> str:
    """“ấp” of a village; of a commune “thôn, ấp”, “thôn” where none of its villages is known."""
    places = (home,) if isinstance(home, Place) else home.places
    return ", ".join(kind for kind, _ in by_kind(places)) or str(VillageKind.THON)
