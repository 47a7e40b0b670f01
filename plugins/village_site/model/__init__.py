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
from village_site.model.kinds import Kind, Layout
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
    RECOGNITIONS,
    CRITERIA,
    CAMPAIGNS,
    PROGRESS,
    WEEKLY,
    TALLIES,
    TARGETS,
    GROUPS,
    ROADS,
    CONSENTS,
    HOUSEHOLDS,
    HISTORY,
)
"""Every kind of record, in the order its section stands on a page."""

__all__ = ["KINDS", "Kind", "Layout"]
