"""What stands in a weekly report; the figures are worked out by hand from `tests/campaigns/data.py`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.campaigns.data import CAMPAIGN, LAST, V, campaign
from tests.reports.support import commune, paper
from village_site.reports import NoReport, Paper, papers

NO_FIGURES = {"an/progress.csv": "campaign;date;item;amount\n"}


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ")


def lines(found: Paper) -> list[Any]:
    return [
        (line.name, line.unit, line.target, line.week, line.done, plain(line.percent), line.remark)
        for line in found.lines
    ]


def parts(found: Paper) -> dict[str, list[Any]]:
    """This week, so far and target of each part's items."""
    return {
        part.name: [(line.week, line.done, line.target) if line else None for line in part.lines]
        for part in found.parts
    }


def test_a_village_s_first_week(tmp_path: Path) -> None:
    found = paper(tmp_path)
    assert lines(found) == [("Trồng hàng rào", "hộ", 20, 14, 14, "70 %", "")]  # 5 + 8 + 1
    assert parts(found) == {"Tổ liên gia 1": [(5, 5, 12)], "Tổ liên gia 2": [(8, 8, 8)]}
    assert [part.lines[0].remark for part in found.parts if part.lines[0]] == ["", "đủ chỉ tiêu"]
    assert found.office == ("UBND XÃ CẨM BÌNH", "THÔN NAM BẮC THÀNH")
    assert found.place_and_date == "Cẩm Bình, ngày 06 tháng 11 năm 2026"
    assert found.about == "Kết quả thực hiện: Đợt ngõ xanh"
    assert found.period == "Tuần 45 năm 2026: từ 02/11/2026 đến hết 06/11/2026"
    assert plain(found.elapsed) == "Thời gian đã qua: 5/25 ngày (20 %)."
    assert found.told.difficulties == ("Thiếu cây giống.",)
    assert found.told.proposals == ("Xin 100 cây.",)
    assert found.told.remarks == ()
    assert found.author.signs == "ĐẠI DIỆN THÔN"
    assert found.notes == ()
    assert found.file == f"{V}/2026-W45-cam-binh-xanh"


def test_the_next_week_begins_behind_the_report_before(tmp_path: Path) -> None:
    found = paper(tmp_path, "2026-W46")
    assert found.period == "Tuần 46 năm 2026: từ 07/11/2026 đến hết 13/11/2026"
    assert lines(found) == [("Trồng hàng rào", "hộ", 20, 1, 15, "75 %", "")]
    assert found.told.remarks == ("Gửi muộn một ngày.",)


def test_weeks_add_up_to_the_whole(tmp_path: Path) -> None:
    weeks = [commune(tmp_path / week, week) for week in ("2026-W45", "2026-W46", "2026-W47", "2026-W48")]
    assert [[line.week for line in one.lines] for one in weeks] == [
        [16, 0],  # 14 and 2
        [Decimal("3.5"), 0],  # 1 and 2,5
        [0, 4],
        [0, 0],
    ]
    assert [line.done for line in weeks[-1].lines] == [Decimal("19.5"), 4]


def test_a_commune_s_report(tmp_path: Path) -> None:
    found = commune(tmp_path, "2026-W47")
    assert lines(found) == [
        (
            "Trồng hàng rào",
            "hộ",
            30,
            0,
            Decimal("19.5"),
            "65 %",
            "chậm so với thời gian",
        ),  # 19 of 25 days gone
        ("Làm vườn", "vườn", 4, 4, 4, "100 %", "đủ chỉ tiêu"),
    ]
    assert parts(found) == {
        "Thôn Nam Bắc Thành": [(0, 15, 20), None],
        "Thôn An": [(0, Decimal("4.5"), 10), (4, 4, 4)],
    }
    assert found.office == ("UBND XÃ CẨM BÌNH", "")
    assert found.told.reported == (
        "0/2 thôn đã gửi báo cáo tuần này.",
        "Chưa gửi: thôn Nam Bắc Thành, thôn An.",
    )
    assert found.author.signs == "TM. UỶ BAN NHÂN DÂN"


def test_what_villages_say_stands_after_their_names(tmp_path: Path) -> None:
    own = f"- {{campaign: cam-binh/xanh, date: 6/11/2026, proposals: Xin huyện hỗ trợ.}}\n"  # noqa: F541
    found = commune(tmp_path, files={"_units/cam-binh/weekly.yml": own})
    assert found.told.difficulties == ("Thôn Nam Bắc Thành: Thiếu cây giống.",)
    assert found.told.proposals == ("Xin huyện hỗ trợ.", "Thôn Nam Bắc Thành: Xin 100 cây.")
    assert found.told.reported[0] == "1/2 thôn đã gửi báo cáo tuần này."


def test_a_village_without_figures_is_not_at_zero(tmp_path: Path) -> None:
    found = commune(tmp_path, files=NO_FIGURES)
    assert parts(found)["Thôn An"] == [(0, None, 10), (0, None, 4)]
    line = found.parts[1].lines[0]
    assert line is not None
    assert (line.percent, line.remark) == ("", "chưa có số liệu")


def test_the_village_belonged_to_another_commune_then(tmp_path: Path) -> None:
    files = dict.fromkeys((f"{V}/progress.yml", f"{V}/weekly.yml", "an/progress.csv", "an/weekly.yml"), "")
    files["_units/cam-thanh/campaigns.yml"] = """
        - {id: xua, name: Đợt xưa, since: 15/4/2022, until: 30/5/2022,
           items: [{id: x, name: X, target: 5 hộ, villages: [{village: nam-bac-thanh, target: 5 hộ}]}]}
    """
    atlas, _ = campaign(tmp_path, files)
    (village,) = papers(atlas, atlas.by_id[V], "2022-W17")
    assert village.office[0] == "UBND XÃ CẨM THÀNH"
    # The commune of today shows what the one before it declared, in whose name it is filed.
    (whole,) = papers(atlas, atlas.units["cam-binh"], "2022-W17")
    assert (whole.office[0], whole.file) == ("UBND XÃ CẨM THÀNH", "cam-binh/2022-W17-cam-thanh-xua")


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (dt.date(2026, 11, 6), "2026-W45"),
        (dt.date(2026, 11, 12), "2026-W45"),
        (dt.date(2026, 11, 13), "2026-W46"),
        (dt.date(2026, 11, 25), "2026-W47"),
        (LAST, "2026-W48"),
        (dt.date(2030, 1, 1), "2026-W48"),
    ],
)
def test_the_last_week_that_was_due_is_meant(tmp_path: Path, day: dt.date, week: str) -> None:
    assert paper(tmp_path, "", day=day).week.iso == week


@pytest.mark.parametrize(
    ("day", "week", "said"),
    [
        (LAST, "2026-W44", "tuần 2026-W44 nằm ngoài các đợt của thôn Nam Bắc Thành; có các tuần 2026-W45 – 2026-W48."),
        (dt.date(2026, 11, 5), "", "thôn Nam Bắc Thành: đến ngày 5/11/2026 chưa có tuần nào đến hạn báo cáo."),
        (dt.date(2026, 11, 5), "2026-W46", "tuần 2026-W46 chưa bắt đầu vào ngày 5/11/2026."),
    ],
)  # fmt: skip
def test_where_there_is_no_report(tmp_path: Path, day: dt.date, week: str, said: str) -> None:
    with pytest.raises(NoReport) as reason:
        paper(tmp_path, week, day=day)
    assert reason.value.text("vi") == said


def test_without_a_campaign(tmp_path: Path) -> None:
    atlas, _ = campaign(tmp_path)
    with pytest.raises(NoReport) as reason:
        papers(atlas, atlas.units["cam-thanh"])
    assert reason.value.text("vi") == "xã Cẩm Thành không có đợt thi đua nào."


def test_made_up_figures_are_marked(tmp_path: Path) -> None:
    weekly = CAMPAIGN[f"{V}/weekly.yml"].replace("Thiếu cây giống.", "Thiếu cây giống., illustrative: yes")
    found = paper(tmp_path, files={f"{V}/weekly.yml": weekly})
    assert found.notes == ("DỮ LIỆU MINH HOẠ, không phải báo cáo thật.",)
    assert "Dữ liệu minh hoạ, không phải thông báo thật." in found.spoken
    assert "minh hoạ" not in paper(tmp_path / "plain").spoken


def test_the_words_to_be_read_hold_no_figure(tmp_path: Path) -> None:
    whole = commune(tmp_path / "b", "2026-W46")
    for found in (paper(tmp_path / "a"), whole):
        head, _, text = found.spoken.partition("\n\n")
        assert head.startswith("[Đọc hết khoảng ")
        assert not any(letter.isdigit() for letter in found.spoken)
        assert text == f"{found.aloud.text}\n"
    assert "Chưa gửi báo cáo tuần: thôn An." in commune(tmp_path / "c", "2026-W45").spoken
    assert "Trồng hàng rào: mười chín phẩy năm trên ba mươi hộ, còn mười phẩy năm hộ." in whole.spoken
