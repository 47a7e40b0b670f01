"""The lunar calendar against printed dates, against the sky, and against itself."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lunar import almanac
from village_site.lunar import (
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

FIRST_DAY, LAST_DAY = dt.date(1899, 2, 10), dt.date(2200, 2, 14)
SOLAR = st.dates(FIRST_DAY, LAST_DAY)
LUNAR_DAYS = st.builds(LunarDay, st.integers(1, 30), st.integers(1, 12), st.booleans())


@pytest.mark.parametrize(
    ("year", "tet"),
    [
        (1968, dt.date(1968, 1, 29)),  # the North's; the South kept China's, a day later
        (1969, dt.date(1969, 2, 16)),  # China: 17 February
        (1976, dt.date(1976, 1, 31)),
        (1985, dt.date(1985, 1, 21)),  # China: 20 February
        (1999, dt.date(1999, 2, 16)),
        (2000, dt.date(2000, 2, 5)),
        (2007, dt.date(2007, 2, 17)),  # China: 18 February
        (2020, dt.date(2020, 1, 25)),
        (2023, dt.date(2023, 1, 22)),
        (2024, dt.date(2024, 2, 10)),
        (2025, dt.date(2025, 1, 29)),
        (2026, dt.date(2026, 2, 17)),
        (2027, dt.date(2027, 2, 6)),
        (2030, dt.date(2030, 2, 2)),  # China: 3 February
        (2033, dt.date(2033, 1, 31)),
        (2053, dt.date(2053, 2, 18)),  # China: 19 February
    ],
)
def test_tet(year: int, tet: dt.date) -> None:
    assert to_solar(LunarDate(1, 1, False, year)) == tet
    assert to_lunar(tet) == LunarDate(1, 1, False, year)
    assert to_lunar(tet - dt.timedelta(days=1)).month == 12


def test_leap_months_of_our_time() -> None:
    # China had 10 in 1984 instead of 2 in 1985
    found = " ".join(f"{year}/{leap}" for year in range(1984, 2040) if (leap := leap_month(year)))
    assert found == (
        "1985/2 1987/7 1990/5 1993/3 1995/8 1998/5 2001/4 2004/2 2006/7 2009/5 2012/4 "
        "2014/9 2017/6 2020/4 2023/2 2025/6 2028/5 2031/3 2033/11 2036/6 2039/5"
    )


@pytest.mark.parametrize(
    ("day", "date"),
    [
        (dt.date(2025, 7, 24), LunarDate(30, 6, False, 2025)),
        (dt.date(2025, 7, 25), LunarDate(1, 6, True, 2025)),
        (dt.date(2025, 8, 22), LunarDate(29, 6, True, 2025)),
        (dt.date(2025, 8, 23), LunarDate(1, 7, False, 2025)),
        (dt.date(2023, 3, 22), LunarDate(1, 2, True, 2023)),
        (dt.date(2024, 4, 18), LunarDate(10, 3, False, 2024)),  # Giỗ Tổ Hùng Vương, a public holiday
        (dt.date(2025, 4, 7), LunarDate(10, 3, False, 2025)),
        (dt.date(2026, 4, 26), LunarDate(10, 3, False, 2026)),
        (dt.date(1900, 1, 1), LunarDate(1, 12, False, 1899)),
    ],
)
def test_known_days(day: dt.date, date: LunarDate) -> None:
    assert to_lunar(day) == date
    assert to_solar(date) == day


def test_the_table_is_what_the_sky_says() -> None:
    text = (files("village_site.lunar") / "years.toml").read_text("utf-8")
    assert "".join(line for line in text.splitlines(keepends=True) if line[:1].isdigit()) == almanac.table()
    assert list(tomllib.loads(text)) == [str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]


@given(SOLAR)
def test_every_day_has_one_date(day: dt.date) -> None:
    assert to_solar(to_lunar(day)) == day


@given(SOLAR.filter(lambda day: day < LAST_DAY))
def test_days_follow_each_other(day: dt.date) -> None:
    here, there = to_lunar(day), to_lunar(day + dt.timedelta(days=1))
    if there.day != 1:
        assert (there.day, there.month, there.leap, there.year) == (
            here.day + 1,
            here.month,
            here.leap,
            here.year,
        )
    else:
        assert here.day == days_of_month(here.year, here.month, here.leap)
        assert here.day in (29, 30)
        if there.leap:
            assert (there.month, there.year) == (here.month, here.year)
        else:
            assert (there.month, there.year) == (here.month % 12 + 1, here.year + here.month // 12)


@pytest.mark.parametrize("day", [FIRST_DAY - dt.timedelta(days=1), LAST_DAY + dt.timedelta(days=1)])
def test_days_not_known(day: dt.date) -> None:
    with pytest.raises(ValueError, match="no lunar date is known"):
        to_lunar(day)


@pytest.mark.parametrize(
    "date",
    [
        LunarDate(30, 12, False, 2025),  # a short month
        LunarDate(1, 6, True, 2024),
        LunarDate(0, 1, False, 2024),
        LunarDate(31, 1, False, 2024),
        LunarDate(1, 13, False, 2024),
        LunarDate(1, 1, False, 2200),
        LunarDate(1, 1, False, 1898),
    ],
)
def test_days_there_are_not(date: LunarDate) -> None:
    with pytest.raises(ValueError, match="no such day"):
        to_solar(date)


def test_the_thirtieth_is_the_last_day_of_its_month() -> None:
    eve = LunarDay(30, 12)
    assert days_of_month(2025, 12) == 29
    assert [on(eve, year) for year in (2023, 2024, 2025)] == [
        dt.date(2024, 2, 9),
        dt.date(2025, 1, 28),
        dt.date(2026, 2, 16),
    ]


def test_a_day_of_a_leap_month_is_kept_in_the_plain_month_of_other_years() -> None:
    day = LunarDay(10, 6, leap=True)
    assert on(day, 2025) == to_solar(LunarDate(10, 6, True, 2025))
    assert on(day, 2026) == to_solar(LunarDate(10, 6, False, 2026))


def test_a_plain_day_is_not_kept_again_in_a_leap_month() -> None:
    assert on(LunarDay(15, 6), 2025) == to_solar(LunarDate(15, 6, False, 2025))


def test_in_january_the_lunar_year_is_still_the_old_one() -> None:
    assert on(LunarDay(23, 12), 2026) == dt.date(2027, 1, 30)


@given(LUNAR_DAYS, st.integers(FIRST_YEAR, LAST_YEAR - 1))
def test_there_is_one_in_every_year(day: LunarDay, year: int) -> None:
    date = on(day, year)
    assert date < on(day, year + 1) <= date + dt.timedelta(days=415)
    lunar = to_lunar(date)
    assert (lunar.month, lunar.year) == (day.month, year)
    assert lunar.day in (day.day, 29)


def test_the_end_of_the_table() -> None:
    day = LunarDay(1, 1)
    for year in (FIRST_YEAR - 1, LAST_YEAR + 1):
        with pytest.raises(ValueError, match="not known"):
            on(day, year)
        with pytest.raises(ValueError, match="not known"):
            leap_month(year)
