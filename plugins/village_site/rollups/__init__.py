"""What holds for all villages and communes under a unit: a commune, a former district, a province.

Pure calculation on the linked data. Whatever a unit reports itself stays apart from what is added up here.
"""

from village_site.rollups.counts import Added, Counted, Owner, PartSum, is_sample, parts_of
from village_site.rollups.members import Members, day_of, former_districts, larger_units, members, unit_url
from village_site.rollups.rollup import RollUp, rollup
from village_site.rollups.standards import Claim, Standard
from village_site.rollups.targets import Aim

__all__ = [
    "Added",
    "Aim",
    "Claim",
    "Counted",
    "Members",
    "Owner",
    "PartSum",
    "RollUp",
    "Standard",
    "day_of",
    "former_districts",
    "is_sample",
    "larger_units",
    "members",
    "parts_of",
    "rollup",
    "unit_url",
]
