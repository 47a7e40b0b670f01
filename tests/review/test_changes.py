"""What an attacker would change stands first, old beside new."""

import time
from pathlib import Path

import pytest

from tests.review.support import (
    BEFORE,
    CONTACTS,
    V,
    code_in,
    committed,
    rename,
    reviewed,
    summary,
    swap,
    write,
)
from village_site.cli import main
from village_site.review.watched import Sort, reached_by

PHONES, LINKS, OFFICES, SITE, TEXTS, CODES = (
    "Số điện thoại",
    "Liên kết",
    "Chức danh",
    "Địa chỉ in trên biển",
    "Số và liên kết nằm trong lời văn",
    "Mã trên biển",
)
CALL_BACK = (
    "Gọi lại số CŨ (số đang có trên trang) hoặc gặp trực tiếp để hỏi trước khi duyệt; không gọi số mới."
)
MADE_UP = "0987 000 111"


def test_a_swapped_phone_is_told_at_the_very_top(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "0239 3892 689", MADE_UP)
    found = summary(root)
    assert found.text.startswith(
        "## Xem trước khi duyệt\n\n"
        "**Bản sửa này đổi số điện thoại, liên kết, chức danh, địa chỉ ở 1 chỗ.** " + CALL_BACK
    )
    assert found.tables == {
        "Số điện thoại (1)": [
            [
                "`nam-bac-thanh` · Liên hệ `Trưởng thôn` · Điện thoại công việc<br>"
                "`villages/nam-bac-thanh/contacts.yml:2`",
                "`0239 3892 689`",
                "`0987 000 111`",
            ]
        ],
        "Tất cả thay đổi": [["`nam-bac-thanh`", "Liên hệ", "", "1", ""]],
    }


def test_a_number_written_otherwise_is_no_other_number(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "phone: 0239 3892 689", "điện thoại: +84 239.3892.689")
    found = summary(root)
    assert "Bản sửa này không đổi số điện thoại" in found.text
    assert found.rows("Tất cả thay đổi") == [["`nam-bac-thanh`", "Liên hệ", "", "1", ""]]


def test_a_look_alike_host_is_unmasked(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "https://zalo.me/84", "https://z\u0430lo.me/84")
    ((_, old, new),) = summary(root).rows(LINKS)
    assert old == "`https://`**`zalo.me`**`/842393892689`"
    assert new == ("`https://`**`z\u0430lo.me`**`/842393892689` = `xn--zlo-6cd.me` ⚠ chữ lạ: `\u0430 U+0430`")


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://zalo.me.lua-dao.example/84", "zalo.me.lua-dao.example"),
        ("https://zalo.me@lua-dao.example/84", "lua-dao.example"),
        ("https://zalo.me%2F@lua-dao.example\\@zalo.me/84", "lua-dao.example"),
        ("//lua-dao.example/zalo.me", "lua-dao.example"),
        ("https:\\\\lua-dao.example", "lua-dao.example"),
    ],
)
def test_the_host_that_is_opened_is_the_bold_one(tmp_path: Path, link: str, host: str) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "https://zalo.me/842393892689", f"'{link}'")
    ((_, _, new),) = summary(root).rows(LINKS)
    assert f"**`{host}`**" in new
    assert "".join(code_in(new)) == link


def test_a_changed_role_keeps_its_record(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "role: Công an viên", "role: Người thu quỹ")
    swap(root, CONTACTS, "0239 3892 690", MADE_UP)
    swap(root, f"{V}/groups.yml", "Tổ trưởng", "Tổ phó")
    found = summary(root)
    assert [row[1:] for row in found.rows(OFFICES)] == [
        ["`Công an viên`", "`Người thu quỹ`"],
        ["`Tổ trưởng`", "`Tổ phó`"],
    ]
    assert [row[1:] for row in found.rows(PHONES)] == [["`0239 3892 690`", "`0987 000 111`"]]
    assert found.rows("Mục bị xoá") == []


def test_a_term_that_was_made_longer_is_an_office_s_change(tmp_path: Path) -> None:
    root = committed(tmp_path, {CONTACTS: "- {role: Trưởng thôn, term_end: 6/2026}\n"})
    swap(root, CONTACTS, "6/2026", "6/2031")
    assert [row[1:] for row in summary(root).rows(OFFICES)] == [["`6/2026`", "`6/2031`"]]


def test_a_deleted_and_an_added_contact(tmp_path: Path) -> None:
    root = committed(tmp_path)
    write(
        root, CONTACTS, "- {role: Trưởng thôn, phone: 0239 3892 689, zalo: 'https://zalo.me/842393892689'}\n"
    )
    found = summary(root)
    assert [row[1:] for row in found.rows(PHONES)] == [["`0239 3892 690`", "(đã bỏ)"]]
    ((where, code),) = found.rows("Mục bị xoá (1)")
    assert where == (
        "`nam-bac-thanh` · Liên hệ `Công an viên`<br>`villages/nam-bac-thanh/contacts.yml:4` (bản cũ)"
    )
    assert code == ""
    write(
        root,
        CONTACTS,
        BEFORE[CONTACTS].rstrip() + f"\n        - {{role: Tổ công nghệ số, phone: {MADE_UP}}}\n",
    )
    assert [row[1:] for row in summary(root).rows(PHONES)] == [["(chưa có)", "`0987 000 111`"]]


def test_contacts_in_another_order_are_the_same(tmp_path: Path) -> None:
    root = committed(tmp_path)
    first, second = BEFORE[CONTACTS].split("        - role: ")[1:]
    write(root, CONTACTS, f"        - role: {second.rstrip()}\n        - role: {first.rstrip()}\n")
    assert reviewed(root).changes == []


def test_a_file_with_the_other_name_holds_the_same_records(tmp_path: Path) -> None:
    root = committed(tmp_path)
    (root / CONTACTS).rename(root / V / "lien-he.yml")
    swap(root, f"{V}/lien-he.yml", "0239 3892 689", MADE_UP)
    found = summary(root)
    assert [row[1:] for row in found.rows(PHONES)] == [["`0239 3892 689`", "`0987 000 111`"]]
    assert found.rows("Mục bị xoá") == []


def test_a_renamed_village_is_compared_with_itself(tmp_path: Path) -> None:
    files = {**BEFORE, f"{V}/village.yml": "{kind: thôn, name: Nam Bắc Thành, code: 2345-6789}\n"}
    root = committed(tmp_path, files)
    rename(root, V, "thon-moi")
    swap(root, "thon-moi/contacts.yml", "0239 3892 689", MADE_UP)
    found = summary(root)
    assert [row[1:] for row in found.rows(PHONES)] == [["`0239 3892 689`", "`0987 000 111`"]]
    assert [row[1:] for row in found.rows(CODES)] == [["`nam-bac-thanh`", "`thon-moi`"]]
    assert found.rows("Mục bị xoá") == []


def test_a_renamed_village_without_a_code_is_gone_and_new(tmp_path: Path) -> None:
    root = committed(tmp_path)
    rename(root, V, "thon-moi")
    found = summary(root)
    assert len(found.rows(PHONES)) == 4
    assert len(found.rows("Mục bị xoá")) == 4


def test_contacts_of_a_commune_and_of_the_publisher(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(
        root,
        "_units/ha-tinh.yml",
        "report_to: Bộ phận",
        f"contacts: [{{role: Văn phòng, phone: {MADE_UP}}}]\n  report_to: Phòng",
    )
    swap(root, "_site.yml", "report_to", f"contacts: [{{role: Hỗ trợ, phone: {MADE_UP}}}]\nreport_to")
    found = summary(root)
    assert [row[0].split("<br>")[0] for row in found.rows(PHONES)] == [
        "Trang `Làng mẫu` · Liên hệ `Hỗ trợ` · Điện thoại công việc",
        "Đơn vị hành chính `cam-binh Cẩm Bình` · Liên hệ `Văn phòng` · Điện thoại công việc",
    ]
    assert ["`Bộ phận một cửa, UBND xã Cẩm Bình`", "`Phòng một cửa, UBND xã Cẩm Bình`"] in [
        row[1:] for row in found.rows(OFFICES)
    ]


def test_addresses_of_the_site_and_where_personal_data_stands(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, "_site.yml", "https://lang.example", "https://lang-moi.example")
    swap(root, "_site.yml", "schema: 1", "schema: 1\npersonal_data: public")
    assert [row[1:] for row in summary(root).rows(SITE)] == [
        ["`https://`**`lang.example`**", "`https://`**`lang-moi.example`**"],
        ["(chưa có)", "`public`"],
    ]


def test_a_number_that_came_into_a_sentence(tmp_path: Path) -> None:
    root = committed(tmp_path, {CONTACTS: "- role: Trưởng thôn\n  hours: Sáng thứ hai\n"})
    full_width = "\uff10\uff19\uff18\uff17\uff10\uff10\uff10\uff11\uff11\uff11"
    swap(
        root, CONTACTS, "Sáng thứ hai", f"Sáng thứ hai 08/06/2026, gọi {full_width} 24/7 hoặc vào bit.ly/3abc"
    )
    ((where, old, new),) = summary(root).rows(TEXTS)
    assert "Giờ làm việc" in where
    assert (old, new) == ("(chưa có)", "**`bit.ly`**`/3abc`; `0987000111`")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tổ 1 0987 000 111", ["0987 000 111"]),
        ("2026 0987.000.111-0239 3892 689 24h", ["0987.000.111", "0239 3892 689"]),
        ("(+84) 987 000 111", ["+84) 987 000 111"]),
        ("gọi 1900 6067", ["1900 6067"]),
        ("gọi 0987–000–111, 0239\u200b3892\u2060690", ["0987–000–111", "02393892690"]),
        ("gọi 113, hộ 12, năm 2026, 15/04/2022, 1234/QĐ-UBND, 600.000.000 đồng, 012345678901", []),
        ("x..bit.ly/a,www.lang.example;thu@lang.example", ["bit.ly/a,www.lang.example;thu@lang.example"]),
        ("thu@lang.example hoặc zalo.me/g/abc", ["thu@lang.example", "zalo.me/g/abc"]),
        ("HTTPS:\\\\lang.example", ["HTTPS:\\\\lang.example"]),
    ],
)
def test_what_a_text_leads_to(text: str, found: list[str]) -> None:
    assert list(reached_by(text).values()) == found


@pytest.mark.parametrize(
    "part", ["a", "a.", "0 ", "0", "0 5 ", "1.", "a@", "@", "+", "www.", "-", "a-.", "(0"]
)
def test_a_long_text_is_read_through_in_no_time(part: str) -> None:
    start = time.perf_counter()
    reached_by(part * (50_000 // len(part)))
    assert time.perf_counter() - start < 5


def test_a_text_without_numbers_is_only_counted(tmp_path: Path) -> None:
    root = committed(tmp_path)
    write(
        root,
        f"{V}/groups.yml",
        "- {id: to-1, kind: tổ liên gia, name: '1', head: Tổ trưởng, tasks: Quét ngõ}\n",
    )
    found = summary(root)
    assert list(found.tables) == ["Tất cả thay đổi"]
    assert found.rows("Tất cả") == [["`nam-bac-thanh`", "Tổ, nhóm", "", "1", ""]]


def test_codes_events_and_the_register(tmp_path: Path) -> None:
    register = "_register/2026-11-21-0000000000000000.csv"
    rows = "code,kind,record\n2345-6789,group,nam-bac-thanh/to-1\n"
    root = committed(
        tmp_path,
        {**BEFORE, register: rows, f"{V}/groups.yml": "- {id: to-1, kind: tổ, name: '1', code: 2345-6789}\n"},
    )
    swap(root, f"{V}/groups.yml", "2345-6789", "2345-678A")
    swap(root, register, "nam-bac-thanh/to-1", "nam-bac-thanh/to-2")
    write(root, "_events/2026.yml", "- {what: retired, date: 2026, reason: Biển mất, codes: [2345-6789]}\n")
    found = [row[1:] for row in summary(root).rows(CODES)]
    assert found == [
        ["`2345-6789,group,nam-bac-thanh/to-1`", "`2345-6789,group,nam-bac-thanh/to-2`"],
        ["`2345-6789`", "`2345-678A`"],
        ["(chưa có)", "`what: retired; date: 2026; reason: Biển mất; codes: 2345-6789`"],
    ]


def test_codes_given_by_the_program_are_no_news(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, f"{V}/groups.yml", "id: to-1,", "id: to-1, code: 2345-6789,")
    assert reviewed(root).changes == []


def test_pictures_and_files_of_no_kind_are_counted(tmp_path: Path) -> None:
    root = committed(tmp_path)
    (root / V / "dinh.jpg").write_bytes(b"\xff\xd8")
    write(root, f"{V}/la.txt", "?\n")
    assert summary(root).rows("Tất cả") == [
        ["`nam-bac-thanh`", "Ảnh", "1", "", ""],
        ["`nam-bac-thanh`", "Tệp khác", "1", "", ""],
    ]


def test_every_change_of_a_record_in_error_is_shown_too(tmp_path: Path) -> None:
    """Whoever adds a mistake to a record must not hide the rest of it."""
    root = committed(tmp_path)
    swap(root, CONTACTS, "phone: 0239 3892 689", f"phnoe: 1\n  phone: {MADE_UP}")
    assert [row[1:] for row in summary(root).rows(PHONES)] == [["`0239 3892 689`", "`0987 000 111`"]]


def test_sorts_of_changes_stand_in_the_order_of_danger(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "0239 3892 689", MADE_UP)
    swap(root, CONTACTS, "congan@", "thuquy@")
    swap(root, CONTACTS, "role: Trưởng thôn", "role: Phó thôn")
    swap(root, "_site.yml", "lang.example", "lang-moi.example")
    headings = [heading.partition(" (")[0] for heading in summary(root).tables]
    assert headings == [
        "Số điện thoại",
        "Liên kết: Zalo, trang web, thư điện tử",
        "Chức danh, người giữ việc, nơi nhận phản ánh",
        "Địa chỉ in trên biển và cài đặt của cả trang",
        "Tất cả thay đổi",
    ]
    assert {change.sort for change in reviewed(root).changes} == {
        Sort.PHONE,
        Sort.LINK,
        Sort.OFFICE,
        Sort.SITE,
    }


def test_the_command_compares_with_revisions_and_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = committed(tmp_path / "now")
    other = committed(tmp_path / "before")
    swap(root, CONTACTS, "0239 3892 689", MADE_UP)
    texts = []
    for base in ("HEAD", "main", str(other)):
        assert main(["review", "--data", str(root), "--base", base]) == 0
        texts.append(capsys.readouterr().out)
    assert "`0987 000 111`" in texts[0]
    assert len(set(texts)) == 1
    assert main(["review", "--data", str(root), "--base", "HEAD", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("## Before you approve\n\n**This change touches phone numbers")
    assert CALL_BACK in out


def test_nothing_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = committed(tmp_path)
    assert main(["review", "--data", str(root), "--base", "HEAD"]) == 0
    assert capsys.readouterr().out == (
        "## Xem trước khi duyệt\n\nDữ liệu không có gì khác.\n\n<sub>The data does not differ.</sub>\n"
    )


@pytest.mark.parametrize("base", ["", "khong-co", "--output=/tmp/x", "-", "HEAD:villages", "\0", "main main"])
def test_no_such_base(tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str) -> None:
    root = committed(tmp_path)
    assert main(["review", "--data", str(root), f"--base={base}"]) == 1
    assert "không lấy được bản" in capsys.readouterr().err
    assert main(["review", "--data", str(tmp_path / "none"), "--base", "HEAD"]) == 1
