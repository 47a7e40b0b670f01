"""A camera is a public notice: what for, who answers for it, on which road, and never at whose house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.model.declare import table
from village_site.model.systems import SYSTEMS, System, SystemKind
from village_site.model.text import Text
from village_site.problems import Problem, at
from village_site.vietnamese import fold

# Numbers of houses and posts in folded text. “Ngõ 12” is the name of a lane, “Luật số 91/2025” a document.
_SPOTS = tuple(
    map(
        re.compile,
        (
            r"\b(?:so nha|nha so|house(?: no\.?| number)?)\s*[0-9]+",
            r"\bso\s+[0-9]+[a-z]?(?:/[0-9]+[a-z]?)*,?\s+(?:duong|ngo|ngach|hem|kiet|pho|lo)\b",
            r"\b(?:cot|tru)(?:\s+dien)?(?:\s+so)?\s+[0-9]+",
            r"[0-9]{1,2}[.,][0-9]{3,}\s*[,;]\s*[0-9]{2,3}[.,][0-9]{3,}",
        ),
    )
)
# Somebody's house, with the accents: without them “nhà cô” is “nhà có”. A name begins with a large letter.
_SOMEBODYS = re.compile(r"\b(?:nhà|hộ)\s+(?:ông|bà|anh|chị|cô|chú|bác|cụ)\s+(\w)", re.IGNORECASE)


def cameras(atlas: Atlas) -> Iterator[Problem]:
    """Every camera of every village."""
    for place in atlas.places:
        for system in place.folder.of(SYSTEMS):
            if system.kind is SystemKind.CAMERA:
                yield from _notice(system)
                yield from _spots(system)


def _notice(system: System) -> Iterator[Problem]:
    """What the law and one's neighbours want to know is said."""
    if system.purpose is None:
        yield at(system.origin.place(), "camera-without-purpose")
    if system.responsible is None:
        yield at(system.origin.place(), "camera-without-responsible")
    if not system.roads and system.area is None:
        yield at(system.origin.place(), "camera-without-road")


def _spots(system: System) -> Iterator[Problem]:
    """No text of it says at which house or post it hangs."""
    for spec in table(System).fields:
        value = getattr(system, spec.en)
        if isinstance(value, Text):
            spots = (spot for text in (value.vi, value.en or "") if (spot := _spot(text)))
            if found := next(spots, None):
                yield at(system.origin.place(spec.en), "camera-place", found=found)


def _spot(text: str) -> str:
    """The first words that give a place away, as typed; "" when there are none."""
    for owner in _SOMEBODYS.finditer(text):
        if owner[1].isupper():
            return owner[0]
    flat = fold(text)  # letter for letter, so that the words can be shown as they were typed
    for pattern in _SPOTS:
        if spot := pattern.search(flat):
            return text[spot.start() : spot.end()]
    return ""
