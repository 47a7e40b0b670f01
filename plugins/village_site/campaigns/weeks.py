"""The weeks of a campaign and the reports that are due in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from village_site.campaigns.find import first_day, last_day
from village_site.frozen import frozen
from village_site.model.campaigns import Campaign, Theme

FRIDAY = 5
"""The weekday (ISO) on which villages report."""


@frozen
class Week:
    """One week of a campaign, Monday to Sunday, cut at the campaign's ends; `year`, `number` as ISO counts.

    `due` is the day of its report: the Friday, the Sunday of a first week that has none, the campaign's last
    day in the last week. The report tells of the days from `opens`, which follows the report before, to
    `due`. `reported` names the villages that sent one within the week, `missing` those that should have by
    the day asked for and did not.
    """

    year: int
    number: int
    first: dt.date
    last: dt.date
    opens: dt.date
    due: dt.date
    themes: tuple[Theme, ...]
    reported: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def iso(self) -> str:
        """As `2022-W17`."""
        return f"{self.year:04}-W{self.number:02}"


def weeks(
    campaign: Campaign, day: dt.date, villages: Sequence[str], sent: Collection[tuple[str, dt.date]]
) -> Iterator[Week]:
    """The weeks of a campaign as they stand on a day; `sent` are village and day of each report."""
    begin = opens = first_day(campaign)
    while begin <= last_day(campaign):
        end = min(begin + dt.timedelta(days=7 - begin.isoweekday()), last_day(campaign))
        friday = begin + dt.timedelta(days=(FRIDAY - begin.isoweekday()) % 7)
        due = end if end == last_day(campaign) else min(friday, end)
        here = {village for village, when in sent if begin <= when <= min(end, day)}
        year, number, _ = begin.isocalendar()
        yield Week(
            year,
            number,
            begin,
            end,
            opens,
            due,
            themes=tuple(theme for theme in campaign.themes if _touches(theme, begin, end)),
            reported=tuple(village for village in villages if village in here),
            missing=tuple(village for village in villages if village not in here) if due <= day else (),
        )
        begin, opens = end + dt.timedelta(days=1), due + dt.timedelta(days=1)


def _touches(theme: Theme, first: dt.date, last: dt.date) -> bool:
    return theme.since.earliest() <= last and first <= theme.until.latest()
