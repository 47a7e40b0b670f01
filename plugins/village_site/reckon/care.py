"""What a group or an association looks after, in words and with the way to it."""

from __future__ import annotations

from village_site.atlas import Atlas, code_of
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.care import Care
from village_site.model.criteria_sets import CriteriaSet
from village_site.model.places import PLACES
from village_site.model.roads import ROADS
from village_site.model.shapes import Ref
from village_site.tongues import text_in, words

CRITERIA_PAGES = "tieu-chi"


@frozen
class Cared:
    """One thing looked after; `url` leads to it from the site's root."""

    name: str
    url: str | None


def cared(atlas: Atlas, place: Place, cares: tuple[Care, ...], lang: str = "vi") -> list[Cared]:
    """What is looked after, in the order typed. Checks have ruled out what leads nowhere."""
    return [_cared(atlas, place, care, lang) for care in cares]


def meant_by_id(place: Place, typed: str) -> Ref | None:
    """The road or public place whose id was typed where a few words might stand; None for mere words."""
    if typed in place.roads:
        kind = "road"
    elif any(one.id == typed for one in place.folder.of(PLACES)):
        kind = "place"
    else:
        return None
    return Ref(kind, typed, "", 0, 0, place.id)


def _cared(atlas: Atlas, place: Place, care: Care, lang: str) -> Cared:
    alone = care.what if care.road is None and care.place is None else None
    if alone is not None and (ref := meant_by_id(place, alone.vi)) is not None:
        return _thing(atlas, ref, lang)
    found = [Cared(text_in(care.what, lang), None)] if care.what is not None else []
    found += [_thing(atlas, ref, lang) for ref in (care.road, care.place) if ref is not None]
    if care.set is not None:
        found.append(_criteria(atlas, care.set, care.criterion, lang))
    return Cared(": ".join(one.name for one in found), next((one.url for one in found if one.url), None))


def _thing(atlas: Atlas, ref: Ref, lang: str) -> Cared:
    """A road or public place, with its light page where it has a code."""
    record = atlas.record(ref, ROADS) if ref.to == ROADS.name else atlas.record(ref, PLACES)
    if record is None:
        return Cared(ref.id[1], None)
    code = code_of(record)
    return Cared(text_in(record.name, lang), f"Q/{code}/" if code else None)


def _criteria(atlas: Atlas, ref: Ref, number: str | None, lang: str) -> Cared:
    entry = atlas.criteria.get(ref.text)
    if entry is None:
        return Cared(ref.text, None)
    if number is None:
        name = words("care-all-criteria", lang, set=_marked(entry, lang))
    else:
        one = next((text_in(one.name, lang) for one in entry.criteria if one.number == number), "")
        name = words("care-criterion", lang, number=number, name=one, set=_marked(entry, lang))
    return Cared(name, f"{CRITERIA_PAGES}/{entry.id}/")


def _marked(entry: CriteriaSet, lang: str) -> str:
    """A set's short name; an example or an unchecked table never stands without saying so."""
    key = "criteria-example" if entry.example else "" if entry.verified else "page-unverified"
    name = text_in(entry.label, lang)
    return f"{name} ({words(key, lang)})" if key else name
