"""Days with or without a time, however they are typed, on Vietnam's clocks."""

import datetime as dt

import pytest

from village_site.values import BadValue, Moment, moment_text, parse_moment, stamp

DAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("23/11/2026", None),
        ("ngày 23 tháng 11 năm 2026", None),
        ("hết ngày 23/11/2026", None),
        ("2026-11-23", None),
        ("17:00 ngày 23/11/2026", dt.time(17)),
        ("17h, ngày 23/11/2026", dt.time(17)),
        ("lúc 5 giờ chiều ngày 23 tháng 11 năm 2026", dt.time(17)),
        ("23/11/2026 17h30", dt.time(17, 30)),
        ("ngày 23/11/2026, 7 giờ rưỡi tối", dt.time(19, 30)),
        ("24h ngày 23/11/2026", dt.time(23, 59)),
        ("23/11/2026 lúc 24:00", dt.time(23, 59)),
        ("2026-11-23T17:00", dt.time(17)),
        ("2026-11-23T17:00+07:00", dt.time(17)),
        ("23 November 2026 5 pm", dt.time(17)),
        ("23/11/2026 17:00:00", dt.time(17)),
        ("23/11/2026 5:00:00 PM", dt.time(17)),
    ],
)
def test_a_day_and_its_time(typed: str, time: dt.time | None) -> None:
    assert parse_moment(typed) == Moment(DAY, time)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("11/2026", "moment-full-day"),
        ("giữa 2026", "moment-full-day"),
        ("trước 23/11/2026", "moment-full-day"),
        ("17:00", "moment-no-day"),
        ("17h30", "moment-no-day"),
        ("tối mai", "moment-unreadable"),
        ("đến khi có thông báo mới", "moment-unreadable"),
        ("7h - 11h ngày 25/11/2026", "moment-range"),
        ("từ 25/11/2026 đến 27/11/2026", "moment-range"),
        ("25/11 - 27/11/2026", "moment-unreadable"),
        ("17h 23/11", "moment-full-day"),
        ("17:00 ngày 31/11/2026", "moment-no-such-day"),
        ("25:00 ngày 23/11/2026", "clock-no-such-time"),
        ("23/11/2026 17:61", "clock-no-such-time"),
        ("17:00 ngày 23/11/26", "date-short-year"),
    ],
)
def test_what_is_refused(typed: str, code: str) -> None:
    with pytest.raises(BadValue) as refusal:
        parse_moment(typed)
    assert refusal.value.code == code
    assert refusal.value.params["found"] == typed


def test_a_mend_is_a_whole_value() -> None:
    with pytest.raises(BadValue) as refusal:
        parse_moment("17:00 ngày 23/11/26")
    assert refusal.value.params["guess"] == "17:00 ngày 23/11/2026"


def test_both_ends_are_told_apart() -> None:
    with pytest.raises(BadValue) as refusal:
        parse_moment("7h - 11h ngày 25/11/2026")
    assert refusal.value.params["first"] == "7:00 ngày 25/11/2026"
    assert refusal.value.params["last"] == "11:00 ngày 25/11/2026"


def test_a_day_without_a_time_is_all_of_it() -> None:
    whole, part = parse_moment("23/11/2026"), parse_moment("17h ngày 23/11/2026")
    assert (whole.earliest(), whole.latest()) == (
        dt.datetime(2026, 11, 23),
        dt.datetime(2026, 11, 23, 23, 59, 59),
    )
    assert part.earliest() == part.latest() == dt.datetime(2026, 11, 23, 17)


def test_as_programs_and_people_read_it() -> None:
    whole, part = parse_moment("23/11/2026"), parse_moment("17h ngày 23/11/2026")
    assert (whole.iso(), part.iso()) == ("2026-11-23", "2026-11-23T17:00+07:00")
    assert stamp(whole.latest()) == "2026-11-23T23:59:59+07:00"
    assert moment_text(part, "vi") == "17:00 ngày 23/11/2026"
    assert moment_text(whole, "vi") == "23/11/2026"
    assert moment_text(part, "en") == "17:00, 23 November 2026"
