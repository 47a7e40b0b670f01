"""The Vietnamese lunar calendar worked out from the sky, to hold the table of the package to.

The rule (decision 121/CP of 8 August 1967, in force since 1968; the same as China's, at Hanoi's time):

- days begin at midnight, UTC+7; a month begins on the day of its new moon;
- the month with the winter solstice (the sun at 270°) is the eleventh;
- where thirteen months begin from one eleventh month to the next, the first of them without a major solar
  term (the sun at a multiple of 30°) is a leap month and bears the number of the month before it.

New moons and the sun's place are those of PyEphem (VSOP87 and the moon's theory by Moshier), good to about a
second; its difference between even time and the turning earth is that of Espenak and Meeus (NASA, 2006).

`python -m tests.lunar.almanac` prints the table anew.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import ephem  # type: ignore[import-untyped]

FIRST, LAST = 1899, 2199
HANOI = 7 / 24
"""Of a day."""
_EPOCH = dt.date(1899, 12, 31).toordinal()
_NOON = 0.5
"""PyEphem counts from noon of its epoch."""
_YEAR = 365.2422
_WINTER_SOLSTICE = 270


@dataclass(frozen=True)
class Month:
    """A month: the ordinal of its first day, its number, whether it is a leap month, and its lunar year."""

    first: int
    number: int
    leap: bool
    year: int


def local_day(moment: float) -> int:
    """The ordinal of the day in Hanoi."""
    return _EPOCH + math.floor(moment + _NOON + HANOI)


def new_moons() -> list[int]:
    """The days of all new moons, with some to spare at both ends."""
    found = []
    moment = ephem.Date(f"{FIRST - 2}/11/1")
    while moment < ephem.Date(f"{LAST + 2}/3/1"):
        moment = ephem.next_new_moon(moment)
        found.append(local_day(moment))
        moment = ephem.Date(moment + 20)
    return found


def longitude(moment: float) -> float:
    """Where the sun stands, in degrees of the equinox of date."""
    sun = ephem.Sun(ephem.Date(moment))
    here = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)
    return math.degrees(ephem.Ecliptic(here, epoch=moment).lon)


def major_terms() -> list[tuple[int, int]]:
    """Day and degrees of every major solar term."""
    moment = float(ephem.Date(f"{FIRST - 2}/11/1"))
    end = float(ephem.Date(f"{LAST + 2}/3/1"))
    degrees = (math.floor(longitude(moment) / 30) + 1) * 30 % 360
    found = []
    while moment < end:
        moment += (degrees - longitude(moment)) % 360 / 360 * _YEAR
        for _ in range(4):
            moment += ((degrees - longitude(moment) + 180) % 360 - 180) / 360 * _YEAR
        found.append((local_day(moment), degrees))
        degrees = (degrees + 30) % 360
        moment += 20
    return found


def months() -> Iterator[Month]:
    """Every month from the first year to the last."""
    moons, terms = new_moons(), major_terms()
    term_days = [day for day, _ in terms]
    solstices = [day for day, degrees in terms if degrees == _WINTER_SOLSTICE]

    def has_term(index: int) -> bool:
        return bisect_left(term_days, moons[index]) < bisect_left(term_days, moons[index + 1])

    for solstice, following in pairwise(solstices):
        start, end = bisect_right(moons, solstice) - 1, bisect_right(moons, following) - 1
        leap = next((i for i in range(start + 1, end) if not has_term(i)), 0) if end - start == 13 else 0
        year = dt.date.fromordinal(solstice).year
        for index in range(start, end):
            count = index - start - (0 < leap <= index)
            number = (10 + count) % 12 + 1
            yield Month(moons[index], number, index == leap, year + (count > 1))


def table() -> str:
    """A line a year, as in the package's `years.toml`."""
    found = list(months())
    lines = []
    for year in range(FIRST, LAST + 1):
        own = [index for index, month in enumerate(found) if month.year == year]
        leap = next((found[index].number for index in own if found[index].leap), 0)
        lengths = "".join("-+"[found[index + 1].first - found[index].first - 29] for index in own)
        lines.append(f'{year} = "{dt.date.fromordinal(found[own[0]].first)} {leap} {lengths}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(), end="")
