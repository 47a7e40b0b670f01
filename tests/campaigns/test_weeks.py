"""Weeks of a campaign, the Fridays reports are due on, and who has not sent one."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from tests.campaigns.data import LAST, V, campaign
from village_site.campaigns import standing


def test_every_week_has_its_day_and_the_days_it_tells_of(tmp_path: Path) -> None:
    atlas, home = campaign(tmp_path)
    found = [
        (week.iso, week.opens.day, week.due.day, week.reported, week.missing)
        for week in standing(atlas, home, LAST).weeks
    ]
    assert found == [
        ("2026-W45", 2, 6, (V,), ("an",)),
        ("2026-W46", 7, 13, (V, "an"), ()),  # the 14th is late, and of the same week
        ("2026-W47", 14, 20, (), (V, "an")),
        ("2026-W48", 21, 26, (), (V, "an")),  # the last report is of the last day
    ]


def test_a_report_is_missing_from_its_day_on(tmp_path: Path) -> None:
    atlas, home = campaign(tmp_path)
    before, on_it = (standing(atlas, home, dt.date(2026, 11, day)) for day in (5, 6))
    assert [week.missing for week in before.weeks] == [(), (), (), ()]
    assert on_it.weeks[0].missing == ("an",)
    assert before.last_due is None
    assert on_it.last_due is not None
    assert on_it.last_due.iso == "2026-W45"


def test_what_is_sent_later_was_not_there_yet(tmp_path: Path) -> None:
    atlas, home = campaign(tmp_path)
    assert standing(atlas, home, dt.date(2026, 11, 13)).weeks[1].reported == ("an",)


@pytest.mark.parametrize(
    ("since", "until", "weeks"),
    [
        # From a Friday, as in the notice of 2022: the first report is of that day.
        ("15/4/2022", "30/5/2022", [15, 22, 29, 6, 13, 20, 27, 30]),
        # From a Saturday: its Sunday closes the first week; until a Sunday: nothing is left over.
        ("3/10/2026", "18/10/2026", [4, 9, 18]),
        ("5/10/2026", "5/10/2026", [5]),
        # Over the turn of a year that has a week 53.
        ("28/12/2026", "10/1/2027", [1, 10]),
    ],
)
def test_the_days_of_reports(tmp_path: Path, since: str, until: str, weeks: list[int]) -> None:
    item = "{id: x, name: X, target: 2 hộ}"
    text = f"- {{id: rieng, name: R, since: {since}, until: {until}, items: [{item}]}}"
    atlas, home = campaign(tmp_path, {"_units/cam-binh/campaigns.yml": text, **NOBODY})
    found = standing(atlas, home, dt.date(2030, 1, 1)).weeks
    assert [week.due.day for week in found] == weeks
    assert all(week.opens == before.due + dt.timedelta(1) for before, week in pairwise(found))


NOBODY = dict.fromkeys((f"{V}/progress.yml", f"{V}/weekly.yml", "an/progress.csv", "an/weekly.yml"), "")


def test_themes_stand_with_the_weeks_they_touch(tmp_path: Path) -> None:
    atlas, home = campaign(tmp_path)
    found = standing(atlas, home, LAST).weeks
    assert [[str(theme.name) for theme in week.themes] for week in found] == [["Tuần hàng rào"], [], [], []]
