"""What must hold between records: each check with the exact words an editor reads."""

import datetime as dt
from pathlib import Path

import pytest

from tests.support import DAY, data_folder
from village_site.catalogue import LANGUAGES, messages
from village_site.codes.alphabet import check_symbol, shown
from village_site.codes.register import digest, file_text
from village_site.problems import Problem
from village_site.site import examine

V = "nam-bac-thanh"
CODE = "2345678" + check_symbol("2345678")
OTHER = "3456789" + check_symbol("3456789")


def register(*rows: tuple[str, str, str]) -> dict[str, str]:
    """A register file with its right name."""
    text = file_text(rows)
    return {f"_register/2026-11-20-{digest(text)}.csv": text}


def problems(tmp_path: Path, files: dict[str, str], day: dt.date = DAY) -> list[Problem]:
    _, found = examine(data_folder(tmp_path, files), day)
    return list(found)


def told(tmp_path: Path, files: dict[str, str], *leave_out: str) -> list[str]:
    """The problems as text lines, without those of the codes named and without missing codes."""
    found = [problem for problem in problems(tmp_path, files) if problem.code not in ("no-code", *leave_out)]
    return [
        f"{p.file.removeprefix('villages/')}:{p.line}:{p.column}: {p.level}: {p.text('vi')} | {p.hint('vi')}"
        for p in found
    ]


def test_the_base_data_has_nothing_but_missing_codes(tmp_path: Path) -> None:
    found = problems(tmp_path, {})
    assert [(problem.code, problem.is_error) for problem in found] == [("no-code", False)]


def test_an_id_is_used_once(tmp_path: Path) -> None:
    files = {
        f"{V}/roads.yml": "- {id: r1, name: A}\n- {id: r1, name: B}\n",
        f"{V}/groups.yml": "- {id: r1, kind: xóm, name: A}\n",
        "_units/khac.yml": "- {id: ha-tinh, kind: province, name: Khác}\n",
    }
    assert told(tmp_path, files) == [
        "_units/khac.yml:1:8: error: mã “ha-tinh” đã dùng ở villages/_units/ha-tinh.yml:1 | "
        "đặt mã khác cho mục mới hơn",
        f"{V}/roads.yml:2:8: error: mã “r1” đã dùng ở villages/{V}/roads.yml:1 | đặt mã khác cho mục mới hơn",
    ]


def test_references_lead_somewhere(tmp_path: Path) -> None:
    files = {
        f"{V}/roads.yml": "- {id: truc-thon-1, name: A, group: to-1}\n",
        f"{V}/households.yml": "- {id: h1, road: truc-thon-11, number: 1}\n- {id: h2, road: other/truc, number: 1}\n",
        f"{V}/recognitions.yml": "- {name: A, set: kieu-mau, date: 2021}\n",
        f"{V}/village.yml": """
            kind: thôn
            name: A
            updated: 1/1/2026
            memberships: [{unit: cam-bin}]
            figures: [{name: X, value: 1 hộ, source: bao}, {name: Y, value: 1 hộ, source: Báo cáo của thôn}]
        """,
    }
    assert told(tmp_path, files, "no-commune-today") == [
        f"{V}/households.yml:1:18: error: thôn này không có đường nào mang mã “truc-thon-11” | "
        "có phải “truc-thon-1”?",
        f"{V}/households.yml:2:18: error: thôn này không có đường nào mang mã “other/truc” | ",
        f"{V}/recognitions.yml:1:18: error: không có bộ tiêu chí nào mang mã “kieu-mau” | các bộ nằm trong thư mục _criteria",
        f"{V}/roads.yml:1:37: error: thôn này không có tổ nào mang mã “to-1” | ",
        f"{V}/village.yml:4:22: error: không có đơn vị nào mang mã “cam-bin” | "
        "có phải “cam-binh”? Các đơn vị nằm trong thư mục _units",
        f"{V}/village.yml:5:42: error: không có nguồn nào mang mã “bao” | nguồn không có trong _sources.yml thì viết bằng vài chữ",
    ]


def test_a_record_that_could_not_be_read_is_still_known(tmp_path: Path) -> None:
    files = {
        f"{V}/roads.yml": "- {id: r1, name: A, width: 3 km}\n",
        f"{V}/households.yml": "- {id: h1, road: r1, number: 1}\n",
    }
    assert [problem.code for problem in problems(tmp_path, files) if problem.is_error] == ["wrong-unit"]


def test_a_file_that_could_not_be_read_is_one_problem(tmp_path: Path) -> None:
    files = {
        f"{V}/roads.yml": "- {id: r1, name: [A}\n",
        f"{V}/households.yml": "- {id: h1, road: r1, number: 1}\n",
        **register((CODE, "road", f"{V}/r1"), (OTHER, "household", f"{V}/gone")),
    }
    found = [problem.code for problem in problems(tmp_path, files) if problem.code != "no-code"]
    assert found == ["orphan", "yaml-bracket"]


def test_references_across_villages(tmp_path: Path) -> None:
    files = {
        "lien-ha/village.yml": "kind: thôn\nname: Liên Hà\nupdated: 1/1/2026\nmemberships: [{unit: cam-binh}]\n",
        "lien-ha/groups.yml": "- {id: to-1, kind: xóm, name: A}\n",
        f"{V}/roads.yml": "- {id: r1, name: A, group: lien-ha/to-1}\n",
    }
    assert told(tmp_path, files) == []


def test_scores_name_criteria_of_their_set(tmp_path: Path) -> None:
    files = {
        "_criteria/kieu-mau.yml": "name: Bộ mẫu\nlevel: village\nverified: no\ncriteria: [{number: 1, name: Nhà ở}]\n",
        f"{V}/criteria.yml": """
            - set: kieu-mau
              date: 2021
              scores:
                - {criterion: 1, status: met}
                - {criterion: 1, status: not met}
                - {criterion: 2, status: đạt}
        """,
    }
    assert told(tmp_path, files) == [
        f"{V}/criteria.yml:5:19: error: tiêu chí “1” được chấm hai lần | giữ một dòng",
        f"{V}/criteria.yml:6:19: error: bộ “Bộ mẫu” không có tiêu chí số “2” | xem lại số của tiêu chí",
    ]


def test_codes_agree_with_the_register(tmp_path: Path) -> None:
    roads = f"""
        - {{id: r1, name: A, code: {shown(CODE)}}}
        - {{id: r2, name: B, code: {shown(CODE)}}}
        - {{id: r3, name: C, code: {shown(OTHER)}}}
        - {{id: r4, name: D, code: 2345-6789}}
        - {{id: r5, name: E, code: {shown("FHJKMNP" + check_symbol("FHJKMNP"))}}}
        - {{id: r6, name: F}}
    """
    third = "4444444" + check_symbol("4444444")
    files = {
        f"{V}/roads.yml": roads,
        **register((CODE, "road", f"{V}/r1"), (OTHER, "road", f"{V}/r9"), (third, "road", f"{V}/r6")),
    }
    made_up = shown("FHJKMNP" + check_symbol("FHJKMNP"))
    again = "xoá dòng này, rồi chạy “villages codes assign”"
    assert told(tmp_path, files) == [
        f"{V}/roads.yml:2:27: error: mã {shown(CODE)} đã dùng ở villages/{V}/roads.yml:1 | "
        "xoá dòng mã ở mục được chép sau, rồi chạy “villages codes assign”",
        f"{V}/roads.yml:3:27: error: mã {shown(OTHER)} đã cấp cho {V}/r9 | {again}",
        f"{V}/roads.yml:4:27: error: “2345-6789” không phải là mã đúng (gõ sai hoặc tự đặt) | ",
        f"{V}/roads.yml:5:27: error: mã {made_up} không có trong sổ cấp mã | "
        "không tự đặt mã: xoá dòng này, rồi chạy “villages codes assign”",
        f"{V}/roads.yml:6:3: warning: dòng mã {shown(third)} của mục này đã mất | "
        "chạy lệnh “villages codes assign” để ghi lại đúng mã cũ",
    ]


def test_a_code_without_its_record_is_told(tmp_path: Path) -> None:
    (line,) = told(tmp_path, register((CODE, "road", f"{V}/r1")))
    assert line.endswith(
        f":2:1: warning: mã {shown(CODE)} đã cấp cho {V}/r1 nhưng không còn mục nào mang mã này | "
        "ghi lại mục đã xoá; biển đã in vẫn đang treo"
    )


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://lang.example", None),
        ("HTTPS://LANG.EXAMPLE/", None),
        ("http://lang.example", "base-url-not-https"),
        ("https://ten.example/kho", "base-url-byte-mode"),
        ("lang.example", "bad-base-url"),
    ],
)
def test_the_address_in_the_symbols(tmp_path: Path, url: str, code: str | None) -> None:
    site = f"schema: 1\nname: A\npublisher: B\nreport_to: C\ncodes:\n  base_url: {url}\n"
    found = [
        (p.line, p.column, p.code) for p in problems(tmp_path, {"_site.yml": site}) if p.code != "no-code"
    ]
    assert found == ([] if code is None else [(6, 13, code)])


SENSE = [
    ({"_site.yml": "schema: 2\nname: A\npublisher: B\nreport_to: C\ncodes: {base_url: 'https://a.example'}\n"},
     "_site.yml:1:9: error: dữ liệu thuộc phiên bản 2, chương trình này đọc phiên bản 1"),
    ({f"{V}/village.yml": "kind: thôn\nname: A\nmemberships: [{unit: cam-binh}]\n"},
     f"{V}/village.yml:1:1: error: thiếu ngày cập nhật"),
    ({f"{V}/village.yml": "kind: thôn\nname: A\nupdated: 1/1/2026\n"},
     f"{V}/village.yml:1:1: warning: không rõ hôm nay thôn thuộc xã, phường nào"),
    ({f"{V}/village.yml": "kind: thôn\nname: A\nupdated: 22/11/2026\nmemberships: [{unit: cam-binh}]\n"},
     f"{V}/village.yml:3:10: warning: ngày cập nhật 22/11/2026 còn ở phía trước"),
    ({f"{V}/village.yml": "kind: thôn\nname: A\nupdated: 1/1/2026\nmemberships: [{unit: ha-tinh}]\n"},
     f"{V}/village.yml:4:22: error: tỉnh Hà Tĩnh không phải là xã hay phường"),
    ({f"{V}/village.yml": "kind: thôn\nname: A\nupdated: 1/1/2026\nmemberships: [{unit: cam-thanh}]\n"},
     f"{V}/village.yml:4:22: warning: xã Cẩm Thành nay không còn"),
    ({f"{V}/village.yml": "kind: thôn\nname: A\nupdated: 1/1/2026\nmemberships:\n"
      "  - {unit: cam-thanh, until: 2025}\n  - {unit: cam-binh, since: 01/07/2025}\n"},
     f"{V}/village.yml:5:30: error: thời gian này chồng lên thời gian ở đơn vị sau"),
    ({f"{V}/history.yml": "- {date: 2022, until: 2021, title: A}\n"},
     f"{V}/history.yml:1:23: error: ngày kết thúc đứng trước ngày bắt đầu"),
    ({f"{V}/contacts.yml": "- {role: Trưởng thôn, term end: 10/2026}\n"},
     f"{V}/contacts.yml:1:33: warning: nhiệm kỳ của “Trưởng thôn” đã hết (tháng 10/2026)"),
    ({f"{V}/roads.yml": "- {id: r, name: A, photo: {file: a.jpg, alt: Ảnh}}\n"},
     f"{V}/roads.yml:1:34: error: không thấy tệp ảnh “a.jpg” cạnh tệp này"),
    ({f"{V}/roads.yml": "- {id: r, name: A, photo: {file: a.jpg, alt: Ảnh}}\n", f"{V}/a.jpg": "không phải ảnh"},
     f"{V}/roads.yml:1:34: error: “a.jpg” không mở được như một tấm ảnh"),
    ({f"{V}/roads.yml": "- {id: r, name: A}\n", f"{V}/households.yml": "- {id: h, road: r}\n"},
     f"{V}/households.yml:1:3: warning: nhà này không có số, cũng không có chỗ trên đường"),
    ({f"{V}/roads.yml": "- {id: r, name: A}\n",
      f"{V}/households.yml": "- {id: h, road: r, number: 10A}\n- {id: g, road: r, number: 10a}\n"},
     f"{V}/households.yml:2:28: warning: số nhà “10a” trên cùng đường đã có ở villages/{V}/households.yml:1"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), SENSE)
def test_what_cannot_be_meant(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    (line,) = told(tmp_path, files)
    text, _, hint = line.rpartition(" | ")
    assert text == expected
    assert hint


def test_a_term_is_over_the_day_after(tmp_path: Path) -> None:
    files = {f"{V}/contacts.yml": "- {role: Trưởng thôn, term end: 21/11/2026}\n"}
    root = data_folder(tmp_path, files)
    ended = [
        [problem.code for problem in examine(root, day)[1] if problem.code == "term-ended"]
        for day in (dt.date(2026, 11, 21), dt.date(2026, 11, 22))
    ]
    assert ended == [[], ["term-ended"]]


def test_every_message_has_both_languages_and_the_same_blanks() -> None:
    import re

    vi, en = (messages(lang) for lang in LANGUAGES)
    assert vi.keys() == en.keys()
    for code, text in vi.items():
        blanks = [set(re.findall(r"(?<!\{)\{(\w+)\}", t)) for t in (text.message, en[code].message)]
        assert blanks[0] == blanks[1], code
        assert bool(text.hint) == bool(en[code].hint), code
