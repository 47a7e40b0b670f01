"""Surveys: shares of those who answered, never without their number, and answers that add up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.support import one, pages, parse, words
from tests.support import DAY, codes_of, data_folder
from village_site.site import examine

V = "nam-bac-thanh"
FILE = f"{V}/khao-sat.yml"


def typed(
    asked: str, answered: str, *results: str, more: str = "", name: str = "a", date: str = "2024"
) -> str:
    answers = ", ".join(f"{{câu: C{place}, kết quả: '{result}'}}" for place, result in enumerate(results))
    return (
        f"- {{mã riêng: {name}, câu hỏi: Hỏi {name}, ngày: {date}, đơn vị hỏi: Mặt trận thôn, "
        f"đã hỏi: {asked}, đã trả lời: {answered}, các câu trả lời: [{answers}]{more}}}\n"
    )


def section(tmp_path: Path, text: str):  # type: ignore[no-untyped-def]
    return one(parse(pages(tmp_path, {FILE: text})[f"thon/{V}/index.md"]), "section#khao-sat")


def plain(node) -> str:  # type: ignore[no-untyped-def]
    return words(node).replace("\u00a0", " ")


def test_counts_are_shown_as_shares_of_those_who_answered(tmp_path: Path) -> None:
    found = section(tmp_path, typed("60 hộ", "50 hộ", "40 hộ", "10 hộ"))
    assert "50 hộ trả lời trong số 60 hộ được hỏi; năm 2024." in plain(found)
    assert [plain(item) for item in found.css(".vs-bars li")] == ["C0 40 hộ (80 %)", "C1 10 hộ (20 %)"]
    bars = [bar.attributes["width"] for bar in found.css("rect:not(.f)")]
    assert bars == ["80%", "20%"], "a full bar is all who answered"
    assert "chỉ xem để tham khảo" not in plain(found)


def test_shares_are_shown_with_their_base(tmp_path: Path) -> None:
    found = section(tmp_path, typed("90", "29", "86 %", "14 %", more=", chọn nhiều câu: có"))
    assert [plain(item) for item in found.css(".vs-bars li")] == ["C0 86 %", "C1 14 %"]
    assert plain(one(found, "figcaption")) == "Trên tổng số 29 người đã trả lời"
    assert "Ít người trả lời, chỉ xem để tham khảo." in plain(found)


def test_what_is_known_roughly_has_no_share(tmp_path: Path) -> None:
    found = section(tmp_path, typed("90", "80", "khoảng 60", "hơn 10"))
    assert [plain(item) for item in found.css(".vs-bars li")] == ["C0 khoảng 60 người", "C1 hơn 10 người"]


def test_earlier_surveys_are_folded_away(tmp_path: Path) -> None:
    text = "".join(typed("90", "80", name=f"s{year}", date=str(year)) for year in range(2018, 2023))
    found = section(tmp_path, text)
    assert [node.attributes["id"] for node in found.css(".vs-survey")] == [
        f"khao-sat-s{year}" for year in range(2022, 2017, -1)
    ]
    assert len(found.css("details .vs-survey")) == 2


AT = f"villages/{FILE}"
MISTAKES = [
    (typed("50 hộ", "60 hộ"), "survey-more-answers"),
    (typed("60 hộ", "50"), "survey-units"),
    (typed("60 hộ", "50 hộ", "45 người", "5 hộ"), "survey-units"),
    (typed("60 hộ", "50 hộ", "45 hộ", "10 %"), "survey-counts-and-shares"),
    (typed("60 hộ", "50 hộ", "30 hộ", "10 hộ"), "survey-sum"),
    (typed("60 hộ", "50 hộ", "50 %", "30 %"), "survey-shares"),
    (typed("60 hộ", "50 hộ", "46 hộ", "4 hộ"), "survey-few"),
    (typed("60 hộ", "50 hộ", "98 %", "2 %"), "survey-few"),
    (typed("60 hộ", "50 hộ", date="2027"), "not-yet"),
]


@pytest.mark.parametrize(("text", "code"), MISTAKES)
def test_an_editor_is_told(tmp_path: Path, text: str, code: str) -> None:
    _, problems = examine(data_folder(tmp_path, {FILE: text}), DAY)
    assert [(file, line, found) for file, line, _, found in codes_of(problems) if found != "no-code"] == [
        (AT, 1, code)
    ]


FINE = [
    typed("60 hộ", "50 hộ", "33,3 %", "33,3 %", "33,3 %"),
    typed("60 hộ", "50 hộ", "50 hộ", "0 hộ"),
    typed("60 hộ", "khoảng 50 hộ", "30 hộ", "10 hộ"),
    typed("60 hộ", "50 hộ", "30 hộ", "40 hộ", more=", chọn nhiều câu: có"),
    typed("60 hộ", "50 hộ"),
]


@pytest.mark.parametrize("text", FINE)
def test_nothing_is_said_of_what_is_right(tmp_path: Path, text: str) -> None:
    _, problems = examine(data_folder(tmp_path, {FILE: text}), DAY)
    assert [code for *_, code in codes_of(problems) if code != "no-code"] == []
