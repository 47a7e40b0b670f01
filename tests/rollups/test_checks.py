"""Mistakes in tallies and targets, each with its exact message."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rollups.data import FILES
from tests.support import DAY, data_folder
from village_site import report
from village_site.site import examine

FOLDER = "_units/huyen"


def lines(tmp_path: Path, text: str, file: str = f"{FOLDER}/tallies.yml") -> list[str]:
    """What the program has to say of one file among good data."""
    _, problems = examine(data_folder(tmp_path, {**FILES, file: text}), DAY)
    return [report.line(problem, "vi") for problem in problems if problem.code != "no-code"]


def tally(total: str, *parts: str, name: str = "ocop", date: str = "2024") -> str:
    inner = ", ".join(f"{{name: p{place}, number: {part}}}" for place, part in enumerate(parts))
    return f"- {{id: {name}, topic: products, name: OCOP, total: {total}, date: {date}, parts: [{inner}]}}\n"


AT = f"villages/{FOLDER}/tallies.yml"
MISTAKES = [
    (
        tally("8 sản phẩm", "5", "4"),
        f"{AT}:1:81: các phần cộng lại là 9, hơn tổng 8 là 1 – "
        "xem lại tổng hoặc các phần; phần không kể thì trang tự ghi là “còn lại”",
    ),
    (
        tally("46/52 trường", "47"),
        f"{AT}:1:83: các phần cộng lại là 47, hơn tổng 46 là 1 – "
        "xem lại tổng hoặc các phần; phần không kể thì trang tự ghi là “còn lại”",
    ),
    (
        tally("8 sản phẩm", "5 hộ"),
        f"{AT}:1:101: phần này đếm bằng “hộ”, còn tổng đếm bằng “sản phẩm” – "
        "ghi cùng một đơn vị, hoặc bỏ đơn vị ở các phần",
    ),
    (
        tally("8 sản phẩm") + tally("9 sản phẩm", name="ocop-2"),
        f"{AT}:2:70: “OCOP” (năm 2024) đã ghi ở {AT}:1 – giữ một mục; lần thống kê khác thì ghi ngày khác",
    ),
    (
        tally("8 sản phẩm") + tally("9 món", name="ocop-2", date="2025"),
        f"{AT}:2:52: mục này đếm bằng “món”, còn ở {AT}:1 cùng tên mà đếm bằng “sản phẩm” – "
        "ghi cùng một đơn vị để so được các lần",
    ),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_mistakes_in_tallies(tmp_path: Path, text: str, message: str) -> None:
    assert lines(tmp_path, text) == [message]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-3 sản phẩm", "figure-below-zero"),
        ("53/52 trường", "figure-over-its-whole"),
        ("101 %", "figure-over-hundred"),
        ("1.5 sản phẩm", "number-decimal-point"),
        ("1.500 hộ", "number-ambiguous"),
    ],
)
@pytest.mark.parametrize("where", ["total", "part", "target", "reached"])
def test_impossible_numbers(tmp_path: Path, typed: str, code: str, where: str) -> None:
    texts = {
        "total": tally(typed),
        "part": tally("1000 %" if "%" in typed else "1000", typed),
        "target": f"- {{id: a, name: A, target: {typed}}}",
        "reached": f"- {{id: a, name: A, target: 90 %, reached: [{typed}]}}",
    }
    file = "targets.yml" if where in ("target", "reached") else "tallies.yml"
    _, problems = examine(data_folder(tmp_path, {**FILES, f"{FOLDER}/{file}": texts[where]}), DAY)
    assert code in {problem.code for problem in problems if problem.is_error}


@pytest.mark.parametrize(
    "text",
    [
        tally("8 sản phẩm", "5", "2"),  # the rest is 1
        tally("8 sản phẩm", "5", "3 sản phẩm"),
        tally("hơn 8 sản phẩm", "5", "4"),  # nobody knows the total
        tally("8 sản phẩm") + tally("9 sản phẩm", name="ocop-2", date="2025"),
    ],
)
def test_what_is_right(tmp_path: Path, text: str) -> None:
    assert lines(tmp_path, text) == []


def test_reached_in_another_unit_than_the_target(tmp_path: Path) -> None:
    file = f"{FOLDER}/targets.yml"
    text = "- {id: a, name: A, target: 100 %, reached: [5 xã]}"
    assert lines(tmp_path, text, file) == [
        f"villages/{file}:1:45: cảnh báo: đã đạt ghi bằng “xã”, còn chỉ tiêu ghi bằng “%”, nên không so được – "
        "ghi cùng một đơn vị; chỉ tiêu tính bằng % thì ghi % hoặc phần trên tổng"
    ]
    assert lines(tmp_path / "share", "- {id: a, name: A, target: 100 %, reached: [5/6 xã]}", file) == []


def test_a_folder_of_no_unit(tmp_path: Path) -> None:
    assert lines(tmp_path, tally("8 sản phẩm"), "_units/huyenn/tallies.yml") == [
        "villages/_units/huyenn/tallies.yml:1:1: thư mục “huyenn” không mang mã của đơn vị nào – "
        "có phải “huyen”? Đặt tên thư mục đúng mã riêng của đơn vị trong _units"
    ]


def test_two_tallies_of_one_id(tmp_path: Path) -> None:
    text = tally("8 sản phẩm") + tally("9 sản phẩm", date="2025")
    (found,) = lines(tmp_path, text)
    assert found.startswith(f"{AT}:2:8: mã “ocop” đã dùng ở {AT}:1")
