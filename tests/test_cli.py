"""The command: what it prints, in which form, and its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import data_folder
from village_site.cli import main

V = "nam-bac-thanh"
BAD = {f"{V}/roads.yml": "- {id: r, nane: A}\n", f"{V}/groups.yml": "- {id: [x\n"}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def check(tmp_path: Path, *more: str) -> list[str]:
    return ["check", "--data", str(tmp_path / "villages"), "--day", "2026-11-21", *more]


def test_every_problem_is_a_line_and_the_last_line_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data_folder(tmp_path, BAD)
    code, out, err = run(capsys, *check(tmp_path))
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "villages/nam-bac-thanh/groups.yml:1:8: dấu [ hoặc { mở ở đây mà không đóng đúng: “- {id: [x”"
        " – đóng bằng ] hoặc }, giữa các phần có dấu phẩy",
        "villages/nam-bac-thanh/roads.yml:1:3: thiếu mục “name” – thêm dòng “name: …”",
        "villages/nam-bac-thanh/roads.yml:1:11: không có mục “nane” – có phải “name”?",
        "villages/nam-bac-thanh/village.yml:1:1: cảnh báo: mục này chưa có mã – "
        "chạy lệnh “villages codes assign”; mã sẽ tự có sau khi bản sửa được nhận",
        "3 lỗi, 1 cảnh báo. Sửa các dòng trên rồi chạy lại; chưa có gì được ghi ra.",
    ]


def test_warnings_alone_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data_folder(tmp_path)
    code, out, _ = run(capsys, *check(tmp_path, "--lang", "en"))
    assert code == 0
    assert out.splitlines() == [
        "villages/nam-bac-thanh/village.yml:1:1: warning: this record has no code yet – run “villages codes assign”",
        "0 errors, 1 warnings. The data can be used.",
    ]


def test_json_is_a_list_of_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data_folder(tmp_path, BAD)
    code, out, _ = run(capsys, *check(tmp_path, "--format", "json"))
    assert code == 1
    rows = json.loads(out)
    assert len(rows) == 4
    assert rows[1] == {
        "file": "villages/nam-bac-thanh/roads.yml",
        "line": 1,
        "column": 3,
        "level": "error",
        "code": "missing-field",
        "message": "thiếu mục “name”",
        "hint": "thêm dòng “name: …”",
    }


def test_github_gets_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data_folder(tmp_path, {f"{V}/roads.yml": "- {id: r, name: A, 100%, b: c}\n"})
    _, out, _ = run(capsys, *check(tmp_path, "--format", "github"))
    assert out.splitlines() == [
        "::error file=villages/nam-bac-thanh/roads.yml,line=1,col=20,title=unknown-field::không có mục “100%25”",
        "::error file=villages/nam-bac-thanh/roads.yml,line=1,col=26,title=unknown-field::không có mục “b”",
        "::warning file=villages/nam-bac-thanh/village.yml,line=1,col=1,title=no-code::mục này chưa có mã – "
        "chạy lệnh “villages codes assign”; mã sẽ tự có sau khi bản sửa được nhận",
    ]


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, *check(tmp_path))
    assert code == 1
    assert out.startswith("villages:1:1: không thấy thư mục dữ liệu")


def test_codes_are_assigned_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = data_folder(tmp_path, {f"{V}/duong.yml": "- mã riêng: r  # giữ ghi chú\n  tên: Đường A\n"})
    command = ["codes", "assign", "--data", str(root), "--day", "2026-11-21"]
    assert run(capsys, *command) == (0, "Đã cấp 2 mã mới, ghi lại 0 mã bị mất.\n", "")
    assert run(capsys, *command) == (0, "Đã cấp 0 mã mới, ghi lại 0 mã bị mất.\n", "")
    lines = (root / V / "duong.yml").read_text("utf-8").splitlines()
    assert lines[0] == "- mã riêng: r  # giữ ghi chú"
    assert lines[1].startswith("  mã: ")
    assert run(capsys, *check(tmp_path)) == (0, "0 lỗi, 0 cảnh báo. Dữ liệu dùng được.\n", "")


def test_codes_are_not_assigned_to_bad_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = data_folder(tmp_path, BAD)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    code, out, err = run(capsys, "codes", "assign", "--data", str(root))
    assert (code, out) == (1, "")
    assert "thiếu mục “name”" in err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "arguments", [[], ["chek"], ["check", "--day", "hôm nay"], ["check", "--format", "xml"]]
)
def test_a_mistyped_command_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_help_is_in_both_languages(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    for language in ("vi", "en"):
        monkeypatch.setattr(sys, "argv", ["villages", "--lang", language])
        with pytest.raises(SystemExit):
            main(["check", "--help"])
        shown.append(" ".join(capsys.readouterr().out.split()))
    assert "Kiểm tra dữ liệu" in shown[0]
    assert "Checks the data" in shown[1]


def test_a_reader_who_leaves_is_no_error(tmp_path: Path) -> None:
    data_folder(tmp_path, {f"{V}/roads.yml": "".join(f"- {{id: r{n}, nane: A}}\n" for n in range(3000))})
    command = (
        f"{sys.executable} -c 'from village_site.cli import main; raise SystemExit(main())' check | head -1"
    )
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
