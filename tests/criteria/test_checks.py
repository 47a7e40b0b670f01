"""What is wrong with sets, scores and figures over time, in the words an editor reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import DAY, data_folder
from village_site.site import examine

V = "nam-bac-thanh"
SET = """
    name: Bộ mẫu
    level: thôn
    verified: no
    since: 2021
    until: 2025
    criteria:
      - {number: 1, name: Đường, indicators: [{number: 1.1, name: Trải cứng}]}
      - {number: 2, name: Vườn}
"""
FOR_COMMUNES = "{name: Bộ của xã, level: xã, verified: no, criteria: [{number: 1, name: Điện}]}"


def told(tmp_path: Path, files: dict[str, str]) -> list[str]:
    """Every problem but missing codes, as a line."""
    found = examine(data_folder(tmp_path, files), DAY)[1]
    return [
        f"{p.file.removeprefix('villages/')}:{p.line}:{p.column}: {p.level}: {p.text('vi')} | {p.hint('vi')}"
        for p in found
        if p.code != "no-code"
    ]


def scored(tmp_path: Path, text: str) -> list[str]:
    """What is said of a village's assessments."""
    return told(tmp_path, {"_criteria/bo-mau.yml": SET, f"{V}/criteria.yml": text})


def test_scores_lead_to_criteria_and_indicators_of_their_set_once(tmp_path: Path) -> None:
    assessment = """
        - set: bo-mau
          date: 2023
          scores:
            - {criterion: 3, status: đạt}
            - {criterion: 1, indicator: 1.2, status: đạt}
            - {criterion: 1, indicator: 1.1, status: chưa đạt}
            - {criterion: 1, indicator: 1.1, status: đạt}
            - {criterion: 2, status: đạt}
            - {criterion: 2, status: chưa đạt}
            - {criterion: 1, status: đang thực hiện}
    """
    where = f"{V}/criteria.yml"
    assert scored(tmp_path, assessment) == [
        f"{where}:4:19: error: bộ “Bộ mẫu” không có tiêu chí số “3” | xem lại số của tiêu chí",
        f"{where}:5:33: error: tiêu chí “1” không có chỉ tiêu số “1.2” | "
        "xem lại số của chỉ tiêu, hoặc nhập chỉ tiêu ấy vào bộ tiêu chí",
        f"{where}:7:33: error: chỉ tiêu “1.1” được chấm hai lần | giữ một dòng",
        f"{where}:9:19: error: tiêu chí “2” được chấm hai lần | giữ một dòng",
    ]


def test_scores_are_of_the_time_of_their_set(tmp_path: Path) -> None:
    assessment = """
        - {set: bo-mau, date: 2020}
        - {set: bo-mau, date: 1/2026}
        - {set: bo-mau, date: 2025, scores: [{criterion: 1, date: 2/2026, status: đạt}]}
        - {set: bo-mau, date: cuối 2025}
        - {set: bo-mau, date: trước 6/2021}
    """
    hint = "xem lại ngày, hoặc chọn bộ của thời gian đó"
    assert scored(tmp_path, assessment) == [
        f"{V}/criteria.yml:1:23: warning: chấm năm 2020, khi bộ “Bộ mẫu” chưa áp dụng (từ năm 2021) | {hint}",
        f"{V}/criteria.yml:2:23: warning: chấm tháng 1/2026, khi bộ “Bộ mẫu” đã hết áp dụng (đến hết năm 2025) | {hint}",
        f"{V}/criteria.yml:3:59: warning: chấm tháng 2/2026, khi bộ “Bộ mẫu” đã hết áp dụng (đến hết năm 2025) | {hint}",
    ]


def test_what_is_wholly_met_has_no_part_that_is_not(tmp_path: Path) -> None:
    assessment = """
        - {set: bo-mau, date: 2022, complete: yes, scores: [{criterion: 2, status: chưa chấm}]}
        - set: bo-mau
          date: 2023
          scores: [{criterion: 1, status: đạt}, {criterion: 1, indicator: 1.1, status: chưa đạt}]
    """
    assert scored(tmp_path, assessment) == [
        f"{V}/criteria.yml:1:76: error: ghi đạt cả bộ, nhưng tiêu chí “2” ở đây chưa đạt | "
        "bỏ “đạt cả bộ: có”, hoặc sửa kết quả này",
        f"{V}/criteria.yml:4:80: error: tiêu chí “1” ghi đạt, nhưng chỉ tiêu “1.1” của nó chưa đạt | "
        "sửa một trong hai kết quả",
    ]


def test_villages_and_communes_each_have_their_sets(tmp_path: Path) -> None:
    files = {
        "_criteria/bo-mau.yml": SET,
        "_criteria/bo-xa.yml": FOR_COMMUNES,
        f"{V}/criteria.yml": "[{set: bo-xa, date: 2022}, {set: bo-mau, date: 2022, villages: 4/4 thôn}]",
        "_units/cam-binh/criteria.yml": """
            - {set: bo-xa, date: 2026}
            - {set: bo-mau, date: 2022, villages: 4/4 thôn}
            - {set: bo-mau, date: 2023}
        """,
        "_units/huyen-cam-xuyen/criteria.yml": "[{set: bo-xa, date: 2022}]",
    }
    assert told(tmp_path, files) == [
        "_units/cam-binh/criteria.yml:3:9: error: bộ “Bộ mẫu” chấm từng thôn, không chấm xã Cẩm Bình | "
        "ghi kết quả ở từng thôn; ở xã chỉ ghi “số thôn”, ví dụ 4/4 thôn",
        "_units/huyen-cam-xuyen/criteria.yml:1:8: error: bộ “Bộ của xã” chấm xã, không chấm huyện Cẩm Xuyên | "
        "chọn một bộ chấm thôn, hoặc ghi vào tệp của xã trong _units",
        f"{V}/criteria.yml:1:8: error: bộ “Bộ của xã” chấm xã, không chấm thôn Nam Bắc Thành | "
        "chọn một bộ chấm thôn, hoặc ghi vào tệp của xã trong _units",
        f"{V}/criteria.yml:1:64: error: “số thôn” chỉ ghi ở tệp của xã, cho bộ chấm từng thôn | xoá dòng này",
    ]


def test_a_set_is_whole_and_says_what_it_is(tmp_path: Path) -> None:
    files = {
        "_criteria/a.yml": """
            name: A
            level: thôn
            verified: yes
            size: 1 tiêu chí
            criteria:
              - {number: 1, name: Điện, indicators: [{number: 1.1, name: A}, {number: 1.1, name: B}]}
              - {number: 1, name: Đường}
        """,
        "_criteria/b.yml": "{name: B, level: thôn, verified: yes, example: yes}",
    }
    assert told(tmp_path, files) == [
        "_criteria/a.yml:3:11: warning: ghi là đã đối chiếu, nhưng thiếu nơi ban hành, quyết định hoặc nguồn | "
        "ghi đủ ba mục ấy, hoặc “đã đối chiếu: không”",
        "_criteria/a.yml:4:7: error: ghi là 1 tiêu chí, nhưng đã nhập 2 | sửa “số tiêu chí”, hoặc bỏ tiêu chí thừa",
        "_criteria/a.yml:6:75: error: số “1.1” có hai lần trong bộ này | mỗi tiêu chí, chỉ tiêu một số",
        "_criteria/a.yml:7:14: error: số “1” có hai lần trong bộ này | mỗi tiêu chí, chỉ tiêu một số",
        "_criteria/b.yml:1:34: error: bộ ví dụ của trang này không thể ghi là đã đối chiếu với văn bản | "
        "ghi “đã đối chiếu: không”",
    ]


def test_sets_follow_one_another_and_not_in_a_circle(tmp_path: Path) -> None:
    files = {
        "_criteria/a.yml": "{name: A, level: xã, verified: no, replaces: b}",
        "_criteria/b.yml": "{name: B, level: xã, verified: no, replaces: a}",
        "_criteria/c.yml": "{name: C, level: xã, verified: no, criteria: [{number: 1, name: Điện, continues: 2}]}",
        "_criteria/d.yml": "{name: D, level: xã, verified: no, replaces: c, criteria: [{number: 1, name: Điện, continues: 2}]}",
        "_criteria/e.yml": "{name: E, level: xã, verified: no, replaces: g}",
    }
    circle = "các bộ thay nhau thành một vòng | bộ mới thay cho bộ cũ, không ngược lại"
    assert told(tmp_path, files) == [
        f"_criteria/a.yml:1:46: error: {circle}",
        f"_criteria/b.yml:1:46: error: {circle}",
        "_criteria/c.yml:1:82: error: tiêu chí này tiếp nối số “2”, nhưng bộ không thay cho bộ nào | "
        "ghi “thay cho”, hoặc bỏ “tiếp nối”",
        "_criteria/d.yml:1:95: error: bộ “C” không có tiêu chí số “2” để tiếp nối | "
        "xem lại số của tiêu chí trong bộ trước",
        "_criteria/e.yml:1:46: error: không có bộ tiêu chí nào mang mã “g” | các bộ nằm trong thư mục _criteria",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("-3 hộ", "“-3 hộ” nhỏ hơn 0 | bỏ dấu trừ"),
        (
            "55/52 trường",
            "“55/52 trường”: phần nhiều hơn tổng | xem lại hai con số; phần viết trước, tổng viết sau dấu /",
        ),
        (
            "hơn 100,5 %",
            "“hơn 100,5 %” quá 100 % | xem lại con số; nếu là so với kế hoạch thì viết “% kế hoạch”",
        ),
        (
            "110 % số hộ",
            "“110 % số hộ” quá 100 % | xem lại con số; nếu là so với kế hoạch thì viết “% kế hoạch”",
        ),
    ],
)
def test_no_figure_anywhere_is_more_than_it_can_be(tmp_path: Path, value: str, said: str) -> None:
    files = {
        "_criteria/bo-mau.yml": SET,
        f"{V}/criteria.yml": f'[{{set: bo-mau, date: 2022, scores: [{{criterion: 1, status: đạt, value: "{value}"}}]}}]',
        f"{V}/groups.yml": "[{id: to-1, kind: xóm, name: A, households: 12 hộ}]",
    }
    assert told(tmp_path, files) == [f"{V}/criteria.yml:1:72: error: {said}"]


@pytest.mark.parametrize("value", ["100 %", "52/52 trường", "0 hộ", "120 % kế hoạch", "tăng"])
def test_figures_that_can_be(tmp_path: Path, value: str) -> None:
    figure = value if value != "tăng" else "115 % so với 2020"
    assert (
        told(
            tmp_path,
            {
                "_units/xa.yml": f"[{{id: x, kind: xã, name: X, updated: 1/1/2026, figures: [{{name: A, value: {figure}}}]}}]"
            },
        )
        == []
    )


def test_figures_over_time_are_of_one_unit_and_in_order(tmp_path: Path) -> None:
    unit = """
        - id: x
          kind: xã
          name: X
          updated: 1/1/2026
          figures:
            - name: Hộ có đèn
              value: 30/60 hộ
              date: 2025
              earlier: [{value: 20/60 hộ, date: 2024}, {value: 10/60 hộ, date: 2023}]
            - name: Đường có đèn
              value: 2 km
              date: 2025
              earlier: [{value: 900 m, date: 2024}, {value: "1,5 km", date: 2025}, 1 km]
            - {name: Trường đạt chuẩn, value: 46/52 trường, date: 2024, earlier: [{value: 40 trường, date: 2023}]}
    """
    where = "_units/xa.yml"
    units = "đổi ra cùng một đơn vị, cùng một cách viết; không được thì tách thành hai chỉ số"
    assert told(tmp_path, {where: unit}) == [
        f"{where}:9:72: error: lần năm 2023 đứng sau lần năm 2024 | "
        "xếp từ lần cũ nhất; lần mới nhất là chính chỉ số, không nằm trong “các lần trước”",
        f"{where}:12:13: error: hai lần cùng tính đến năm 2025 | giữ một con số cho mỗi lần",
        f"{where}:13:25: error: chỉ số “Đường có đèn” ghi “2 km”, lần này lại ghi “900 m” | {units}",
        f"{where}:13:76: error: chỉ số “Đường có đèn” có nhiều lần, lần này không ghi ngày | "
        "thêm “ngày”: ngày, tháng hoặc năm",
        f"{where}:14:83: error: chỉ số “Trường đạt chuẩn” ghi “46/52 trường”, lần này lại ghi “40 trường” | {units}",
    ]
