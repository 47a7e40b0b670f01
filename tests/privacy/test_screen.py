"""What must never be typed is refused in every file of the data, in its name and in hand-written pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.privacy.support import HOUSES, site_folder
from tests.support import DAY
from village_site import report, site
from village_site.cli import main

ID = "0012" + "0000" + "0017"
PIECES = (ID, "0012", "0017")


def told(root: Path) -> list[tuple[str, int, str]]:
    """File, line and code of each problem, but for records without a code."""
    return [(p.file, p.line, p.code) for p in site.examine(root, DAY)[1] if p.code != "no-code"]


def said(root: Path) -> str:
    """Every problem in every format and language."""
    problems = site.examine(root, DAY)[1]
    return "\n".join(form(problems, lang) for form in report.FORMATS.values() for lang in ("vi", "en"))


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (
            "nam-bac-thanh/households.yml",
            f"{HOUSES}    - {{id: ho-3, road: truc, number: 6, near: CCCD {ID}}}\n",
            3,
        ),
        (
            "nam-bac-thanh/roads.yml",
            f"- {{id: truc, name: Trục, kind: main}}\n# số {ID[:4]} và {ID[4:8]} rồi {ID[8:]}, căn cước\n",
            2,
        ),
        (
            "nam-bac-thanh/groups.yml",
            f"- {{id: to-1, kind: tổ, name: 1, tasks: CCCD {ID[:4]}.{ID[4:8]}.{ID[8:]}}}\n",
            1,
        ),
        ("nam-bac-thanh/contacts.yml", f"- {{role: Trưởng thôn, {ID}: x}}\n", 1),
        ("_sources.yml", f"- {{id: a, title: Căn cước {ID}}}\n", 1),
        ("nam-bac-thanh/progress.csv", f"đợt;ngày;việc;thêm;ghi chú\na/b;01/10/2026;c;1;CCCD {ID}\n", 2),
        ("nam-bac-thanh/history.yml", f"- [căn cước {ID}\n", 1),
    ],
)
def test_an_identity_number_is_refused_and_never_repeated(
    tmp_path: Path, path: str, text: str, line: int
) -> None:
    root = site_folder(tmp_path, public={path: text})
    found = [(file, at, code) for file, at, code in told(root) if code.startswith("forbidden-")]
    assert found == [(f"villages/{path}", line, found[0][2])]
    for piece in PIECES:
        assert piece not in said(root)


def test_it_is_refused_in_the_private_folder_and_in_names_and_pages(tmp_path: Path) -> None:
    root = site_folder(tmp_path, {"dong-y.yml": f"- {{mã riêng: a, hộ: ho-1, mẫu phiếu: CCCD {ID}}}\n"})
    (root / f"thon-{ID}").mkdir()
    pages = tmp_path / "content"
    pages.mkdir()
    (pages / "trang.md").write_text(f"# Trang\n\nMật khẩu: hoa-sen-2026 và CCCD {ID}\n", "utf-8")
    found = [(file, at) for file, at, code in told(root) if code.startswith("forbidden-")]
    assert ("private/nam-bac-thanh/dong-y.yml", 1) in found
    assert ("villages", 1) in found
    assert ("content/trang.md", 3) in found
    for piece in (*PIECES, "hoa-sen"):
        assert piece not in said(root)


def test_the_command_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = site_folder(tmp_path, public={"_sources.yml": f"- {{id: a, title: Căn cước {ID}}}\n"})
    assert main(["check", "--data", str(root)]) == 1
    output = capsys.readouterr()
    assert ID not in output.out + output.err


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (
            "nam-bac-thanh/households.yml",
            "- {id: ho-1, road: truc, number: 2, ngày sinh: 1/2/1980}\n",
            "sensitive-birth",
        ),
        (
            "nam-bac-thanh/households.yml",
            "- {id: ho-1, road: truc, near: hộ nghèo đầu ngõ}\n",
            "sensitive-poverty",
        ),
        ("nam-bac-thanh/contacts.yml", "- {role: Trưởng thôn, tôn giáo: không}\n", "sensitive-religion"),
    ],
)
def test_sensitive_words_are_refused_of_people_and_told_once(
    tmp_path: Path, path: str, text: str, code: str
) -> None:
    root = site_folder(tmp_path, public={path: text})
    assert [(file, name) for file, _, name in told(root)] == [(f"villages/{path}", code)]


def test_counts_below_five_tell_of_persons(tmp_path: Path) -> None:
    few = "- {id: a, topic: other, name: Hộ nghèo, total: 3 hộ, date: 2025}\n"
    root = site_folder(tmp_path, public={"nam-bac-thanh/tallies.yml": few})
    assert [code for _, _, code in told(root)] == ["sensitive-few-people"]
    root = site_folder(tmp_path, public={"nam-bac-thanh/tallies.yml": few.replace("3 hộ", "12 hộ")})
    assert told(root) == []


def test_a_reviewed_exception_lets_one_value_pass(tmp_path: Path) -> None:
    public = {"_sources.yml": f"- {{id: a, title: Căn cước {ID}}}\n"}
    root = site_folder(tmp_path, public=public)
    (problem,) = [p for p in site.examine(root, DAY)[1] if p.code.startswith("forbidden-")]
    public["_ngoai-le.yml"] = (
        f"- tệp: {problem.file}\n  thông báo: {problem.code}\n  dấu: '{problem.params['tag']}'\n"
        "  lý do: Số hiệu văn bản, không phải của ai.\n  người xem xét: Cán bộ tư pháp\n  ngày: 20/11/2026\n"
    )
    assert told(site_folder(tmp_path, public=public)) == []
    public["_sources.yml"] = "- {id: a, title: Báo}\n"
    assert [code for _, _, code in told(site_folder(tmp_path, public=public))] == ["exception-stale"]
