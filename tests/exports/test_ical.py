"""Calendars, read back by a library that did not write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.exports.texts import HOSTILE, TEXTS
from village_site.exports.contentlines import escaped, plain
from village_site.exports.ical import Event, calendar, uid

DAY = dt.date(2026, 11, 21)
SEVEN = dt.timezone(dt.timedelta(hours=7))


def read(text: str) -> tuple[Any, list[Any]]:
    """A calendar and its events."""
    found = Calendar.from_ical(text)
    assert isinstance(found, Calendar)
    assert found.errors == []
    assert all(event.errors == [] for event in found.walk())
    return found, list(found.walk("VEVENT"))


def event(
    title: str = "Lễ hội", start: dt.date = DAY, last: dt.date | None = None, uid: str = "le-hoi"
) -> Event:
    return Event(uid, DAY, title, start, last)


def test_a_whole_calendar() -> None:
    meeting = Event(
        uid=uid("lang.example", "thon-mau", "hop-dan"),
        changed=dt.date(2026, 11, 1),
        title="Họp dân",
        start=dt.datetime(2026, 11, 25, 19, 30),
        last=dt.datetime(2026, 11, 25, 21, 0),
        text="Bàn về đường;\nmời cả nhà",
        place="Nhà văn hoá, thôn Mẫu",
        url="https://lang.example/thon-mau/",
        categories=("Họp", "Thôn, xóm"),
    )
    text = calendar("Thôn Mẫu", [meeting, event()], "Sự kiện của thôn")
    assert text == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//village-site//villages//VI\r\nCALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\nNAME:Thôn Mẫu\r\nX-WR-CALNAME:Thôn Mẫu\r\nDESCRIPTION:Sự kiện của thôn\r\n"
        "X-WR-CALDESC:Sự kiện của thôn\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\n"
        "DTSTART:19750613T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nTZNAME:+07\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:le-hoi\r\nDTSTAMP:20261121T000000Z\r\n"
        "DTSTART;VALUE=DATE:20261121\r\nDTEND;VALUE=DATE:20261122\r\nSUMMARY:Lễ hội\r\nTRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:thon-mau.hop-dan@lang.example\r\nDTSTAMP:20261101T000000Z\r\n"
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20261125T193000\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20261125T210000\r\n"
        "SUMMARY:Họp dân\r\nDESCRIPTION:Bàn về đường\\;\\nmời cả nhà\r\n"
        "LOCATION:Nhà văn hoá\\, thôn Mẫu\r\nURL:https://lang.example/thon-mau/\r\n"
        "CATEGORIES:Họp,Thôn\\, xóm\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    head, (festival, met) = read(text)
    assert head["X-WR-CALNAME"] == "Thôn Mẫu"
    assert (festival["DTSTART"].dt, festival["DTEND"].dt) == (DAY, DAY + dt.timedelta(days=1))
    assert met["DTSTART"].dt.utcoffset() == dt.timedelta(hours=7)
    assert met["DTSTART"].dt == dt.datetime(2026, 11, 25, 19, 30, tzinfo=SEVEN)
    assert met["DTEND"].dt - met["DTSTART"].dt == dt.timedelta(minutes=90)
    assert met["DTSTAMP"].dt == dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    assert (met["DESCRIPTION"], met["LOCATION"]) == (meeting.text, meeting.place)
    assert met["URL"] == meeting.url
    assert list(met["CATEGORIES"].cats) == list(meeting.categories)


@given(TEXTS, TEXTS, TEXTS, TEXTS.filter(lambda text: plain(text) != ""), TEXTS)
def test_any_text_comes_back_and_no_line_gets_in(
    name: str, title: str, text: str, category: str, place: str
) -> None:
    one = Event("a", DAY, title, DAY, text=text, place=place, categories=(category, category))
    head, events = read(calendar(name, [one], name))
    assert len(events) == 1
    assert len(list(head.walk())) == 2, "the calendar and the event"
    assert head["X-WR-CALNAME"] == head["NAME"] == escaped(name), (
        "unread: the library does not know these two"
    )
    assert head.get("DESCRIPTION", "") == plain(name)
    assert events[0]["SUMMARY"] == plain(title)
    assert events[0].get("DESCRIPTION", "") == plain(text)
    assert events[0].get("LOCATION", "") == plain(place)
    assert list(events[0]["CATEGORIES"].cats) == [plain(category)] * 2
    known = {
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "CATEGORIES",
        "TRANSP",
    }
    assert set(events[0].keys()) <= known


@pytest.mark.parametrize("hostile", HOSTILE)
def test_uids_and_addresses_too(hostile: str) -> None:
    one = Event(hostile, DAY, "x", DAY, url=f"https://a.example/{hostile}")
    _, (found,) = read(calendar("x", [one]))
    assert found["UID"] == plain(hostile)
    assert found["URL"].startswith("https://a.example/")
    assert set(found.keys()) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "TRANSP"}


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 1)), st.integers(0, 20))
def test_days_come_back(start: dt.date, more: int) -> None:
    last = start + dt.timedelta(days=more)
    _, (found,) = read(calendar("x", [event(start=start, last=last)]))
    assert found["DTSTART"].dt == start
    assert found["DTEND"].dt == last + dt.timedelta(days=1)


@given(
    st.datetimes(dt.datetime(1976, 1, 1), dt.datetime(2199, 12, 1)).map(lambda t: t.replace(microsecond=0))
)
def test_times_come_back(start: dt.datetime) -> None:
    _, (found,) = read(calendar("x", [event(start=start)]))
    assert found["DTSTART"].dt == start.replace(tzinfo=SEVEN)
    assert "DTEND" not in found


def test_the_order_given_does_not_matter() -> None:
    events = [event(uid=str(n), start=DAY + dt.timedelta(days=n % 3)) for n in range(6)]
    assert calendar("x", events) == calendar("x", reversed(events))


def test_a_calendar_without_events_is_one() -> None:
    head, events = read(calendar("Thôn Mẫu", []))
    assert (head["VERSION"], events) == ("2.0", [])


def test_what_is_called_off_says_so() -> None:
    _, (found,) = read(calendar("x", [Event("a", DAY, "Hội", DAY, cancelled=True)]))
    assert found["STATUS"] == "CANCELLED"


TIME = dt.datetime(2026, 11, 21, 8, 0)


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([event(), event()], "same uid"),
        ([event(last=DAY - dt.timedelta(days=1))], "ends before"),
        ([event(start=TIME, last=TIME)], "ends before"),
        ([event(start=TIME, last=DAY)], "ends on a day"),
        ([event(last=TIME)], "ends at a time"),
        ([event(start=TIME.replace(tzinfo=dt.UTC))], "without a zone"),
        ([event(start=TIME, last=TIME.replace(hour=9, tzinfo=dt.UTC))], "without a zone"),
    ],
)
def test_senseless_events_are_refused(events: list[Event], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        calendar("x", events)
