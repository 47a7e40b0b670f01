"""The lunar calendar of Vietnam: days read, written, and found in the Gregorian calendar.

It is reckoned at Hanoi's time (UTC+7), so that Tết and leap months differ from China's (UTC+8) in some years.
"""

from village_site.lunar.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    LunarDate,
    LunarDay,
    days_of_month,
    leap_month,
    on,
    to_lunar,
    to_solar,
)
from village_site.lunar.reading import parse_lunar
from village_site.lunar.show import lunar_text

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "LunarDate",
    "LunarDay",
    "days_of_month",
    "leap_month",
    "lunar_text",
    "on",
    "parse_lunar",
    "to_lunar",
    "to_solar",
]
