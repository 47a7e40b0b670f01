"""Lunar days as people type them, and as they are written back."""

from __future__ import annotations

import ast
import string
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site import catalogue, lunar
from village_site.lunar import LunarDate, LunarDay, days_of_month, leap_month, lunar_text, parse_lunar
from village_site.values import BadValue


@pytest.mark.parametrize(
    ("text", "day", "month", "leap"),
    [
        ("15/1 âm lịch", 15, 1, False),
        ("15/01 ÂL", 15, 1, False),
        ("15-1 (âm lịch)", 15, 1, False),
        ("15.1 a.l", 15, 1, False),
        ("âm lịch 15/1", 15, 1, False),
        ("15/1 lunar", 15, 1, False),
        ("rằm tháng giêng", 15, 1, False),
        ("Rằm tháng Giêng âm lịch", 15, 1, False),
        ("ngày rằm tháng 7", 15, 7, False),
        ("rằm tháng bảy", 15, 7, False),
        ("rằm tháng năm", 15, 5, False),
        ("mùng 3 tháng 3 âm lịch", 3, 3, False),
        ("mồng ba tháng ba", 3, 3, False),
        ("MUNG 10/3", 10, 3, False),
        ("mùng mười tháng ba", 10, 3, False),
        ("mùng năm tháng năm", 5, 5, False),
        ("ngày 23 tháng chạp", 23, 12, False),
        ("23 tháng mười hai âm lịch", 23, 12, False),
        ("20 tháng mười một âm lịch", 20, 11, False),
        ("15/6 nhuận âm lịch", 15, 6, True),
        ("rằm tháng sáu nhuận", 15, 6, True),
        ("30 Tết", 30, 12, False),
        ("ngày 28 tết", 28, 12, False),
        ("mùng 1 Tết", 1, 1, False),
        ("mùng một tết Nguyên đán", 1, 1, False),
        ("  mu\u0300ng   4  Tê\u0301t ", 4, 1, False),
    ],
)
def test_yearly_days(text: str, day: int, month: int, leap: bool) -> None:
    assert parse_lunar(text) == LunarDay(day, month, leap)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15/1/2027 âm lịch", LunarDate(15, 1, False, 2027)),
        ("rằm tháng giêng năm 2027", LunarDate(15, 1, False, 2027)),
        ("mùng 5 tháng năm âm lịch năm 2027", LunarDate(5, 5, False, 2027)),
        ("15/6/2025 nhuận", LunarDate(15, 6, True, 2025)),
        ("15/6 nhuận/2025", LunarDate(15, 6, True, 2025)),
        ("30/6/2025 âm lịch", LunarDate(30, 6, False, 2025)),
    ],
)
def test_days_of_one_year(text: str, expected: LunarDate) -> None:
    assert parse_lunar(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("15/1", "lunar-unmarked", {"guess": "15/1 âm lịch"}),
        (" 15 tháng 3 ", "lunar-unmarked", {"guess": "15 tháng 3 âm lịch"}),
        ("15/1/2027", "lunar-unmarked", {"guess": "15/1/2027 âm lịch"}),
        ("mùng 3 tháng một", "lunar-month-one", {}),
        ("15/13 âm lịch", "lunar-no-such-month", {"month": "13"}),
        ("15/0 âm lịch", "lunar-no-such-month", {"month": "0"}),
        ("31/1 âm lịch", "lunar-no-such-day", {}),
        ("0/1 âm lịch", "lunar-no-such-day", {}),
        ("31 Tết", "lunar-no-such-day", {}),
        ("mùng 15 tháng 3", "lunar-mung", {"guess": "rằm tháng 3 âm lịch"}),
        ("mùng 20/3", "lunar-mung", {"guess": "ngày 20 tháng 3 âm lịch"}),
        ("mùng 12 Tết", "lunar-mung", {"guess": "ngày 12 tháng giêng âm lịch"}),
        ("4 Tết", "lunar-tet", {"guess": "mùng 4 Tết"}),
        ("15/1/27 âm lịch", "lunar-year-range", {"first": "1899", "last": "2199"}),
        ("15/6/2026 nhuận", "lunar-no-leap", {"month": "6", "year": "2026"}),
        ("30/12/2025 âm lịch", "lunar-short-month", {"month": "12", "year": "2025"}),
        ("30/6/2025 nhuận", "lunar-short-month", {"month": "6", "year": "2025"}),
        *(
            (text, "lunar-unreadable", {})
            for text in (
                "",
                "âm lịch",
                "rằm",
                "rằm 7",
                "Tết",
                "tháng giêng",
                "ba tháng ba",
                "1/1/1/1 âm lịch",
            )
        ),
        *((text, "lunar-unreadable", {}) for text in ("15/1 âm lịch âm", "\u0661/1 âm lịch", "mùng 3 tháng")),
    ],
)
def test_refused(text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(BadValue) as refused:
        parse_lunar(text)
    assert (refused.value.code, refused.value.params) == (code, {"found": text, **params})
    for lang in catalogue.LANGUAGES:
        told = catalogue.message(code, lang)
        assert text in told.message.format_map(refused.value.params)
        assert told.hint.format_map(refused.value.params)
    if "guess" in params:
        assert isinstance(parse_lunar(params["guess"]), LunarDay | LunarDate)


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        (LunarDay(1, 1), "mùng 1 Tết", "day 1 of Tết (Vietnamese New Year)"),
        (LunarDay(30, 12), "30 Tết", "Tết Eve (Vietnamese New Year's Eve)"),
        (LunarDay(15, 1), "rằm tháng giêng âm lịch", "full moon of lunar month 1"),
        (LunarDay(3, 3), "mùng 3 tháng 3 âm lịch", "day 3 of lunar month 3"),
        (LunarDay(23, 12), "ngày 23 tháng chạp âm lịch", "day 23 of lunar month 12"),
        (LunarDay(1, 1, leap=True), "mùng 1 tháng giêng nhuận âm lịch", "day 1 of leap lunar month 1"),
        (
            LunarDate(20, 6, True, 2025),
            "ngày 20 tháng 6 nhuận âm lịch năm 2025",
            "day 20 of leap lunar month 6 of 2025",
        ),
        (
            LunarDate(1, 1, False, 2027),
            "mùng 1 tháng giêng âm lịch năm 2027",
            "day 1 of lunar month 1 of 2027",
        ),
    ],
)
def test_written(day: LunarDay | LunarDate, vietnamese: str, english: str) -> None:
    assert (lunar_text(day, "vi"), lunar_text(day, "en")) == (vietnamese, english)


@given(st.builds(LunarDay, st.integers(1, 30), st.integers(1, 12), st.booleans()))
def test_what_is_written_is_read_again(day: LunarDay) -> None:
    assert parse_lunar(lunar_text(day, "vi")) == day


@given(st.integers(1899, 2199), st.integers(1, 12), st.integers(1, 29), st.booleans())
def test_a_date_too(year: int, month: int, day: int, leap: bool) -> None:
    date = LunarDate(day, month, leap and leap_month(year) == month, year)
    assert day <= days_of_month(year, month, date.leap)
    assert parse_lunar(lunar_text(date, "vi")) == date


@given(st.text() | st.text("0123456789/. -âmlịchtháng gêỳrằnhuậTế"))
def test_any_text_is_read_or_refused(text: str) -> None:
    found: object = None
    with suppress(BadValue):
        found = parse_lunar(text)
    assert found is None or isinstance(found, LunarDay | LunarDate)


def test_every_refusal_has_its_sentences_and_no_other_is_there() -> None:
    raised: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(Path(str(lunar.reading.__file__)).read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "BadValue":
            assert isinstance(node.args[0], ast.Constant)
            raised[str(node.args[0].value)] = {"found", *(word.arg for word in node.keywords if word.arg)}
    for lang in catalogue.LANGUAGES:
        texts = tomllib.loads((Path(catalogue.__file__).parent / f"lunar.{lang}.toml").read_text("utf-8"))
        assert texts.keys() == raised.keys()
        for code, entry in texts.items():
            used = {n for text in entry.values() for _, n, _, _ in string.Formatter().parse(text) if n}
            assert used <= raised[code]
