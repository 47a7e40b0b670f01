"""The handbook of the fullest village of the sample, against what its pages on the site say."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from tests.handbook.support import page_words, pictures, plain, words, written
from tests.site.conftest import ROOT
from tests.support import DAY
from village_site.atlas import Atlas
from village_site.pages.compose import plan
from village_site.pages.writer import Writer
from village_site.render import environment
from village_site.site import open_atlas

V = "rach-mau"
# What a page has for the screen alone, and the book for good reason not.
SCREEN = """
    Bạn đang ở Trang chủ Về mục lục Trang này có Xem trên bản đồ Chỉ đường đến đây bằng Google Maps Apple OpenStreetMap
    Trang gọn của nơi này Tải bản đồ tệp (tệp GeoJSON) Đưa lịch này vào điện thoại (.ics) Xem tất cả Nhìn quanh 360°
    English Theo dõi thông báo mới bằng bộ đọc tin (RSS/Atom) Lưu mọi liên hệ (.vcf)
"""
GONE = (
    ".vs-crumbs, .vs-contents, .vs-alert, script, style, button, details:has(.vs-aloud), .vs-hidden, .vs-all, "
    ".vs-take, .vs-go, section[aria-labelledby=notice-over-h], #dua-vao-dien-thoai, .vs-foot, #nguon, h1, .vs-chapter, "
    "#an-toan"
)


@pytest.fixture(scope="module")
def sample() -> Atlas:
    found, _ = open_atlas(ROOT / "villages", DAY)
    return found


@pytest.fixture(scope="module")
def pdf(sample: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(sample, tmp_path_factory.mktemp("handbook"), V)


@pytest.fixture(scope="module")
def sheets(pdf: Path) -> list[str]:
    """The text of each page of the book."""
    return [plain(page.extract_text()) for page in PdfReader(pdf, strict=True).pages]


@pytest.fixture(scope="module")
def book(sheets: list[str]) -> str:
    return " ".join(sheets)


@pytest.fixture(scope="module")
def pages(sample: Atlas) -> dict[str, str]:
    """The village's page and those below it, as the site has them."""
    env = environment("vi")
    found = {}
    for one in plan(sample):
        if one.url.startswith(f"thon/{V}/"):
            made = one.make(Writer(env, sample, "../" * one.url.count("/")))
            found[one.url.removeprefix(f"thon/{V}/")] = str(made.html)
    return found


def test_the_village_s_own_pages_are_many(pages: dict[str, str]) -> None:
    assert set(pages) >= {"", "dia-diem/", "su-kien/", "thong-bao/", "van-ban/", "y-kien/"}


def test_every_section_of_the_page_has_its_heading(book: str, pages: dict[str, str]) -> None:
    titles = re.findall(r'<h2 id="[^"]*-h">([^<]+)</h2>', pages[""])
    assert len(titles) > 20
    assert [title for title in titles if plain(title) not in book] == []


def test_no_word_of_the_pages_is_lost(book: str, pages: dict[str, str]) -> None:
    known = set(book.split()) | set(re.findall(r"\w+", book)) | set(SCREEN.split())
    for name, html in pages.items():
        tree = LexborHTMLParser(html)
        for node in tree.css(GONE):
            node.decompose()
        lost = {
            word
            for word in page_words(tree.html or "", "p, li, dt, dd, th, td, h2, h3, h4, figcaption, summary")
            if word not in known and not set(re.findall(r"\w+", word)) <= known
        }
        if name == "":  # there the newest of each list stand, with fewer words
            lost -= {word for word in lost if word.strip("()").isdigit()}
        assert lost == set(), name


def test_emergencies_come_first_then_whom_to_call_then_the_chapters(book: str) -> None:
    text = book[book.index("Mục lục") :]
    text = text[text.index("Trang 2/") :]
    order = [
        "Khi khẩn cấp, gọi cho ai", "115", "Gọi ai", "Nói gì khi gọi", "Đi đâu", "Nước tới đâu thì làm gì",
        "Gọi cho ai", "Trưởng ấp", "Về nơi này", "Giới thiệu", "Thông báo, hỏi đáp", "Nơi chốn, đường sá",
        "Tiêu chí, số liệu", "Làm ăn, mua bán", "Tổ nhóm, đoàn thể", "Lịch sử", "Nguồn",
    ]  # fmt: skip
    at = 0
    for title in order:
        found = text.find(title, at)
        assert found >= 0, title
        at = found + len(title)


def test_the_cover_names_the_village_its_day_and_where_the_newest_is(sheets: list[str]) -> None:
    cover = sheets[0]
    for text in (
        "Sổ tay của ấp", "Ấp Rạch Mẫu", "xã Trí Phải, tỉnh Cà Mau", "Dữ liệu minh hoạ", "115 Cấp cứu", "114", "113",
        "In ngày 21/11/2026", f"lang.example/thon/{V}/", "Mã PTJ7-3KXF",
    ):  # fmt: skip
        assert text in cover, cover


def test_its_symbol_leads_to_the_village(pdf: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=2).to_pil()
    document.close()
    (symbol,) = zxingcpp.read_barcodes(
        picture, zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCodeModel2])
    )
    assert symbol.text == "HTTPS://LANG.EXAMPLE/Q/PTJ73KXF/"


def test_every_page_but_the_cover_has_its_number(pdf: Path, sheets: list[str]) -> None:
    assert "Trang 1/" not in sheets[0]
    for number, text in enumerate(sheets[1:], 2):
        assert f"Trang {number}/{len(sheets)}" in text
    for page in PdfReader(pdf).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_the_contents_say_the_right_pages(sheets: list[str]) -> None:
    entries = re.findall(r"([^.\d][^.]*?)[ .]{3,} (\d+)", sheets[1].removeprefix("Mục lục"))
    assert len(entries) > 30
    for title, number in entries:
        assert plain(title) in sheets[int(number) - 1], (title, number)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Nước tới đâu thì làm gì 1,2 m ở thước nước", "Đã từng tới: tháng 10/2021, tháng 10/2024."),
        ("Về nơi này xã Trí Phải", "Địa chỉ trước đây"),
        ("Hỏi ý kiến Dữ liệu minh hoạ Bà con có hài lòng", "5 hộ (hơn 9 %)"),
        ("Vườn sinh thái bờ đông Vườn sinh thái", "Có từ năm 2022"),
        ("Camera an ninh Nơi này có camera an ninh.", "thì làm đơn ở đây."),
        ("Đường ấp có đèn", "tháng 10/2026: 2,1 km"),
    ],
)
def test_what_belongs_together_stands_on_one_page(sheets: list[str], first: str, last: str) -> None:
    (found,) = [sheet for sheet in sheets if first in sheet]
    assert last in found[found.index(first) :]


def test_what_stands_elsewhere_in_the_book_is_named_by_its_page(sheets: list[str]) -> None:
    (number,) = set(re.findall(r"Quy ước 01/2026/QU-MẪU \(trang (\d+)\)", " ".join(sheets)))
    assert "Quy ước của ấp Rạch Mẫu (sửa đổi)" in sheets[int(number) - 1]


def test_links_to_other_sites_are_written_out(book: str) -> None:
    assert "(van-ban.example/hop-dan-2026)" in book
    assert "cho-que.example/kho-ca-sac" in book.replace("- ", "-")


def test_photographs_are_printed_at_a_sane_size(pdf: Path) -> None:
    found = list(pictures(pdf))
    assert len(found) == 3
    for width, height in found:
        assert 40 < width <= 116
        assert height <= 79


def test_it_is_black_and_white_but_for_photographs(pdf: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        if any(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])):
            continue
        picture = page.render(scale=0.5).to_pil().convert("RGB")
        spread = max(max(one) - min(one) for _, one in picture.getcolors(picture.width * picture.height))
        assert spread < 24, number + 1
    document.close()


def test_it_can_be_read_aloud_and_its_headings_leave_no_step_out(pdf: Path) -> None:
    document = PdfReader(pdf)
    root = document.root_object
    assert str(root["/Lang"]) == "vi"
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert document.metadata is not None
    assert document.metadata.title == "Sổ tay ấp Rạch Mẫu"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()  # type: ignore[attr-defined]
    assert len(document.outline) > 8


def test_equal_data_equal_bytes(pdf: Path, sample: Atlas, tmp_path: Path) -> None:
    assert written(sample, tmp_path, V).read_bytes() == pdf.read_bytes()
    assert b"D:1970" in pdf.read_bytes() or b"/CreationDate" not in pdf.read_bytes()


def test_a_village_of_which_little_is_known_has_a_short_one(sample: Atlas, tmp_path: Path) -> None:
    path = written(sample, tmp_path, "bong-giang-2")
    assert len(PdfReader(path).pages) <= 3
    text = words(path)
    for part in (
        "Thôn Bồng Giang 2",
        "xã Mai Hoa, tỉnh Hà Tĩnh",
        "115",
        "Nói gì khi gọi",
        "Địa chỉ trước đây",
    ):
        assert part in text
