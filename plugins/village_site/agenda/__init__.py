"""When things are held: days of either calendar, once or again and again, as people say them."""

from village_site.agenda.reading import parse_when
from village_site.agenda.rules import (
    EveryLunarMonth,
    EveryMonth,
    EveryMonthOn,
    EveryWeek,
    EveryYear,
    OnDay,
    When,
    held,
    is_once,
    lunar_of,
)
from village_site.agenda.show import lunar_short, when_text
from village_site.agenda.weekdays import parse_weekdays

__all__ = [
    "EveryLunarMonth",
    "EveryMonth",
    "EveryMonthOn",
    "EveryWeek",
    "EveryYear",
    "OnDay",
    "When",
    "held",
    "is_once",
    "lunar_of",
    "lunar_short",
    "parse_weekdays",
    "parse_when",
    "when_text",
]
