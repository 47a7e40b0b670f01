"""The model: typed, frozen records, each field and each kind of record declared once."""

from __future__ import annotations

from typing import Any

from village_site.model.associations import ASSOCIATIONS
from village_site.model.broadcasts import BROADCASTS, PROGRAMME
from village_site.model.calendar import CALENDAR
from village_site.model.campaigns import CAMPAIGNS, PROGRESS, WEEKLY
from village_site.model.contacts import CONTACTS
from village_site.model.contributions import CONTRIBUTIONS
from village_site.model.cooperatives import COOPERATIVES
from village_site.model.criteria import CRITERIA
from village_site.model.criteria_sets import CRITERIA_SETS
from village_site.model.digital import DIGITAL_TEAM
from village_site.model.documents import DOCUMENTS
from village_site.model.events import EVENTS
from village_site.model.exceptions import EXCEPTIONS
from village_site.model.groups import GROUPS
from village_site.model.history import HISTORY, RECOGNITIONS
from village_site.model.households import HOUSEHOLDS
from village_site.model.kinds import Chapter, Kind, Layout
from village_site.model.notices import NOTICES
from village_site.model.opinions import OPINIONS
from village_site.model.personal import CONSENTS
from village_site.model.places import PLACES
from village_site.model.prints import PLATES, PRINTS
from village_site.model.products import PRODUCTS
from village_site.model.roads import ROADS
from village_site.model.safety import SAFETY
from village_site.model.site import SITE, SOURCES
from village_site.model.surveys import SURVEYS
from village_site.model.systems import SYSTEMS
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
    SAFETY,
    # news
    NOTICES,
    PROGRAMME,
    BROADCASTS,
    CALENDAR,
    OPINIONS,
    SURVEYS,
    DOCUMENTS,
    # places
    PLACES,
    ROADS,
    SYSTEMS,
    # standards
    RECOGNITIONS,
    CRITERIA,
    CAMPAIGNS,
    PROGRESS,
    WEEKLY,
    TALLIES,
    TARGETS,
    CONTRIBUTIONS,
    # economy
    PRODUCTS,
    COOPERATIVES,
    # people
    GROUPS,
    DIGITAL_TEAM,
    ASSOCIATIONS,
    # past
    HISTORY,
)
"""Every kind of record; those of a chapter in the order their sections stand on a page."""

__all__ = ["KINDS", "Chapter", "Kind", "Layout"]
