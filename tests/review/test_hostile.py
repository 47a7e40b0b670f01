"""Hostile texts, names and trees: nothing typed is markup in a summary, and nothing in a tree is run or written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.support import (
    BEFORE,
    CONTACTS,
    V,
    cells,
    code_in,
    committed,
    git,
    parsed,
    reviewed,
    summary,
    swap,
    write,
)
from village_site.review import as_markdown, tree_at
from village_site.review.shown import LONGEST, code, cut, link, masked, visible
from village_site.review.summary import row

TEXTS = [
    "a | b || c \\| d \\",
    "`x` ``y`` ```z",
    "`",
    "|",
    "\\",
    "<img src=x onerror=alert(1)> <b>x</b> <!-- </td></table>",
    "@org/team xin duyệt #123 org/repo#1 GH-7 a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2",
    "https://lua-dao.example www.lua-dao.example thu@lua-dao.example",
    "[x](https://lua-dao.example) ![x](https://lua-dao.example/x.png) [x]: y",
    "**đậm** _nghiêng_ ~~gạch~~ $x$ :tada: &lt;b&gt; &#64;org",
    "# Tiêu đề",
    "| --- | --- |",
    "::error file=x::y",
]


@pytest.mark.parametrize("text", TEXTS)
def test_typed_text_stands_in_code_and_is_whole(tmp_path: Path, text: str) -> None:
    root = committed(tmp_path)
    write(root, CONTACTS, json.dumps([{"role": text, "phone": text, "zalo": text, text: "0987 000 111"}]))
    write(root, "_events/2026.yml", json.dumps([{"what": "retired", "reason": text}]))
    found = summary(root)
    for typed in ("onerror", "lua-dao", "@org", "#123", "gạch", "Tiêu đề", "::error", "`", "&lt;"):
        assert typed not in found.outside_code.replace("### Tiêu đề", "")
    shown = {text for rows in found.tables.values() for row in rows for cell in row for text in code_in(cell)}
    assert text in shown
    assert all(len(row) == len(rows[0]) for rows in found.tables.values() for row in rows)


@given(
    st.text(st.sampled_from(list("`| \\*_<>&@#[]!~$\u202e\nạ1")) | st.characters(), max_size=40),
    st.text(max_size=5),
)
def test_any_text_is_one_cell_of_code(text: str, other: str) -> None:
    line = row(code(text), code(other))
    shown = [code_in(cell) for cell in cells(line)]
    expected = [[visible(each)] if visible(each).strip() else [] for each in (text, other)]
    assert shown == expected


def test_lines_and_what_cannot_be_seen_are_written_out() -> None:
    assert code("a\nb") == "`a⟨U+000A⟩b`"
    assert code("0912\u202e345\u200b\u00a0\u2066") == "`0912⟨U+202E⟩345⟨U+200B⟩⟨U+00A0⟩⟨U+2066⟩`"
    assert code("a\ud800") == "`a⟨U+D800⟩`"
    assert code("") == code("  ") == " "


def test_a_direction_mark_in_a_number_is_seen(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "phone: 0239 3892 689", 'phone: "0239 3892\\u202E 689 1"')
    ((_, _, new),) = summary(root).rows("Số điện thoại")
    assert new.startswith("`0239 3892⟨U+202E⟩ 689 1`")


def test_two_roles_that_look_alike_do_not_read_alike(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "Trưởng thôn", "Trưởng th\u043en")
    ((_, old, new),) = summary(root).rows("Chức danh")
    assert old == "`Trưởng thôn`"
    assert new == "`Trưởng th\u043en` ⚠ chữ lạ: `\u043e U+043E`"


def test_long_values_are_cut_where_they_differ() -> None:
    one, two = "a" * 5000 + "b" + "c" * 900, "a" * 5000 + "x" + "c" * 900
    assert cut(one, two) == "…" + "a" * 20 + "b" + "c" * (LONGEST - 21) + "…"
    assert cut("a" * LONGEST, "b") == "a" * LONGEST
    assert cut("a" * 5000, "a" * 4000).endswith("a…")
    assert cut(one, "") == "a" * LONGEST + "…"


def test_long_links_are_cut_where_they_differ() -> None:
    one, two = (f"https://lang.example/{'a' * 900}{end}" for end in ("x", "y"))
    assert code_in(link(one, two))[2] == "…" + "a" * (LONGEST - 1) + "x"
    assert code_in(link(two, one))[2] == "…" + "a" * (LONGEST - 1) + "y"
    assert "**`lang.example`**" in link(one, two)


def test_numbers_of_papers_are_not_repeated() -> None:
    assert masked("Trưởng thôn 012345678901, 0239 3892 689") == "Trưởng thôn ••••••••••••, 0239 3892 689"
    assert masked("Số 123 456 789") == "Số •••••••••••"
    assert masked("Tổ 1 0987 000 111 và 9012345678") == "Tổ 1 0987 000 111 và ••••••••••"


def test_personal_values_never_appear(tmp_path: Path) -> None:
    household = (
        "- {id: h-1, road: r, person: Nguyễn Văn Mẫu, phone: 0987 000 222, trades: [Sửa xe 0987 000 333]}\n"
    )
    consents = (
        "- {id: c-1, household: h-1, form: mẫu 1, date: 2026, by: Trần Thị Ví Dụ, paper: 0987 000 444}\n"
    )
    root = committed(tmp_path, {**BEFORE, f"{V}/households.yml": household, f"{V}/consents.yml": consents})
    swap(root, f"{V}/households.yml", "0987 000 222", "0987 000 555")
    swap(root, f"{V}/households.yml", "0987 000 333", "0987 000 666")
    swap(root, f"{V}/households.yml", "Văn Mẫu", "Văn Mẫu Hai")
    swap(root, f"{V}/consents.yml", "Ví Dụ", "Ví Dụ Hai")
    (tmp_path / "private" / V).mkdir(parents=True)
    (tmp_path / "private" / V / "households.yml").write_text("- {id: h-1, person: Nguyễn Văn Mẫu}\n", "utf-8")
    found = summary(root)
    assert not any(text in found.text for text in ("0987", "Nguyễn", "Mẫu", "Ví Dụ", "Sửa xe", "private"))
    hidden = "(dữ liệu cá nhân, không hiện)"
    assert [row[1:] for row in found.rows("Số điện thoại")] == [[hidden, hidden]]
    assert [row[1:] for row in found.rows("Số và liên kết")] == [[hidden, hidden]]
    assert "### Phiếu đồng ý\n\nThêm 0, sửa 1, xoá 0." in found.text


def test_a_side_that_cannot_be_read_is_told_and_not_counted_as_gone(tmp_path: Path) -> None:
    root = committed(tmp_path)
    write(root, CONTACTS, "- role: Trưởng thôn\n  phone: [0987 000 111\n")
    swap(root, f"{V}/groups.yml", "Tổ trưởng", "Tổ phó")
    found = summary(root)
    assert "⚠ Có 1 tệp máy không đọc được" in found.text.split("\n\n")[1]
    assert found.rows("Không đọc được") == [["bản mới", "`villages/nam-bac-thanh/contacts.yml:2`"]]
    assert [row[1:] for row in found.rows("Chức danh")] == [["`Tổ trưởng`", "`Tổ phó`"]]
    assert found.rows("Số điện thoại") == found.rows("Mục bị xoá") == []


def test_a_side_before_that_cannot_be_read_leaves_everything_to_be_looked_at(tmp_path: Path) -> None:
    root = committed(tmp_path, {CONTACTS: "- role: Trưởng thôn\n  phone: [0239\n"})
    write(root, CONTACTS, "- {role: Trưởng thôn, phone: 0987 000 111}\n- chữ\n")
    found = summary(root)
    assert [row[0] for row in found.rows("Không đọc được")] == ["bản cũ", "bản mới"]
    assert [row[1:] for row in found.rows("Số điện thoại")] == [["(chưa có)", "`0987 000 111`"]]


def test_links_on_the_disk_are_not_followed(tmp_path: Path) -> None:
    root = committed(tmp_path)
    secret = tmp_path / "secret.yml"
    secret.write_text("- {role: Bí mật, phone: 0987 000 999}\n", "utf-8")
    (root / CONTACTS).unlink()
    (root / CONTACTS).symlink_to(secret)
    (root / "thon-khac").symlink_to(tmp_path)
    os.mkfifo(root / V / "roads.yml")
    found = summary(root)
    assert "0987 000 999" not in found.text
    assert ["bản mới", "`villages/nam-bac-thanh/contacts.yml:1`"] in found.rows("Không đọc được")


def hostile_tree(repository: Path) -> str:
    """A commit whose tree has links out of it, a folder `..`, options for names, and attributes."""
    contacts = b"- {role: Tr\xc6\xb0\xe1\xbb\x9fng th\xc3\xb4n, phone: 0239 3892 689}\n"

    def blob(data: bytes) -> str:
        return git(repository, "hash-object", "-w", "--stdin", sent=data)

    def tree(*rows: tuple[str, bytes]) -> str:
        return git(
            repository,
            "mktree",
            "-z",
            "--missing",
            sent=b"".join(f"{kind}\t".encode() + name + b"\0" for kind, name in rows),
        )

    good, link = blob(contacts), blob(b"/etc/passwd")
    village = tree((f"100644 blob {good}", b"contacts.yml"), (f"120000 blob {link}", b"roads.yml"))
    up = tree((f"100644 blob {good}", b"evil.yml"))
    attributes = blob(b"* export-ignore filter=evil text eol=crlf\n")
    data = tree(
        (f"100644 blob {attributes}", b".gitattributes"),
        (f"040000 tree {village}", b"--output=x"),
        (f"040000 tree {up}", b"thon\n\x1b[2J|`<b>"),
        (f"120000 blob {link}", b"_site.yml"),
        (f"160000 commit {'1' * 40}", b"module"),
        (f"100644 blob {good}", b"bad-\xff-utf8.yml"),
        (f"040000 tree {village}", V.encode()),
    )
    return git(repository, "commit-tree", "-m", "hostile", tree((f"040000 tree {data}", b"villages")))


def test_a_hostile_tree_is_read_and_nothing_is_written(tmp_path: Path) -> None:
    root = committed(tmp_path)
    revision = hostile_tree(tmp_path)
    files = sorted(path.name for path in tmp_path.iterdir())
    found = summary(root, revision)
    assert ["`0239 3892 689`", "(đã bỏ)"] in [row[1:] for row in found.rows("Số điện thoại")]
    assert "⟨U+001B⟩[2J|`<b>" in str([code_in(row[0]) for row in found.rows("Tất cả")])
    assert "\x1b" not in found.text
    assert "<b>" not in found.outside_code
    assert sorted(path.name for path in tmp_path.iterdir()) == files
    found.text.encode()


@pytest.mark.parametrize(
    "base", ["--output=x", "--remote=ext::sh -c touch% x", "-o", "$(touch x)", "main;touch x"]
)
def test_a_revision_is_no_option_and_no_command(tmp_path: Path, base: str) -> None:
    root = committed(tmp_path)
    assert tree_at(root, base) is None
    assert not (root / "x").exists()
    assert not (tmp_path / "x").exists()


def test_a_summary_fits_into_github_s_limit(tmp_path: Path) -> None:
    many = "".join(f"- {{role: Chức danh {n}, phone: 0239 3{n:06}}}\n" for n in range(3000))
    root = committed(tmp_path, {CONTACTS: many})
    write(root, CONTACTS, many.replace(": 0239 3", ": 0239 4"))
    review = reviewed(root)
    full = as_markdown(review)
    assert len(full.encode()) < 1_000_000
    assert len(parsed(full).rows("Số điện thoại (3000)")) == 3000
    assert "không hiện được" not in full
    short = as_markdown(review, limit=20_000)
    kept = len(parsed(short).rows("Số điện thoại (3000)"))
    assert 19_000 < len(short.encode()) <= 20_000
    assert f"**⚠ Còn {3000 - kept} dòng nữa không hiện được" in short
    assert "**⚠ Bản sửa quá lớn: bảng dưới đây bị cắt bớt.**" in short.split("### ")[0]


def test_replaced_numbers_are_not_pushed_out_by_new_ones(tmp_path: Path) -> None:
    root = committed(tmp_path)
    swap(root, CONTACTS, "0239 3892 689", "0987 000 111")
    write(root, "a/contacts.yml", "".join(f"- {{role: R{n}, phone: 0239 3{n:06}}}\n" for n in range(500)))
    short = parsed(as_markdown(reviewed(root), limit=5_000))
    assert short.rows("Số điện thoại (501)")[0][1:] == ["`0239 3892 689`", "`0987 000 111`"]


@pytest.mark.parametrize(
    "data",
    [
        b"- &a [*a, *a]\n",
        b"[" * 100_000,
        b"- role: \xff\xfe\n",
        b"- role: x\x00\n",
        b"- {role: " + b"x" * 9_000_000 + b"}\n",
    ],
    ids=["aliases", "depth", "encoding", "nul", "size"],
)
def test_bombs_are_told_and_cost_nothing(tmp_path: Path, data: bytes) -> None:
    root = committed(tmp_path)
    (root / CONTACTS).write_bytes(data)
    assert summary(root).rows("Không đọc được") == [["bản mới", "`villages/nam-bac-thanh/contacts.yml:1`"]]


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    root = committed(tmp_path)
    write(
        root, CONTACTS, "- {role: Phó thôn, phone: 0987 000 111, hours: gọi 0987 000 222 bit.ly/2 bit.ly/1}\n"
    )
    texts = set()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [Path(sys.executable).parent / "villages", "review", "--base", "HEAD"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        texts.add(done.stdout)
    assert len(texts) == 1


def test_names_that_are_no_utf_8_are_shown(tmp_path: Path) -> None:
    root = committed(tmp_path)
    folder = root / os.fsdecode(b"thon-\xff")
    folder.mkdir()
    (folder / "contacts.yml").write_text("- {role: Phó thôn, phone: 0987 000 111}\n", "utf-8")
    found = summary(root)
    assert code_in(found.rows("Số điện thoại")[0][0])[0] == "thon-⟨U+DCFF⟩"
    found.text.encode()
