"""Which campaigns and which week a report is asked of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from village_site.atlas import Atlas
from village_site.campaigns import Home, Standing, Week, of_unit, standing, taking_part
from village_site.catalogue import label
from village_site.homes import Place
from village_site.model.units import Unit
from village_site.reports.paper import Paper, commune_paper, village_paper


class NoReport(Exception):
    """There is nothing to report; says why in one sentence of the catalogue."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key)
        self.key, self.params = key, params

    def text(self, lang: str) -> str:
        """Why, in a language."""
        return label(self.key, lang, **self.params)


def papers(atlas: Atlas, whose: Place | Unit, week: str = "") -> tuple[Paper, ...]:
    """The reports of a village or commune for a week such as `2022-W17`, one a campaign it falls in.

    Without a week: of the newest campaign, the last one whose report was due by the atlas's day. Raises
    NoReport.
    """
    if isinstance(whose, Place):
        name, homes = whose.name, taking_part(atlas, whose)
    else:
        places = [place for commune in atlas.communes if commune.unit is whose for place in commune.places]
        name, homes = whose.full_name, of_unit(atlas, whose, places)
    if not homes:
        raise NoReport("cli-no-campaign", found=name)
    chosen = _of_week(atlas, homes, week, name) if week else _last_due(atlas, homes, name)
    return tuple(
        village_paper(atlas, found, one, whose)
        if isinstance(whose, Place)
        else commune_paper(atlas, found, one, whose)
        for found, one in chosen
    )


def _last_due(atlas: Atlas, homes: Iterable[Home], name: str) -> list[tuple[Standing, Week]]:
    for home in homes:
        if (week := standing(atlas, home, atlas.day).last_due) is not None:
            return [(standing(atlas, home, week.due), week)]
    raise NoReport("cli-week-ahead", name=name, day=_date(atlas.day))


def _of_week(atlas: Atlas, homes: tuple[Home, ...], iso: str, name: str) -> list[tuple[Standing, Week]]:
    chosen, known = [], []
    for home in homes:
        for week in standing(atlas, home, atlas.day).weeks:
            known.append(week.iso)
            if week.iso != iso:
                continue
            if week.first > atlas.day:
                raise NoReport("cli-week-not-begun", found=iso, day=_date(atlas.day))
            chosen.append((standing(atlas, home, week.due), week))
    if not chosen:
        raise NoReport("cli-no-week", found=iso, name=name, first=min(known), last=max(known))
    return chosen


def _date(day: dt.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
