"""Notices and broadcasts that cannot be meant so: warnings without an end, two programmes at once."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.homes import Commune
from village_site.model.broadcasts import BROADCASTS, PROGRAMME
from village_site.model.notices import NOTICES, Urgency
from village_site.problems import Level, Problem, at
from village_site.reckon.notices import Announced
from village_site.reckon.programme import overlaps
from village_site.values import date_text
from village_site.vietnamese import fold

LONGEST_DAYS = 30
LONGEST_TITLE = 120
"""Of urgent notices, whose title stands on every page of a village: about three lines on a phone."""
SAMPLE = "vi du:"
"""How the title of a made-up warning begins, folded."""


def notices(atlas: Atlas) -> Iterator[Problem]:
    """An urgent notice ends, and soon; none ends before it was issued; villages named are the commune's."""
    for home in atlas.homes:
        for notice in home.folder.of(NOTICES):
            one = Announced(notice, home)
            if notice.urgency is Urgency.URGENT:
                yield from _urgent(one)
            # `sense.spans` sees to a beginning that was typed.
            if notice.until is not None and notice.since is None and one.ends < one.begins:
                yield at(notice.origin.place("until"), "ends-before-it-begins")
            yield from _villages(atlas, one)


def news_nowhere(atlas: Atlas) -> Iterator[Problem]:
    """News of a unit is shown with the communes of today; what other units' folders have, nobody sees."""
    shown = {commune.id for commune in atlas.communes}
    for name, folder in atlas.dataset.unit_folders.items():
        if name in shown or name not in atlas.units:
            continue
        for kind in (NOTICES, PROGRAMME, BROADCASTS):
            if records := folder.records.get(kind.name):
                unit = atlas.units[name].full_name
                yield at(records[0].origin.place(), "news-nowhere", Level.WARNING, found=unit)


def programmes(atlas: Atlas) -> Iterator[Problem]:
    """The loudspeaker says one thing at a time; villages hear their commune's programme as well."""
    for home in atlas.homes:
        for one, two in overlaps(atlas, home):
            first, second = sorted((one.slot.origin.place(), two.slot.origin.place()))
            yield at(second, "programme-overlap", Level.WARNING, other=f"{first[0]}:{first[1]}")


def broadcasts(atlas: Atlas) -> Iterator[Problem]:
    """The log tells of what has been."""
    for home in atlas.homes:
        for entry in home.folder.of(BROADCASTS):
            if entry.date.earliest() > atlas.day:
                found = date_text(entry.date, "vi")
                yield at(entry.origin.place("date"), "broadcast-in-future", Level.WARNING, found=found)


def _urgent(one: Announced) -> Iterator[Problem]:
    origin = one.notice.origin
    if one.notice.until is None:
        yield at(origin.place("urgency"), "notice-no-end")
    elif (days := (one.ends - one.begins).days) > LONGEST_DAYS:
        yield at(origin.place("until"), "notice-long", found=str(days), limit=str(LONGEST_DAYS))
    longest = max(len(one.notice.title.vi), len(one.notice.title.en or ""))
    if longest > LONGEST_TITLE:
        params = {"found": str(longest), "limit": str(LONGEST_TITLE)}
        yield at(origin.place("title"), "notice-title-long", Level.WARNING, **params)
    if one.is_sample and not fold(one.notice.title.vi).startswith(SAMPLE):
        yield at(origin.place("title"), "notice-sample-title")


def _villages(atlas: Atlas, one: Announced) -> Iterator[Problem]:
    where = one.notice.origin.place("villages")
    if not isinstance(one.home, Commune):
        if one.notice.villages:
            yield at(where, "notice-names-villages")
        return
    own = {place.id for place in one.home.places}
    for ref in one.notice.villages:
        if ref.text not in own and ref.text in atlas.by_id:
            params = {"found": ref.text, "unit": one.home.name}
            yield at((ref.file, ref.line, ref.column), "notice-village-elsewhere", Level.WARNING, **params)
