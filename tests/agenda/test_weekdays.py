"""Days of the week as people name them, one or several."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import dataset
from village_site.agenda import parse_weekdays
from village_site.model.broadcasts import PROGRAMME, Weekday

WEEK = (1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("thứ hai", (1,)),
        ("Thứ 2", (1,)),
        ("t7", (6,)),
        ("CN", (7,)),
        ("chủ nhật", (7,)),
        ("Sunday", (7,)),
        ("hằng ngày", WEEK),
        ("mỗi ngày", WEEK),
        ("thứ 2 đến thứ 6", (1, 2, 3, 4, 5)),
        ("từ thứ hai đến thứ sáu hằng tuần", (1, 2, 3, 4, 5)),
        ("T2–T6", (1, 2, 3, 4, 5)),
        ("thứ 2 - chủ nhật", WEEK),
        ("thứ bảy đến thứ hai", (1, 6, 7)),
        ("thứ 2, 4, 6", (1, 3, 5)),
        ("thứ ba và thứ năm", (2, 4)),
        ("thứ 2 đến thứ 4, chủ nhật", (1, 2, 3, 7)),
        ("monday to friday", (1, 2, 3, 4, 5)),
        ("thứ tám", ()),
        ("2", ()),
        ("", ()),
        ("thứ 8", ()),
        ("5/12/2026", ()),
    ],
)
def test_days_are_read(text: str, days: tuple[int, ...]) -> None:
    assert parse_weekdays(text) == days


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("thứ 2", [0]),
        ("[t2, cn]", [0, 6]),
        ("thứ 2 đến thứ 6", [0, 1, 2, 3, 4]),
        ("[thứ 2 đến thứ 4, chủ nhật]", [0, 1, 2, 6]),
        ("hằng ngày", [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_the_programme_takes_them(tmp_path: Path, typed: str, places: list[int]) -> None:
    file = f"- {{ngày: {typed}, nội dung: Tin}}"
    (folder,) = dataset(tmp_path, {"nam-bac-thanh/lich-phat-thanh.yml": file}).villages
    (slot,) = folder.of(PROGRAMME)
    assert [Weekday.members().index(day) for day in slot.days] == places
