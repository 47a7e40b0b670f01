"""Documents: listed, searched, with files that only show pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.support import one, pages, parse, words
from tests.support import DAY, atlas, codes_of, data_folder
from village_site.media.papers import MAX_BYTES, BadPaper, examine, write_papers
from village_site.search import names_within
from village_site.site import examine as look

V = "nam-bac-thanh"
FILE = f"{V}/van-ban.yml"
PDF = b"%PDF-1.7\n1 0 obj <</Type/Catalog/OpenAction[2 0 R/Fit]>> endobj\ntrailer\n%%EOF\n"


def typed(name: str, date: str = "2/3/2024", more: str = "", number: str = "") -> str:
    return (
        f"- {{mã riêng: {name}, loại: quyết định, số: '{number or name}', ngày: {date}, "
        f"nơi ban hành: UBND xã, tên: Việc {name}{more}}}\n"
    )


LINK = ', địa chỉ web: "https://xa.example/vb"'


def folder(tmp_path: Path, text: str, files: dict[str, bytes] | None = None, where: str = V) -> Path:
    root = data_folder(tmp_path, {f"{where}/van-ban.yml": text})
    for name, data in (files or {}).items():
        (root / where / name).write_bytes(data)
    return root


def told(tmp_path: Path, text: str, files: dict[str, bytes] | None = None) -> list[tuple[str, int, int, str]]:
    _, problems = look(folder(tmp_path, text, files), DAY)
    return [one for one in codes_of(problems) if one[3] != "no-code"]


def test_the_page_lists_years_newest_first(tmp_path: Path) -> None:
    text = typed("a", "2/3/2024", LINK) + typed("b", "2026", LINK) + typed("c", "5/6/2024", LINK)
    tree = parse(pages(tmp_path, {FILE: text})[f"thon/{V}/van-ban/index.md"])
    assert [words(node) for node in tree.css("h2")] == ["Năm 2026", "Năm 2024"]
    assert [node.attributes["id"] for node in tree.css("li[id^=van-ban-]")] == [
        "van-ban-b",
        "van-ban-c",
        "van-ban-a",
    ]
    assert "Quyết định b; UBND xã, năm 2026" in words(one(tree, "#van-ban-b"))


def test_the_section_shows_the_newest_and_leads_on(tmp_path: Path) -> None:
    text = "".join(typed(f"x{day}", f"{day}/3/2024", LINK) for day in range(1, 9))
    section = one(parse(pages(tmp_path, {FILE: text})[f"thon/{V}/index.md"]), "section#van-ban")
    assert len(section.css("li")) == 5
    assert [node.attributes["href"] for node in section.css("p.vs-links a")] == [
        "../../thon/nam-bac-thanh/van-ban/"
    ]


def test_what_no_longer_holds_says_so(tmp_path: Path) -> None:
    text = (
        typed("cu", "2019", f"{LINK}, thay bằng: moi")
        + typed("moi", "2024", LINK)
        + typed("het", "2020", f"{LINK}, hiệu lực đến: 31/12/2025")
        + typed("nay", "2020", f"{LINK}, hiệu lực đến: 31/12/2026")
    )
    tree = parse(pages(tmp_path, {FILE: text})[f"thon/{V}/van-ban/index.md"])
    assert words(one(tree, "#van-ban-cu .vs-doubt")) == "Đã thay bằng"
    newer = one(tree, "#van-ban-cu p:last-child a").attributes["href"]
    assert newer == "../../../thon/nam-bac-thanh/van-ban/#van-ban-moi"
    assert words(one(tree, "#van-ban-het .vs-doubt")) == "Hết hiệu lực"
    assert tree.css("#van-ban-nay .vs-doubt, #van-ban-moi .vs-doubt") == []
    assert "Áp dụng đến hết 31/12/2026" in words(one(tree, "#van-ban-nay"))


def test_a_commune_has_documents_too(tmp_path: Path) -> None:
    found = pages(tmp_path, {"_units/cam-binh/van-ban.yml": typed("a", more=LINK)})
    for path in ("xa/cam-binh/index.md", "xa/cam-binh/van-ban/index.md"):
        assert "Việc a" in words(one(parse(found[path]), "#van-ban-a"))


def test_a_file_is_published_beside_the_list(tmp_path: Path) -> None:
    root = folder(tmp_path, typed("a", more=", tệp: a.pdf"), {"a.pdf": PDF})
    (root / "_units" / "cam-binh").mkdir()
    (root / "_units" / "cam-binh" / "van-ban.yml").write_text(typed("b", more=", tệp: b.pdf"), "utf-8")
    (root / "_units" / "cam-binh" / "b.pdf").write_bytes(PDF)
    found, problems = look(root, DAY)
    assert found is not None
    assert {one.code for one in problems} <= {"no-code"}
    site = tmp_path / "site"
    write_papers(found, site)
    written = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert written == {f"thon/{V}/van-ban/a.pdf", "xa/cam-binh/van-ban/b.pdf"}
    assert (site / f"thon/{V}/van-ban/a.pdf").read_bytes() == PDF


def test_the_link_leads_to_the_file(tmp_path: Path) -> None:
    files = {FILE: typed("a", more=", tệp: a.pdf")}
    made = pages(tmp_path, files)
    for path, up in ((f"thon/{V}/index.md", "../../"), (f"thon/{V}/van-ban/index.md", "../../../")):
        heading = one(parse(made[path]), "#van-ban-a a")
        assert heading.attributes["href"] == f"{up}thon/{V}/van-ban/a.pdf"
        assert heading.text() == "Việc a (PDF)"


def test_documents_are_found_by_number_and_title(tmp_path: Path) -> None:
    files = {
        FILE: typed("a", number="12/QĐ-UBND", more=LINK),
        "_units/cam-binh/van-ban.yml": typed("b", number="7/KH", more=LINK),
    }
    assert names_within(atlas(tmp_path, files)) == {
        "xa/cam-binh/": {"van-ban/#van-ban-b": "Quyết định 7/KH: Việc b"},
        f"thon/{V}/": {"van-ban/#van-ban-a": "Quyết định 12/QĐ-UBND: Việc a"},
    }


A = ", tệp: a.pdf"
# What was typed, files beside it, where the message points to, its code.
MISTAKES = [
    (typed("a"), {}, "mã riêng: a", "document-nowhere"),
    (typed("a", more=A), {}, "a.pdf", "no-such-document-file"),
    (typed("a", more=", tệp: A b.doc"), {}, "A b.doc", "bad-document-file"),
    (typed("a", more=f"{LINK}, thay bằng: a"), {}, "a}", "document-replaces-itself"),
    (typed("a", more=f"{LINK}, thay bằng: khac"), {}, "khac}", "dangling-document"),
    (typed("b", more=LINK) + typed("a", more=LINK, number="B"), {}, "'B'", "document-twice"),
    (typed("a", "22/11/2026", LINK), {}, "22/11/2026", "not-yet"),
    (typed("a", more=A), {"a.pdf": b"PK\x03\x04 Word"}, "a.pdf", "document-unreadable"),
    (typed("a", more=A), {"a.pdf": b"%PDF-1.7 <</S/JavaScript>> %%EOF"}, "a.pdf", "document-active"),
]


@pytest.mark.parametrize(("text", "files", "points_to", "code"), MISTAKES, ids=[one[-1] for one in MISTAKES])
def test_an_editor_is_told(
    tmp_path: Path, text: str, files: dict[str, bytes], points_to: str, code: str
) -> None:
    ((file, line, column, found),) = told(tmp_path, text, files)
    assert (file, found) == (f"villages/{FILE}", code)
    assert text.splitlines()[line - 1][column - 1 :].lstrip("{").startswith(points_to)


def test_a_file_that_no_document_names(tmp_path: Path) -> None:
    found = told(tmp_path, typed("a", more=LINK), {"thua.pdf": PDF})
    assert found == [(f"villages/{V}/thua.pdf", 1, 1, "unused-document-file")]


def test_an_editor_is_told_that_a_file_says_who_wrote_it(tmp_path: Path) -> None:
    said = PDF.replace(b"trailer", b"3 0 obj <</Author(Nguyen Van Mau)>> endobj trailer")
    assert told(tmp_path, typed("a", more=A), {"a.pdf": said}) == [
        (f"villages/{FILE}", 1, 101, "document-author")
    ]


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(PDF + b" " * MAX_BYTES + b"%%EOF")
    with pytest.raises(BadPaper, match="document-too-large"):
        examine(file)


def test_a_link_in_the_file_s_place_is_refused(tmp_path: Path) -> None:
    root = folder(tmp_path, typed("a", more=", tệp: a.pdf"))
    (tmp_path / "secret.pdf").write_bytes(PDF)
    (root / V / "a.pdf").symlink_to(tmp_path / "secret.pdf")
    _, problems = look(root, DAY)
    assert {"symlink", "no-such-document-file"} <= {one.code for one in problems}
