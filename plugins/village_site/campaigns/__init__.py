"""How far a campaign is on a day: by item, village and group, by week, and against the time that has gone.

Amounts are what was done on a day, so totals are sums over days; a total never goes into a share of another
village's target.
"""

from village_site.campaigns.find import (
    Home,
    campaigns_of,
    entries_of,
    every,
    find,
    first_day,
    last_day,
    of_unit,
    reports_of,
    taking_part,
)
from village_site.campaigns.standing import (
    GroupStanding,
    ItemStanding,
    Share,
    Standing,
    VillageStanding,
    added,
    rank,
    standing,
)
from village_site.campaigns.weeks import FRIDAY, Week, weeks

__all__ = [
    "FRIDAY",
    "GroupStanding",
    "Home",
    "ItemStanding",
    "Share",
    "Standing",
    "VillageStanding",
    "Week",
    "added",
    "campaigns_of",
    "entries_of",
    "every",
    "find",
    "first_day",
    "last_day",
    "of_unit",
    "rank",
    "reports_of",
    "standing",
    "taking_part",
    "weeks",
]
