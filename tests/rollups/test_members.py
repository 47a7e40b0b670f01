"""A village counts where it stood on the day asked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.rollups.data import FILES
from tests.support import DAY, atlas
from village_site.rollups import day_of, former_districts, larger_units, members, rollup

LAST = dt.date(2025, 6, 30)
FIRST = dt.date(2025, 7, 1)


@pytest.mark.parametrize(
    ("unit", "day", "villages", "communes"),
    [
        ("huyen", LAST, {"nam-bac-thanh", "hai", "ba", "bon"}, ["xa-a", "xa-b"]),
        ("huyen", FIRST, set(), []),
        ("tinh", LAST, {"nam-bac-thanh", "hai", "ba", "bon"}, ["xa-a", "xa-b"]),
        ("tinh", DAY, {"nam-bac-thanh", "hai", "ba", "bon"}, ["xa-khac", "xa-moi"]),
        ("xa-a", LAST, {"nam-bac-thanh", "hai"}, []),
        ("xa-a", FIRST, set(), []),
        ("xa-moi", LAST, set(), []),
        ("xa-moi", DAY, {"nam-bac-thanh", "ba", "bon"}, []),
        ("xa-khac", DAY, {"hai"}, []),
    ],
)
def test_who_stood_where(
    tmp_path: Path, unit: str, day: dt.date, villages: set[str], communes: list[str]
) -> None:
    data = atlas(tmp_path, FILES)
    found = members(data, data.units[unit], day)
    assert {place.id for place in found.places} == villages
    assert [commune.id for commune in found.communes] == communes


def test_villages_stand_in_vietnamese_order_under_the_commune_of_that_day(tmp_path: Path) -> None:
    data = atlas(tmp_path, FILES)
    then, now = (members(data, data.units["tinh"], day) for day in (LAST, DAY))
    assert [place.name for place in now.places] == ["thôn Ba", "thôn Bốn", "thôn Hai", "thôn Một"]
    assert {name: unit.id if unit else None for name, unit in then.commune_of.items()} == {
        "nam-bac-thanh": "xa-a",
        "hai": "xa-a",
        "ba": "xa-b",
        "bon": "xa-b",
    }
    assert [place.id for place in now.within(data.units["xa-moi"])] == ["ba", "bon", "nam-bac-thanh"]


def test_a_unit_that_is_gone_is_looked_at_on_its_last_day(tmp_path: Path) -> None:
    data = atlas(tmp_path, FILES)
    assert day_of(data, data.units["huyen"]) == LAST
    assert day_of(data, data.units["tinh"]) == DAY
    early = atlas(tmp_path, FILES, dt.date(2025, 1, 15))
    assert day_of(early, early.units["huyen"]) == dt.date(2025, 1, 15)


def test_provinces_come_before_their_districts(tmp_path: Path) -> None:
    data = atlas(tmp_path, FILES)
    assert [unit.id for unit in larger_units(data)] == ["tinh", "huyen"]
    assert [unit.id for unit in former_districts(data, data.units["tinh"])] == ["huyen"]
    assert former_districts(data, data.units["huyen"]) == ()


def test_what_is_dated_later_is_not_in_it(tmp_path: Path) -> None:
    files = {
        **FILES,
        "bon/criteria.yml": "[{set: bo, date: 01/07/2025, complete: yes}]",
        "bon/tallies.yml": "[{id: t, topic: schools, name: Trường chuẩn, total: 1/1 trường, date: 7/2025}]",
    }
    data = atlas(tmp_path, files)
    then = rollup(data, data.units["huyen"], LAST)
    now = rollup(data, data.units["xa-moi"], DAY)
    assert [(one.reached, one.reported, one.members) for one in then.village_standards] == [(1, 2, 4)]
    assert [(one.reached, one.reported, one.members) for one in now.village_standards] == [(2, 2, 3)]
    assert [one.reported for one in then.from_villages] == [3]
    assert [one.reported for one in now.from_villages] == [3]
