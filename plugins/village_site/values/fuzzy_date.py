"""A date as people know it: to the day, the month or the year, and often only roughly."""

import enum
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


class DateQualifier(enum.Enum):
    """How a date is to be understood."""

    BEFORE = "before"
    EXACT = "exact"
    ABOUT = "about"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    AFTER = "after"


_ORDER = {qualifier: place for place, qualifier in enumerate(DateQualifier)}
_THIRDS_OF_A_YEAR = {DateQualifier.EARLY: (1, 4), DateQualifier.MID: (5, 8), DateQualifier.LATE: (9, 12)}
_THIRDS_OF_A_MONTH = {DateQualifier.EARLY: (1, 10), DateQualifier.MID: (11, 20), DateQualifier.LATE: (21, 31)}


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date of the Gregorian calendar known to the day, the month (`day` is None) or the year (both None).

    Made by `parse_date`, which sees to it that the day exists and that early, mid and late go with no day.
    """

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: DateQualifier = DateQualifier.EXACT

    def earliest(self) -> date:
        """The first day it can mean; `date.min` for "before"."""
        return self._span()[0]

    def latest(self) -> date:
        """The last day it can mean, inclusive; `date.max` for "after"."""
        return self._span()[1]

    def sort_key(self) -> tuple[int, int, int]:
        """For a timeline: by the first day, a whole year before its months, a month before its days.

        "Before 2021" stands at the end of 2020, "after 2021" at the start of 2022, "about 2021" with 2021.
        """
        if self.qualifier is DateQualifier.BEFORE:
            place = self.latest()
        elif self.qualifier is DateQualifier.ABOUT:
            place = self._stated()[0]
        else:
            place = self.earliest()
        precision = (self.month is not None) + (self.day is not None)
        return place.toordinal(), precision, _ORDER[self.qualifier]

    def iso(self) -> str:
        """ISO 8601 to the precision known, without the qualifier: `2022-04-15`, `2024-01`, `2021`."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def _span(self) -> tuple[date, date]:
        """First and last day it can mean. Thirds and neighbours are this project's reading of vague words."""
        first, last = self._stated()
        match self.qualifier:
            case DateQualifier.EXACT:
                return first, last
            case DateQualifier.BEFORE:
                return date.min, first - timedelta(days=1)
            case DateQualifier.AFTER:
                return last + timedelta(days=1), date.max
            case DateQualifier.ABOUT:
                return self._with_neighbours(first, last)
            case DateQualifier.EARLY | DateQualifier.MID | DateQualifier.LATE:
                return self._third()

    def _stated(self) -> tuple[date, date]:
        """First and last day of the year, month or day that was written, whatever the qualifier."""
        if self.month is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.day is None:
            return date(self.year, self.month, 1), _end_of_month(self.year, self.month)
        day = date(self.year, self.month, self.day)
        return day, day

    def _with_neighbours(self, first: date, last: date) -> tuple[date, date]:
        """From one year, month or day before to one after: a unit of what was written on either side."""
        if self.month is None:
            return date(self.year - 1, 1, 1), date(self.year + 1, 12, 31)
        before, after = first - timedelta(days=1), last + timedelta(days=1)
        if self.day is not None:
            return before, after
        return before.replace(day=1), _end_of_month(after.year, after.month)

    def _third(self) -> tuple[date, date]:
        """The first, second or last third: four months of a year, ten days of a month."""
        if self.month is None:
            first_month, last_month = _THIRDS_OF_A_YEAR[self.qualifier]
            return date(self.year, first_month, 1), _end_of_month(self.year, last_month)
        first, last = _THIRDS_OF_A_MONTH[self.qualifier]
        end = _end_of_month(self.year, self.month)
        return end.replace(day=first), end.replace(day=min(last, end.day))


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
