"""When something is held, as people type it, as it is written back, and the days it falls on."""

from __future__ import annotations

import ast
import datetime as dt
import string
import tomllib
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site import agenda, catalogue
from village_site.agenda import (
    EveryLunarMonth,
    EveryMonth,
    EveryMonthOn,
    EveryWeek,
    EveryYear,
    OnDay,
    When,
    held,
    lunar_of,
    parse_when,
    when_text,
)
from village_site.lunar import LunarDate, LunarDay, to_solar
from village_site.values import BadValue

WHENS = st.one_of(
    st.builds(OnDay, st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))),
    st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)).map(lambda day: EveryYear(day.day, day.month)),
    st.builds(EveryMonth, st.integers(1, 31)),
    st.builds(EveryMonthOn, st.sampled_from((1, 2, 3, 4, -1)), st.integers(1, 7)),
    st.sets(st.integers(1, 7), min_size=1).map(lambda days: EveryWeek(tuple(sorted(days)))),
    st.builds(EveryLunarMonth, st.integers(1, 30)),
    st.builds(LunarDay, st.integers(1, 30), st.integers(1, 12), st.booleans()),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05/12/2026", OnDay(dt.date(2026, 12, 5))),
        ("2026-12-05", OnDay(dt.date(2026, 12, 5))),
        ("thứ bảy 05/12/2026", OnDay(dt.date(2026, 12, 5))),
        ("Thứ 7, ngày 5/12/2026", OnDay(dt.date(2026, 12, 5))),
        ("20/11 hằng năm", EveryYear(20, 11)),
        ("ngày 20 tháng 11 hàng năm", EveryYear(20, 11)),
        ("hằng năm, ngày 20/11", EveryYear(20, 11)),
        ("2/9 mỗi năm", EveryYear(2, 9)),
        ("29/2 hằng năm", EveryYear(29, 2)),
        ("16/2 dương lịch", EveryYear(16, 2)),
        ("16/2 DL hằng năm", EveryYear(16, 2)),
        ("ngày 16 tháng 2 (dương lịch)", EveryYear(16, 2)),
        ("05/12/2026 dương lịch", OnDay(dt.date(2026, 12, 5))),
        ("20/11 every year", EveryYear(20, 11)),
        ("ngày 5 hằng tháng", EveryMonth(5)),
        ("hằng tháng vào ngày 5", EveryMonth(5)),
        ("ngày 31 hàng tháng", EveryMonth(31)),
        ("ngày cuối tháng", EveryMonth(31)),
        ("day 5 every month", EveryMonth(5)),
        ("thứ bảy đầu tháng", EveryMonthOn(1, 6)),
        ("thứ bảy đầu tiên của tháng", EveryMonthOn(1, 6)),
        ("thứ 7 tuần đầu tháng", EveryMonthOn(1, 6)),
        ("Chủ nhật cuối tháng", EveryMonthOn(-1, 7)),
        ("thứ hai thứ hai của tháng", EveryMonthOn(2, 1)),
        ("thứ năm tuần thứ 3 hằng tháng", EveryMonthOn(3, 4)),
        ("thứ tư lần thứ tư hằng tháng", EveryMonthOn(4, 3)),
        ("first Saturday of the month", EveryMonthOn(1, 6)),
        ("thứ năm hằng tuần", EveryWeek((4,))),
        ("thứ năm hàng tuần", EveryWeek((4,))),
        ("mỗi thứ bảy", EveryWeek((6,))),
        ("hằng tuần vào chủ nhật", EveryWeek((7,))),
        ("T6, T2 và T4 hằng tuần", EveryWeek((1, 3, 5))),
        ("hằng ngày", EveryWeek((1, 2, 3, 4, 5, 6, 7))),
        ("every Friday", EveryWeek((5,))),
        ("15/8 âm lịch", LunarDay(15, 8)),
        ("15-8 AL", LunarDay(15, 8)),
        ("15/8âm", LunarDay(15, 8)),
        ("15/8 âm lịch hằng năm", LunarDay(15, 8)),
        ("rằm tháng 8 hằng năm", LunarDay(15, 8)),
        ("rằm tháng giêng", LunarDay(15, 1)),
        ("mùng 10 tháng 3", LunarDay(10, 3)),
        ("mùng 2 tháng 9 âm lịch", LunarDay(2, 9)),
        ("30/2 âm", LunarDay(30, 2)),
        ("15/6 nhuận âm lịch", LunarDay(15, 6, leap=True)),
        ("15/1/2027 âm lịch", LunarDate(15, 1, False, 2027)),
        ("rằm hằng tháng", EveryLunarMonth(15)),
        ("mùng một hằng tháng", EveryLunarMonth(1)),
        ("ngày 14 âm lịch hằng tháng", EveryLunarMonth(14)),
    ],
)
def test_read(text: str, expected: When) -> None:
    assert parse_when(text) == expected
    assert parse_when(text.upper()) == expected


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("15/8", "when-which-calendar", {"solar": "15/8 hằng năm", "lunar": "15/8 âm lịch"}),
        ("ngày 15 tháng 8", "when-which-calendar", {"lunar": "ngày 15 tháng 8 âm lịch"}),
        ("mùng 2 tháng 9", "when-which-calendar", {"solar": "2/9 hằng năm", "lunar": "2/9 âm lịch"}),
        ("mùng 8/3", "when-which-calendar", {"solar": "8/3 hằng năm"}),
        ("chủ nhật 05/12/2026", "when-other-weekday", {"weekday": "thứ bảy"}),
        ("tháng 12/2026", "when-not-a-day", {}),
        ("2026", "when-not-a-day", {}),
        ("khoảng 05/12/2026", "when-not-a-day", {}),
        ("20-22/11/2026", "when-range", {}),
        ("từ 20/11 đến 22/11/2026", "when-range", {}),
        ("14 đến 16/2 âm lịch", "when-range", {}),
        ("ngày 32 hằng tháng", "when-no-such-day", {"most": "31"}),
        ("ngày 31 âm lịch hằng tháng", "when-no-such-day", {"most": "30"}),
        ("30/2 hằng năm", "when-no-such-day", {"most": "29"}),
        ("31/4/2026", "date-no-such-day", {}),
        ("20/11/26", "date-short-year", {"guess": "20/11/2026"}),
        ("31/8 âm lịch", "lunar-no-such-day", {}),
        ("15/6/2026 nhuận", "lunar-no-leap", {"month": "6"}),
        ("15/13âm", "lunar-no-such-month", {"month": "13"}),
        *(
            (text, "when-unreadable", {})
            for text in (
                "",
                "thứ bảy",
                "15 tháng",
                "sắp tới",
                "hằng năm",
                "thứ tám hằng tuần",
                "5/13 hằng năm",
            )
        ),
    ],
)
def test_refused(text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(BadValue) as refused:
        parse_when(text)
    found = refused.value.params
    assert (refused.value.code, found["found"], found | params) == (code, text, found)
    for name in ("solar", "lunar", "guess"):
        if name in found:
            parse_when(found[name])


def test_every_refusal_has_its_sentences() -> None:
    raised: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(Path(str(agenda.reading.__file__)).read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="BadValue"), args=[ast.Constant(value=code), *_], keywords=given_):
                raised[str(code)] = {"found", *(word.arg for word in given_ if word.arg)}
    for lang in catalogue.LANGUAGES:
        path = Path(str(catalogue.__file__)).parent / f"calendar.{lang}.toml"
        texts = {
            code: entry
            for code, entry in tomllib.loads(path.read_text("utf-8")).items()
            if code[:4] == "when"
        }
        assert texts.keys() == raised.keys()
        for code, entry in texts.items():
            used = {n for text in entry.values() for _, n, _, _ in string.Formatter().parse(text) if n}
            assert used == raised[code]


@given(WHENS)
def test_what_is_written_is_read_again(when: When) -> None:
    assert parse_when(when_text(when, "vi")) == when
    assert when_text(when, "en")


@given(st.text() | st.text("0123456789/. -,thứbảyâmlịchằngtuầnáđemùrăw", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    found: object = None
    with suppress(BadValue):
        found = parse_when(text)
    assert found is None or isinstance(found, get_args(When))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("rằm tháng 8", ["2025-10-06", "2026-09-25", "2027-09-15", "2028-10-03"]),
        ("15/6 âm lịch", ["2025-07-09", "2026-07-28", "2027-07-18", "2028-08-05"]),
        ("15/6 nhuận âm lịch", ["2025-08-08", "2026-07-28", "2027-07-18", "2028-08-05"]),
        ("mùng 1 Tết", ["2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26"]),
        ("30 Tết", ["2025-01-28", "2026-02-16", "2027-02-05", "2028-01-25"]),
        ("29/2 hằng năm", ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
        ("15/6/2025 nhuận", ["2025-08-08"]),
        ("05/12/2026", ["2026-12-05"]),
    ],
)
def test_days_of_four_years(text: str, days: list[str]) -> None:
    """Leap months: 2025 had a second sixth month; what is of the sixth is held in the first of the two, once."""
    found = held(parse_when(text), dt.date(2025, 1, 1), dt.date(2028, 12, 31))
    assert [day.isoformat() for day in found] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ngày 31 hằng tháng", ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
        ("ngày 5 hằng tháng", ["2027-01-05", "2027-02-05", "2027-03-05", "2027-04-05"]),
        ("thứ bảy đầu tháng", ["2027-01-02", "2027-02-06", "2027-03-06", "2027-04-03"]),
        ("chủ nhật cuối tháng", ["2027-01-31", "2027-02-28", "2027-03-28", "2027-04-25"]),
        ("thứ sáu tuần thứ tư hằng tháng", ["2027-01-22", "2027-02-26", "2027-03-26", "2027-04-23"]),
        ("rằm hằng tháng", ["2027-01-22", "2027-02-20", "2027-03-22", "2027-04-21"]),
    ],
)
def test_days_of_four_months(text: str, days: list[str]) -> None:
    found = held(parse_when(text), dt.date(2027, 1, 1), dt.date(2027, 4, 30))
    assert [day.isoformat() for day in found] == days


@given(WHENS, st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)), st.integers(0, 800))
def test_days_are_in_order_within_and_the_same_however_they_are_cut(
    when: When, first: dt.date, length: int
) -> None:
    last = first + dt.timedelta(days=length)
    found = list(held(when, first, last))
    assert all(first <= day <= last for day in found)
    assert all(one < two for one, two in pairwise(found))
    middle = first + dt.timedelta(days=length // 3)
    assert found == [*held(when, first, middle), *held(when, middle + dt.timedelta(days=1), last)]


@given(st.integers(1, 30), st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)))
def test_every_lunar_month_has_its_day(day: int, first: dt.date) -> None:
    found = list(held(EveryLunarMonth(day), first, first + dt.timedelta(days=800)))
    assert all(28 <= (two - one).days <= 31 for one, two in pairwise(found))
    assert all((lunar := lunar_of(one)) is not None and min(day, 29) <= lunar.day <= day for one in found)


@given(WHENS)
def test_outside_the_years_known_no_lunar_day_is_held(when: When) -> None:
    later = list(held(when, dt.date(2300, 1, 1), dt.date(2301, 12, 31)))
    assert bool(later) == isinstance(when, EveryYear | EveryMonth | EveryMonthOn | EveryWeek)
    assert list(held(when, dt.date(9999, 1, 1), dt.date.max)) is not None
    assert lunar_of(dt.date(2300, 1, 1)) is None


def test_a_lunar_date_is_held_in_its_year() -> None:
    date = LunarDate(15, 1, False, 2027)
    assert list(held(date, dt.date.min, dt.date.max)) == [to_solar(date)]
