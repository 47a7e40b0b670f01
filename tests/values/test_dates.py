"""Dates as people type them."""

import itertools
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site.values import BadValue, DateQualifier, FuzzyDate, date_text, parse_date

EXACT, BEFORE, ABOUT = DateQualifier.EXACT, DateQualifier.BEFORE, DateQualifier.ABOUT
EARLY, MID, LATE, AFTER = DateQualifier.EARLY, DateQualifier.MID, DateQualifier.LATE, DateQualifier.AFTER


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("15/4/2022", 2022, 4, 15),
        ("15/04/2022", 2022, 4, 15),
        ("5/4/2022", 2022, 4, 5),
        ("15-04-2022", 2022, 4, 15),
        ("15.04.2022", 2022, 4, 15),
        ("15 / 4 / 2022", 2022, 4, 15),
        ("2022-04-15", 2022, 4, 15),
        ("2022/4/15", 2022, 4, 15),
        ("ngày 15/4/2022", 2022, 4, 15),
        ("Ngày 15 tháng 4 năm 2022", 2022, 4, 15),
        ("15 tháng 4, 2022", 2022, 4, 15),
        ("15 April 2022", 2022, 4, 15),
        ("29/02/2024", 2024, 2, 29),
        ("6/2023", 2023, 6, None),
        ("06/2023", 2023, 6, None),
        ("2023-06", 2023, 6, None),
        ("tháng 6/2023", 2023, 6, None),
        ("Tháng 6 năm 2023", 2023, 6, None),
        ("thang 6 nam 2023", 2023, 6, None),
        ("tha\u0301ng 6/2023", 2023, 6, None),
        ("June 2023", 2023, 6, None),
        ("Sept 2023", 2023, 9, None),
        ("2021", 2021, None, None),
        (" năm 2021 ", 2021, None, None),
        ("1000", 1000, None, None),
        ("31/12/2200", 2200, 12, 31),
    ],
)
def test_plain_dates(text: str, year: int, month: int | None, day: int | None) -> None:
    assert parse_date(text) == FuzzyDate(year, month, day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giữa 2021", FuzzyDate(2021, qualifier=MID)),
        ("giữa năm 2021", FuzzyDate(2021, qualifier=MID)),
        ("GIUA NAM 2021", FuzzyDate(2021, qualifier=MID)),
        ("mid 2021", FuzzyDate(2021, qualifier=MID)),
        ("mid-2021", FuzzyDate(2021, qualifier=MID)),
        ("mid\u20132021", FuzzyDate(2021, qualifier=MID)),
        ("mid-January 2024", FuzzyDate(2024, 1, qualifier=MID)),
        ("giữa tháng 1/2024", FuzzyDate(2024, 1, qualifier=MID)),
        ("giữa\u00a0tháng 1 năm 2024", FuzzyDate(2024, 1, qualifier=MID)),
        ("đầu năm 2021", FuzzyDate(2021, qualifier=EARLY)),
        ("early 2021", FuzzyDate(2021, qualifier=EARLY)),
        ("cuối 6/2023", FuzzyDate(2023, 6, qualifier=LATE)),
        ("late 2023-06", FuzzyDate(2023, 6, qualifier=LATE)),
        ("trước năm 2021", FuzzyDate(2021, qualifier=BEFORE)),
        ("before 15/4/2022", FuzzyDate(2022, 4, 15, BEFORE)),
        ("sau ngày 15/4/2022", FuzzyDate(2022, 4, 15, AFTER)),
        ("after 2021", FuzzyDate(2021, qualifier=AFTER)),
        ("khoảng 1930", FuzzyDate(1930, qualifier=ABOUT)),
        ("about 1930", FuzzyDate(1930, qualifier=ABOUT)),
    ],
)
def test_rough_dates(text: str, expected: FuzzyDate) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("31/02/2022", "date-no-such-day", {"month": "2/2022", "last": "28"}),
        ("2022-02-31", "date-no-such-day", {"month": "2/2022", "last": "28"}),
        ("29/2/2023", "date-no-such-day", {"month": "2/2023", "last": "28"}),
        ("00/06/2022", "date-no-such-day", {"month": "6/2022", "last": "30"}),
        ("31 tháng 6 năm 2022", "date-no-such-day", {"month": "6/2022", "last": "30"}),
        ("13/2022", "date-no-such-month", {"month": "13"}),
        ("0/2022", "date-no-such-month", {"month": "0"}),
        ("31/13/2022", "date-no-such-month", {"month": "13"}),
        ("2022-15-04", "date-no-such-month", {"month": "15"}),
        ("ngày 4 tháng 15 năm 2022", "date-no-such-month", {"month": "15"}),
        ("4/15/2022", "date-american", {"guess": "15/4/2022"}),
        ("04-15-2022", "date-american", {"guess": "15-04-2022"}),
        ("trước 4/15/2022", "date-american", {"guess": "trước 15/4/2022"}),
        ("15/4/22", "date-short-year", {"guess": "15/4/2022"}),
        ("năm 75", "date-short-year", {"guess": "năm 1975"}),
        ("6/23", "date-short-year", {"guess": "6/2023"}),
        ("giữa tháng 6/23", "date-short-year", {"guess": "giữa tháng 6/2023"}),
        ("15/4", "date-no-year", {}),
        ("ngày 15 tháng 4", "date-no-year", {}),
        ("tháng 6", "date-no-year", {}),
        ("năm 938", "date-year-range", {"first": "1000", "last": "2200"}),
        ("2201", "date-year-range", {"first": "1000", "last": "2200"}),
        ("1/1/20222", "date-year-range", {"first": "1000", "last": "2200"}),
        ("giữa 15/4/2022", "date-part-of-day", {}),
        ("late 15 April 2022", "date-part-of-day", {}),
        ("sau giữa 2021", "date-two-qualifiers", {}),
        ("khoảng đầu năm 2021", "date-two-qualifiers", {}),
        ("", "date-unreadable", {}),
        ("giữa", "date-unreadable", {}),
        ("hôm qua", "date-unreadable", {}),
        ("15/4-2022", "date-unreadable", {}),
        ("2020-2025", "date-unreadable", {}),
        ("15/4/2022 10:30", "date-unreadable", {}),
        ("tháng 15/4/2022", "date-unreadable", {}),
        ("Foo 2022", "date-unreadable", {}),
        ("\u0661\u0665/4/2022", "date-unreadable", {}),  # digits of another script
        ("9" * 5000, "date-unreadable", {}),
    ],
)
def test_refused(text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(BadValue) as refused:
        parse_date(text)
    assert (refused.value.code, refused.value.params) == (code, {"found": text, **params})


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("15/4/2022", date(2022, 4, 15), date(2022, 4, 15)),
        ("2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("đầu 2021", date(2021, 1, 1), date(2021, 4, 30)),
        ("giữa 2021", date(2021, 5, 1), date(2021, 8, 31)),
        ("cuối 2021", date(2021, 9, 1), date(2021, 12, 31)),
        ("đầu 1/2024", date(2024, 1, 1), date(2024, 1, 10)),
        ("giữa 1/2024", date(2024, 1, 11), date(2024, 1, 20)),
        ("cuối 2/2024", date(2024, 2, 21), date(2024, 2, 29)),
        ("trước 2021", date.min, date(2020, 12, 31)),
        ("trước 6/2023", date.min, date(2023, 5, 31)),
        ("trước 15/4/2022", date.min, date(2022, 4, 14)),
        ("sau 2021", date(2022, 1, 1), date.max),
        ("sau 15/4/2022", date(2022, 4, 16), date.max),
        ("khoảng 2021", date(2020, 1, 1), date(2022, 12, 31)),
        ("khoảng 1/2024", date(2023, 12, 1), date(2024, 2, 29)),
        ("khoảng 1/1/2024", date(2023, 12, 31), date(2024, 1, 2)),
    ],
)
def test_span(text: str, earliest: date, latest: date) -> None:
    fuzzy = parse_date(text)
    assert (fuzzy.earliest(), fuzzy.latest()) == (earliest, latest)


def test_timeline_is_in_order() -> None:
    timeline = [
        *("trước 2021", "31/12/2020", "2021", "khoảng 2021", "đầu 2021", "1/2021", "1/1/2021", "2/1/2021"),
        *("giữa 2021", "trước 6/2021", "6/2021", "15/6/2021", "cuối 2021", "2022", "sau 2021", "1/2022"),
    ]
    keys = [parse_date(text).sort_key() for text in timeline]
    assert all(one < two for one, two in itertools.pairwise(keys))


@pytest.mark.parametrize(
    ("text", "iso"), [("5/4/2022", "2022-04-05"), ("giữa tháng 1/2024", "2024-01"), ("trước 2021", "2021")]
)
def test_iso(text: str, iso: str) -> None:
    assert parse_date(text).iso() == iso


@st.composite
def fuzzy_dates(draw: st.DrawFn) -> FuzzyDate:
    """Any date that parse_date can yield."""
    day = draw(st.dates(date(1000, 1, 1), date(2200, 12, 31)))
    precision = draw(st.integers(0, 2))
    qualifier = draw(
        st.sampled_from([EXACT, BEFORE, ABOUT, AFTER] if precision == 2 else list(DateQualifier))
    )
    return FuzzyDate(
        day.year, day.month if precision else None, day.day if precision == 2 else None, qualifier
    )


@given(fuzzy_dates(), st.sampled_from(["vi", "en"]))
def test_what_is_shown_reads_back(fuzzy: FuzzyDate, lang: str) -> None:
    assert parse_date(date_text(fuzzy, lang)) == fuzzy


@given(fuzzy_dates())
def test_iso_reads_back_and_span_is_a_span(fuzzy: FuzzyDate) -> None:
    assert parse_date(fuzzy.iso()) == FuzzyDate(fuzzy.year, fuzzy.month, fuzzy.day)
    assert fuzzy.earliest() <= fuzzy.latest()


@given(st.text(max_size=30) | st.text("0123456789/-. nămthgđầu", max_size=16))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadValue):
        assert 1000 <= parse_date(text).year <= 2200
