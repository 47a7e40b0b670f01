"""The model: typed, frozen records, each field and each kind of record declared once."""

from __future__ import annotations

from typing import Any

from village_site.model.campaigns import CAMPAIGNS, PROGRESS, WEEKLY
from village_site.model.contacts import CONTACTS
from village_site.model.criteria import CRITERIA
from village_site.model.criteria_sets import CRITERIA_SETS
from village_site.model.events import EVENTS
from village_site.model.exceptions import EXCEPTIONS
from village_site.model.groups import GROUPS
from village_site.model.history import HISTORY, RECOGNITIONS
from village_site.model.households import HOUSEHOLDS
from village_site.model.kinds import Chapter, Kind, Layout
from village_site.model.personal import CONSENTS
from village_site.model.prints import PLATES, PRINTS
from village_site.model.roads import ROADS
from village_site.model.site import SITE, SOURCES
from village_site.model.tallies import TALLIES, TARGETS
from village_site.model.units import UNITS
from village_site.model.village import VILLAGE

KINDS: tuple[Kind[Any], ...] = (
    SITE,
    SOURCES,
    UNITS,
    CRITERIA_SETS,
    EVENTS,
    PRINTS,
    PLATES,
    EXCEPTIONS,
    VILLAGE,
    CONTACTS,
    HOUSEHOLDS,
    CONSENTS,
    # safety
    # news
    # places
    ROADS,
    # standards
    RECOGNITIONS,
    CRITERIA,
    CAMPAIGNS,
    PROGRESS,
    WEEKLY,
    TALLIES,
    TARGETS,
    # economy
    # people
    GROUPS,
    # past
    HISTORY,
)
"""Every kind of record; those of a chapter in the order their sections stand on a page."""

__all__ = ["KINDS", "Chapter", "Kind", "Layout"]
