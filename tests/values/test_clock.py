"""Times of the day and numbers of days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_site.values import BadValue, clock_text, parse_clock, parse_days


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("19:30", "19:30"),
        ("7:05", "07:05"),
        ("19h30", "19:30"),
        ("19 h", "19:00"),
        ("7 giờ", "07:00"),
        ("7 giờ 15 phút sáng", "07:15"),
        ("7 giờ rưỡi tối", "19:30"),
        ("3h chiều", "15:00"),
        ("12 giờ trưa", "12:00"),
        ("11 giờ trưa", "11:00"),
        ("1 giờ trưa", "13:00"),
        ("10 giờ đêm", "22:00"),
        ("12 giờ đêm", "00:00"),
        ("2 giờ khuya", "02:00"),
        ("19 giờ tối", "19:00"),
        ("0:00", "00:00"),
        ("7:30 pm", "19:30"),
        ("12 am", "00:00"),
        ("Lúc 7 GIỜ TỐI", "19:00"),
        ("17:30:00", "17:30"),
        ("6:10:00 AM", "06:10"),
        ("12:05:00 SA", "00:05"),
        ("6:10:00 CH", "18:10"),
    ],
)
def test_times(text: str, time: str) -> None:
    assert f"{parse_clock(text):%H:%M}" == time


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("24:00", "clock-no-such-time"),
        ("7:60", "clock-no-such-time"),
        ("99 giờ", "clock-no-such-time"),
        *((text, "clock-range") for text in ("7h-9h", "7:30 – 9:00", "từ 7 giờ đến 9 giờ tối")),
        *((text, "clock-unreadable") for text in ("7", "sáng", "", "19:30:05", "bảy giờ", "-7:00")),
    ],
)
def test_no_times(text: str, code: str) -> None:
    with pytest.raises(BadValue) as refused:
        parse_clock(text)
    assert refused.value.code == code


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_what_is_written_is_read_again(time: dt.time) -> None:
    assert parse_clock(clock_text(time, "vi")) == parse_clock(clock_text(time, "en")) == time


@pytest.mark.parametrize(("text", "days"), [("1", 1), ("3 ngày", 3), (" 60 ngay ", 60), ("2 days", 2)])
def test_days(text: str, days: int) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "days-range"),
        ("61", "days-range"),
        ("ba", "days-unreadable"),
        ("2,5", "days-unreadable"),
        ("1 tuần", "days-unreadable"),
    ],
)
def test_no_days(text: str, code: str) -> None:
    with pytest.raises(BadValue) as refused:
        parse_days(text)
    assert refused.value.code == code
