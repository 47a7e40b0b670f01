"""Which campaigns there are, whom they concern, and what was entered for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache

from village_site.atlas import Atlas
from village_site.dataset import Folder
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.campaigns import CAMPAIGNS, PROGRESS, WEEKLY, Campaign, Progress, WeeklyReport
from village_site.model.shapes import Ref
from village_site.model.units import Unit


@frozen
class Home:
    """A campaign and where it is declared: the folder of a unit or of a village."""

    folder: Folder
    campaign: Campaign

    @property
    def key(self) -> str:
        """How other folders refer to it: `unit-id/campaign-id`."""
        return f"{self.folder.id}/{self.campaign.id}"

    @property
    def url(self) -> str:
        """The campaign page's address from the site's root."""
        return f"thi-dua/{self.key}/"


def first_day(campaign: Campaign) -> dt.date:
    """The campaign's first day."""
    return campaign.since.earliest()


def last_day(campaign: Campaign) -> dt.date:
    """The campaign's last day."""
    return campaign.until.latest()


def campaigns_of(folder: Folder) -> tuple[Home, ...]:
    """The campaigns a unit or village declares."""
    return tuple(Home(folder, campaign) for campaign in folder.of(CAMPAIGNS))


def every(atlas: Atlas) -> Iterator[Home]:
    """Every campaign of the data, those of units first."""
    yield from _ledger(atlas).homes.values()


def find(atlas: Atlas, ref: Ref) -> Home | None:
    """The campaign a reference means: of the folder it stands in, or `folder/id`."""
    folder, name = ref.id
    return _ledger(atlas).homes.get(f"{folder}/{name}")


def taking_part(atlas: Atlas, place: Place) -> tuple[Home, ...]:
    """The campaigns that concern a village, newest first: its own, those it has a part in or reports on."""
    known = _ledger(atlas)
    return _newest_first(known.homes[key] for key in known.by_village.get(place.id, ()))


def of_unit(atlas: Atlas, unit: Unit, places: Iterable[Place] = ()) -> tuple[Home, ...]:
    """The campaigns to be shown with a unit, newest first: its own, those of the units it was formed from,
    and those of other units that its villages, `places`, took part in, such as a commune that is gone."""
    known = _ledger(atlas)
    own = {unit.id, *(ref.text for ref in unit.formed_from)}
    found = {key: home for key, home in known.homes.items() if home.folder.id in own}
    for place in places:
        for key in known.by_village.get(place.id, ()):
            if known.homes[key].folder.id not in atlas.by_id:
                found[key] = known.homes[key]
    return _newest_first(found.values())


def entries_of(atlas: Atlas, home: Home) -> tuple[tuple[Place, Progress], ...]:
    """What villages entered for a campaign, in the order of villages and of typing."""
    return tuple(_ledger(atlas).entries.get(home.key, ()))


def reports_of(atlas: Atlas, home: Home) -> tuple[tuple[str, WeeklyReport], ...]:
    """What was reported on a campaign, with the id of the village, or unit, that did."""
    return tuple(_ledger(atlas).reports.get(home.key, ()))


@frozen
class _Ledger:
    """All that the data says of campaigns, by the campaign's key; `by_village` has the keys by village."""

    homes: dict[str, Home]
    entries: dict[str, list[tuple[Place, Progress]]]
    reports: dict[str, list[tuple[str, WeeklyReport]]]
    by_village: dict[str, dict[str, None]]


@lru_cache(maxsize=1)  # every page of a site asks; the next build has an atlas of its own
def _ledger(atlas: Atlas) -> _Ledger:
    homes = {home.key: home for folder in atlas.folders for home in campaigns_of(folder)}
    known = _Ledger(homes, {}, {}, {})
    for home in homes.values():
        parts = [part.village.id[1] for item in home.campaign.items for part in item.villages]
        for village in (home.folder.id, *parts):
            known.by_village.setdefault(village, {})[home.key] = None
    for place in atlas.places:
        for entry in place.folder.of(PROGRESS):
            if (key := _key(entry.campaign)) in homes:
                known.entries.setdefault(key, []).append((place, entry))
                known.by_village.setdefault(place.id, {})[key] = None
    for folder in atlas.folders:
        for report in folder.of(WEEKLY):
            if (key := _key(report.campaign)) in homes:
                known.reports.setdefault(key, []).append((folder.id, report))
                known.by_village.setdefault(folder.id, {})[key] = None
    return known


def _key(ref: Ref) -> str:
    return "{}/{}".format(*ref.id)


def _newest_first(homes: Iterable[Home]) -> tuple[Home, ...]:
    return tuple(sorted(homes, key=lambda home: first_day(home.campaign), reverse=True))
