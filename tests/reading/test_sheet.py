"""Tables that a spreadsheet saved: what is read of them, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaigns.data import CAMPAIGN, REF
from tests.support import DAY, data_folder
from village_site.site import examine
from village_site.source import Mapping, Scalar, Unreadable
from village_site.source.sheet import read_sheet

FILE = "villages/an/progress.csv"


def rows(text: str | bytes) -> list[dict[str, str]]:
    """The rows as plain words by their names."""
    found = read_sheet(text.encode() if isinstance(text, str) else text, FILE)
    return [{name.text: cell.text for name, cell in pairs(row)} for row in found.items] if found else []


def pairs(row: object) -> list[tuple[Scalar, Scalar]]:
    assert isinstance(row, Mapping)
    return [(name, cell) for name, cell in row.pairs if isinstance(cell, Scalar)]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_first_row_names_the_cells(separator: str, end: str) -> None:
    text = end.join(
        [separator.join(row) for row in (("ngày", "việc"), ("3/11/2026", "a"), ("4/11/2026", "b"))]
    )
    expected = [{"ngày": "3/11/2026", "việc": "a"}, {"ngày": "4/11/2026", "việc": "b"}]
    assert rows(text) == expected
    assert rows(text + end) == expected
    assert rows(b"\xef\xbb\xbf" + text.encode()) == expected  # Excel's mark of UTF-8
    assert rows(f"sep={separator}{end}{text}") == expected  # Excel's word for the separator


def test_a_comma_before_decimals_stays_in_its_cell() -> None:
    assert rows("thêm;ghi chú\n2,5 hộ;một, hai\n") == [{"thêm": "2,5 hộ", "ghi chú": "một, hai"}]
    assert rows('thêm,ghi chú\n"2,5 hộ",một\n') == [{"thêm": "2,5 hộ", "ghi chú": "một"}]


def test_quoted_cells_may_hold_anything() -> None:
    text = 'a;b\n"một; ""hai""\nba";"bốn" \n5;6\n'
    assert rows(text) == [{"a": 'một; "hai"\nba', "b": "bốn"}, {"a": "5", "b": "6"}]


def test_empty_cells_and_rows_are_not_given() -> None:
    assert rows("a;b;c\n1;;3\n;;\n\n4;5;\n") == [{"a": "1", "c": "3"}, {"a": "4", "b": "5"}]
    assert rows("a;b;\n1;2;\n") == [{"a": "1", "b": "2"}]  # a last column without name, empty throughout
    assert rows("a;b\n") == []
    assert rows("") == []


def test_a_row_of_data_is_not_taken_for_names() -> None:
    with pytest.raises(Unreadable) as refused:
        read_sheet(b"3/11/2026;a\n", FILE, known=("ngày", "việc").__contains__, columns="ngày;việc")
    problem = refused.value.problem
    assert (problem.code, problem.line, problem.params["columns"]) == ("sheet-no-header", 1, "ngày;việc")
    assert problem.params["found"] == "3/11/2026"


def test_every_cell_knows_its_place() -> None:
    found = read_sheet(b'a;b\n"x\ny";2\n\n3;4\n', FILE)
    assert found is not None
    assert [(row.line, [(cell.line, cell.column) for _, cell in pairs(row)]) for row in found.items] == [
        (2, [(2, 1), (3, 4)]),
        (5, [(5, 1), (5, 3)]),
    ]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ('a;b\n1;"2\n', (2, 3), "sheet-quote"),
        ('a;b\n"1"x;2\n', (2, 1), "sheet-quote"),
        ("a;b\n1;2;3\n", (2, 5), "sheet-no-name"),
        ("a;;c\n1;2;3\n", (2, 3), "sheet-no-name"),
        ("a;b;A\n1;2;3\n", (1, 5), "sheet-name-twice"),
        ("a;b\n1;\x07\n", (2, 3), "control-character"),
    ],
)
def test_what_cannot_be_read_says_where(text: str, place: tuple[int, int], code: str) -> None:
    with pytest.raises(Unreadable) as fault:
        rows(text)
    problem = fault.value.problem
    assert ((problem.line, problem.column), problem.code, problem.file) == (place, code, FILE)


def test_another_encoding_is_told() -> None:
    with pytest.raises(Unreadable) as fault:
        rows("việc\nđào hố\n".encode("utf-16"))
    assert fault.value.problem.code == "encoding"


HEAD = "campaign;date;item;amount"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            f"{HEAD};nhom\n{REF};3/11/2026;vuon;1 vườn;x\n{REF};4/11/2026;vuon;1 vườn;y\n",
            ["1:27: không có mục “nhom” | "],
        ),
        (
            f"{HEAD}\n{REF};3/11/2026;vuon;\n",
            ["2:1: dòng này chưa ghi “amount” | điền vào cột “amount”; chưa có cột ấy thì thêm tên cột vào dòng đầu của bảng"],
        ),
        (
            f'{HEAD}\n{REF};3/11/2026;vuon;"1 vườn\n',
            ["2:30: dấu ngoặc kép mở ở đây mà không đóng, hoặc sau dấu đóng còn chữ | đóng lại bằng một dấu ngoặc nữa; ngoặc kép bên trong một ô thì viết hai lần"],
        ),
        (
            f"{HEAD}\n{REF};3/11/2026;vuon;1 vườn;thừa\n",
            ["2:37: ô “thừa” nằm ở cột không có tên | dòng đầu của bảng là tên các mục: thêm tên cột, hoặc xoá ô này"],
        ),
        (
            f"{HEAD};Item\n{REF};3/11/2026;vuon;1 vườn;x\n",
            ["1:27: hai cột cùng tên “Item” | giữ một cột, xoá cột kia"],
        ),
        (
            f"{HEAD};việc\n{REF};3/11/2026;vuon;1 vườn;vuon\n",
            ["1:27: “việc” và “item” là cùng một mục | giữ một dòng, xoá dòng kia"],
        ),
    ],
)  # fmt: skip
def test_an_editor_is_told_in_words(tmp_path: Path, text: str, messages: list[str]) -> None:
    root = data_folder(tmp_path, {**CAMPAIGN, "an/weekly.yml": ""})
    (root / "an" / "progress.csv").write_text(text, encoding="utf-8")
    _, found = examine(root, DAY)
    told = [f"{p.line}:{p.column}: {p.text('vi')} | {p.hint('vi')}" for p in found if p.file == FILE]
    assert told == messages
    assert {problem.file for problem in found if problem.code != "no-code"} == {FILE}


def test_a_table_stands_in_the_place_of_a_list_only_where_one_may(tmp_path: Path) -> None:
    root = data_folder(tmp_path, {"nam-bac-thanh/roads.csv": "id;name\nr;A\n"})
    _, found = examine(root, DAY)
    assert [p.code for p in found if p.code != "no-code"] == ["unknown-file"]


def test_a_table_and_a_list_of_one_kind_are_one_too_many(tmp_path: Path) -> None:
    root = data_folder(tmp_path, {**CAMPAIGN, "an/ket-qua.yml": "[]\n"})
    _, found = examine(root, DAY)
    assert [p.code for p in found if p.code != "no-code"] == ["file-in-both-languages"]
