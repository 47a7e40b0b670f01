"""Handbooks of small data folders: every kind, nothing that is withheld, markup as text, letters of the font."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image
from pypdf import PdfReader

from tests.fill import VILLAGE as FILLED
from tests.fill import files
from tests.handbook.support import VILLAGE, made, photographs, plain, words, written
from tests.privacy.support import CONSENT, NAME, PERSONAL, PHONE, site_folder
from tests.support import BASE, DAY, atlas, data_folder
from village_site.atlas import Atlas
from village_site.dataset import load
from village_site.handbook import write_handbooks
from village_site.model import KINDS
from village_site.problems import DataError
from village_site.site import open_atlas

INTRODUCTION = f"{VILLAGE}/village.yml"
TOLD = """
    kind: thôn
    name: Nam Bắc Thành
    updated: 20/11/2026
    introduction: {text}
    memberships: [{{unit: cam-binh}}]
"""
NOTICE = """
    - id: hop
      title: Họp 😀 dân
      text: Đủ mặt mọi nhà.
      issued: 20/11/2026
"""
GROUP = """
    - {mã riêng: to-1, loại: tổ tự quản, tên: 1,
       giám sát: [sân chung, hố 😀 rác]}
"""
UNITS = BASE["_units/ha-tinh.yml"].replace("name: Cẩm Bình", "name: Cẩm 😀 Bình")
HOLDER = """
    - {id: truong-thon, role: Trưởng thôn, phone: 0912 000 222}
"""
HOLDERS_DATA = f"""
    - mã riêng: truong-thon
      họ tên: {NAME}
"""
AGREED = """
    - mã riêng: phieu-1
      liên hệ: truong-thon
      đồng ý đăng: [họ tên]
      phạm vi: [trang thôn]
      mẫu phiếu: ĐY-1
      ngày: 01/10/2026
      người đồng ý: người giữ chức danh
      số hồ sơ giấy: 12/2026
"""


def test_every_kind_with_a_section_is_in_it(tmp_path: Path) -> None:
    """From the declarations: a kind that is added is in this test, and in the book, without a word of either."""
    root = data_folder(tmp_path, files("Chữ"))
    Image.new("RGB", (80, 40), "green").save(root / FILLED / "anh.png")
    (root / FILLED / "van-ban.pdf").write_bytes(b"%PDF-1.4")
    found, _ = load(root)
    assert found is not None
    data = Atlas(found, DAY)
    text = words(written(data, tmp_path / "out", FILLED))
    place = data.by_id[FILLED]
    titles = [kind.title.vi for kind in KINDS if kind.section and kind.chapter and place.folder.of(kind)]
    assert len(titles) > 15
    assert [title for title in titles if title not in text] == []
    assert "Đi đâu" in text, "the sheet for emergencies stands in the place of its section"


@pytest.mark.parametrize("agreed", [True, False])
def test_a_name_is_printed_with_a_consent_and_not_without(tmp_path: Path, agreed: bool) -> None:
    private = {"lien-he.yml": HOLDERS_DATA, **({"dong-y.yml": AGREED} if agreed else {})}
    data, _ = open_atlas(site_folder(tmp_path, private, {f"{VILLAGE}/contacts.yml": HOLDER}), DAY)
    text = words(written(data, tmp_path / "out", VILLAGE))
    assert "0912 000 222" in text.replace("\u00a0", " ")
    assert (NAME in text) is agreed


def test_a_portrait_and_a_picture_of_one_file_name_are_two(tmp_path: Path) -> None:
    """The one lies in the private folder, the other in the public one."""
    holders = HOLDERS_DATA + "      ảnh: {tệp: anh.png, mô tả: Chân dung}\n"
    agreed = AGREED.replace("[họ tên]", "[họ tên, ảnh]")
    school = "- {id: truong, name: Trường, kind: school, photos: [{file: anh.png, alt: Trường}]}\n"
    private = {"lien-he.yml": holders, "dong-y.yml": agreed}
    public = {f"{VILLAGE}/contacts.yml": HOLDER, f"{VILLAGE}/places.yml": school}
    root = site_folder(tmp_path, private, public)
    for folder, colour in ((root, "#00ff00"), (tmp_path / "private", "#ff0000")):
        Image.new("RGB", (1200, 900), colour).save(folder / VILLAGE / "anh.png")
    data, _ = open_atlas(root, DAY)
    found = photographs(written(data, tmp_path / "out", VILLAGE))
    assert sorted(round(one.getpixel((600, 450))[0] / 255) for one in found) == [0, 1]  # type: ignore[index]


def test_what_was_agreed_to_for_a_household_s_own_page_is_not_in_it(tmp_path: Path) -> None:
    data, _ = open_atlas(site_folder(tmp_path, {"ho.yml": PERSONAL, "dong-y.yml": CONSENT}), DAY)
    text = words(written(data, tmp_path / "out", VILLAGE)).replace("\u00a0", " ")
    for value in (NAME, PHONE, "bán rau sạch", "Vườn mẫu 2025"):
        assert value not in text


def test_markup_of_pages_and_of_the_typesetter_is_only_text(tmp_path: Path) -> None:
    hostile = "</p><b>đậm</b> #panic() *sao* $x$ \\\\ {{ 7*7 }} &amp; <!-- -->"
    text = words(made(tmp_path, {INTRODUCTION: TOLD.format(text=f"'{hostile}'")}))
    assert plain(hostile) in text


def test_a_letter_the_font_lacks_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(DataError) as refused:
        made(tmp_path, {INTRODUCTION: TOLD.format(text="Đình thờ 亭")})
    (problem,) = refused.value.problems
    assert (problem.code, problem.params["letter"]) == ("plate-glyph", "亭")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({f"{VILLAGE}/notices.yml": NOTICE}, (f"villages/{VILLAGE}/notices.yml", 2, 10)),
        ({f"{VILLAGE}/groups.yml": GROUP}, (f"villages/{VILLAGE}/groups.yml", 2, 26)),
        (
            {INTRODUCTION: TOLD.format(text="|\n      Đầu 😀\n\n      Cuối")},
            (f"villages/{INTRODUCTION}", 4, 15),
        ),
        ({"_units/ha-tinh.yml": UNITS}, ("villages/_units/ha-tinh.yml", 14, 9)),
    ],
)
def test_a_letter_the_font_lacks_is_told_where_it_was_typed(
    tmp_path: Path, files: dict[str, str], where: tuple[str, int, int]
) -> None:
    with pytest.raises(DataError) as refused:
        made(tmp_path, files)
    (problem,) = refused.value.problems
    assert (problem.file, problem.line, problem.column) == where
    assert (problem.code, problem.params["letter"]) == ("plate-glyph", "😀")


def test_a_letter_that_nobody_typed_is_told_at_the_village(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("village_site.handbook.pdf.label", lambda *_, **__: "😀")
    with pytest.raises(DataError) as refused:
        made(tmp_path, {})
    assert [one.file for one in refused.value.problems] == [f"villages/{INTRODUCTION}"]


def test_the_books_of_other_villages_are_written(tmp_path: Path) -> None:
    other = TOLD.format(text="Đất cũ").replace("Nam Bắc Thành", "An")
    files = {"an/village.yml": other, f"{VILLAGE}/notices.yml": NOTICE}
    with pytest.raises(DataError) as refused:
        write_handbooks(atlas(tmp_path, files), tmp_path / "out")
    assert len(refused.value.problems) == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["an.pdf"]


def test_what_the_typesetter_refuses_is_told_at_the_village(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("village_site.handbook.write.words", lambda *_: {})
    with pytest.raises(DataError) as refused:
        made(tmp_path, {})
    (problem,) = refused.value.problems
    assert (problem.file, problem.code) == (f"villages/{INTRODUCTION}", "handbook-refused")
    assert "Nam Bắc Thành" in problem.text("vi")


def test_the_cover_calls_the_village_what_it_is(tmp_path: Path) -> None:
    hamlet = TOLD.format(text="Đất cũ").replace("kind: thôn", "kind: ấp\n    code: 2222-2222")
    assert "mở trang của ấp" in words(made(tmp_path, {INTRODUCTION: hamlet}))


def test_a_very_long_word_stays_on_the_paper(tmp_path: Path) -> None:
    path = made(tmp_path, {INTRODUCTION: TOLD.format(text="a" * 400)})
    document = pypdfium2.PdfDocument(path)
    for page in document:
        for item in page.get_objects():
            assert item.get_bounds()[2] <= page.get_width() - 40
    document.close()


def test_short_items_are_never_cut_by_the_end_of_a_page(tmp_path: Path) -> None:
    groups = "".join(
        f"- {{id: to-{n}, kind: to-tu-quan, name: {n}, area: đầu {n} khu, tasks: cuối {n} việc}}\n"
        for n in range(1, 61)
    )
    told = "".join(
        f"- {{date: {1900 + n}, title: mở {n} năm, text: '{'chuyện ' * n} hết {n} năm'}}\n"
        for n in range(1, 61)
    )
    files = {f"{VILLAGE}/groups.yml": groups, f"{VILLAGE}/history.yml": told}
    pages = [plain(page.extract_text()) for page in PdfReader(made(tmp_path, files)).pages]
    for first, last in (("đầu {} khu", "cuối {} việc"), ("mở {} năm", "hết {} năm")):
        for number in range(1, 61):
            (found,) = [page for page in pages if first.format(number) in page]
            assert last.format(number) in found


def test_an_item_higher_than_a_page_goes_on_over_the_next(tmp_path: Path) -> None:
    text = "\n\n".join(f"Dòng thứ {n}." for n in range(1, 121))
    notice = NOTICE.replace(" 😀", "").replace("Đủ mặt mọi nhà.", f'"{text}"'.replace("\n", "\\n"))
    path = made(tmp_path, {f"{VILLAGE}/notices.yml": notice})
    lines = [page.extract_text().count("Dòng thứ") for page in PdfReader(path).pages]
    assert sum(lines) == 120
    assert max(lines) < 50, "none lies below the end of its page"


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    data = atlas(tmp_path)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")
    write_handbooks(data, folder)
    assert sorted(path.name for path in folder.iterdir()) == ["ghi-chu.txt", f"{VILLAGE}.pdf"]
