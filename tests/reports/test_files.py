"""The files as their readers find them: paper, cells and plain text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zipfile import ZipFile

import pypdfium2  # type: ignore[import-untyped]
import pytest

from tests.campaigns.data import CAMPAIGN, V
from tests.reports.support import commune, paper, pdf_words, rows, sheet
from village_site.problems import DataError
from village_site.reports import Paper
from village_site.reports.write import write_reports

CAMPAIGNS = "_units/cam-binh/campaigns.yml"
HEAD: list[object] = ["TT", "Việc", "Đơn vị", "Chỉ tiêu", "Tuần này", "Luỹ kế", "Tỷ lệ", "Ghi chú"]


def written(found: Paper, folder: Path) -> dict[str, Path]:
    """The files by their endings."""
    return {path.suffix[1:]: path for path in write_reports([found], folder)}


def test_the_paper_reads_as_an_office_files_it(tmp_path: Path) -> None:
    words = pdf_words(written(paper(tmp_path), tmp_path / "out")["pdf"])
    order = [
        "UBND XÃ CẨM BÌNH", "THÔN NAM BẮC THÀNH", "Số: ……/BC",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Cẩm Bình, ngày 06 tháng 11 năm 2026", "BÁO CÁO TUẦN", "Kết quả thực hiện: Đợt ngõ xanh",
        "Tuần 45 năm 2026: từ 02/11/2026 đến hết 06/11/2026", "1. Kết quả các việc", " ".join(map(str, HEAD)),
        "1 Trồng hàng rào hộ 20 14 14 70 %", "Thời gian đã qua: 5/25 ngày (20 %).",
        "2. Luỹ kế của từng tổ, trên chỉ tiêu", "Tổ liên gia 1 5/12", "Tổ liên gia 2 8/8",
        "3. Nhận xét", "Không có.", "4. Khó khăn", "Thiếu cây giống.", "5. Đề xuất", "Xin 100 cây.",
        "Nơi nhận:", "- Ban chỉ đạo xã;", "- Lưu.", "ĐẠI DIỆN THÔN", "(ký, ghi rõ họ tên)", "trang 1/1",
    ]  # fmt: skip
    at = 0
    for text in order:
        found = words.find(text.replace("\u00a0", " "), at)
        assert found >= 0, (text, words[at:])
        at = found + len(text)
    assert "MINH HOẠ" not in words


def test_it_is_an_a4_page_without_a_trace_of_when_it_was_made(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(written(paper(tmp_path), tmp_path / "out")["pdf"])
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    assert document.get_metadata_dict()["CreationDate"] == "D:19700101000000Z"


def test_a_commune_s_paper_names_who_has_not_reported(tmp_path: Path) -> None:
    words = pdf_words(written(commune(tmp_path, "2026-W46"), tmp_path / "out")["pdf"])
    for text in ("Thôn Nam Bắc Thành 15/20 –", "Thôn An 4,5/10 0/4", "2/2 thôn đã gửi báo cáo tuần này."):
        assert text in words, words
    first = pdf_words(written(commune(tmp_path / "b"), tmp_path / "first")["pdf"])
    assert "1/2 thôn đã gửi báo cáo tuần này. Chưa gửi: thôn An." in first


def test_many_villages_and_long_texts_run_over_pages(tmp_path: Path) -> None:
    weekly = CAMPAIGN[f"{V}/weekly.yml"].replace("Thiếu cây giống.", f'"{"Thiếu cây giống. " * 300}"')
    path = written(paper(tmp_path, files={f"{V}/weekly.yml": weekly}), tmp_path / "out")["pdf"]
    assert len(pypdfium2.PdfDocument(path)) > 1
    assert pdf_words(path).count("giống.") == 300


def test_numbers_are_numbers_in_the_spreadsheet(tmp_path: Path) -> None:
    found = sheet(written(commune(tmp_path, "2026-W46"), tmp_path / "out")["xlsx"])
    told = rows(found)
    start = told.index(HEAD)
    assert told[start + 1 : start + 3] == [
        [1, "Trồng hàng rào", "hộ", 30, 3.5, 19.5, 65],
        [2, "Làm vườn", "vườn", 4, 0, 0, 0, "chưa làm"],
    ]
    by_village = told[told.index(["2. Luỹ kế của từng thôn, trên chỉ tiêu"]) + 1 :][:6]
    assert by_village == [
        HEAD,
        ["Thôn Nam Bắc Thành"],
        [1, "Trồng hàng rào", "hộ", 20, 1, 15, 75],
        ["Thôn An"],
        [1, "Trồng hàng rào", "hộ", 10, 2.5, 4.5, 45],
        [2, "Làm vườn", "vườn", 4, 0, 0, 0, "chưa làm"],
    ]
    formats = {
        cell.value: cell.number_format
        for row in found.iter_rows()
        for cell in row
        if cell.value in (30, 3.5, 65)
    }
    assert formats == {30: "#,##0", 3.5: "#,##0.##", 65: '0.0" %"'}
    dates = [cell for row in found.iter_rows() for cell in row if getattr(cell, "is_date", False)]
    assert [(cell.value, cell.number_format) for cell in dates] == [(dt.datetime(2026, 11, 13), "dd/mm/yyyy")]


def test_the_spreadsheet_says_what_the_paper_says(tmp_path: Path) -> None:
    told = [cell for row in rows(sheet(written(paper(tmp_path), tmp_path / "out")["xlsx"])) for cell in row]
    for text in (
        "UBND XÃ CẨM BÌNH", "THÔN NAM BẮC THÀNH", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO TUẦN",
        "Tuần 45 năm 2026: từ 02/11/2026 đến hết 06/11/2026", "Tổ liên gia 2", "đủ chỉ tiêu",
        "4. Khó khăn", "Thiếu cây giống.", "Xin 100 cây.", "Nơi nhận:", "ĐẠI DIỆN THÔN",
    ):  # fmt: skip
        assert text in told


def test_a_share_is_never_rounded_up(tmp_path: Path) -> None:
    text = CAMPAIGN[CAMPAIGNS].replace("target: 30 hộ", "target: 19,51 hộ").split("villages:")
    files = {
        CAMPAIGNS: text[0].rstrip() + "\n",
        "an/progress.csv": CAMPAIGN["an/progress.csv"].replace(";vuon;", ";hang-rao;"),
    }
    found = sheet(written(commune(tmp_path, "2026-W46", files), tmp_path / "out")["xlsx"])
    assert [1, "Trồng hàng rào", "hộ", 19.51, 3.5, 19.5, 99.9] in rows(found)


@pytest.mark.parametrize("text", ["=1+1", "+84", "-2", "@SUM(A1)"])
def test_no_word_becomes_a_formula(tmp_path: Path, text: str) -> None:
    weekly = CAMPAIGN[f"{V}/weekly.yml"].replace("Thiếu cây giống.", f'"{text}"')
    found = sheet(written(paper(tmp_path, files={f"{V}/weekly.yml": weekly}), tmp_path / "out")["xlsx"])
    (cell,) = (cell for row in found.iter_rows() for cell in row if cell.value == text)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_equal_data_equal_bytes(tmp_path: Path) -> None:
    first, again = (written(commune(tmp_path / name), tmp_path / "out" / name) for name in ("a", "b"))
    assert {ending: path.read_bytes() for ending, path in first.items()} == {
        ending: path.read_bytes() for ending, path in again.items()
    }
    with ZipFile(first["xlsx"]) as parts:
        assert b"2026-11-06T00:00:00Z" in parts.read("docProps/core.xml")


def test_made_up_figures_are_marked_on_every_file(tmp_path: Path) -> None:
    text = CAMPAIGN[CAMPAIGNS].replace("introduction: Cả xã cùng làm.", "illustrative: yes")
    made = written(paper(tmp_path, files={CAMPAIGNS: text}), tmp_path / "out")
    mark = "DỮ LIỆU MINH HOẠ, không phải báo cáo thật."
    assert pdf_words(made["pdf"]).count(mark) == 2  # the head, and the foot of the page
    assert [mark] in rows(sheet(made["xlsx"]))
    assert "Dữ liệu minh hoạ" in made["txt"].read_text(encoding="utf-8")


def test_a_letter_the_font_lacks_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    text = CAMPAIGN[CAMPAIGNS].replace("Đợt ngõ xanh", "Đợt ngõ 道")
    found = paper(tmp_path, files={CAMPAIGNS: text})
    with pytest.raises(DataError) as refused:
        write_reports([found], tmp_path / "out")
    assert {problem.code for problem in refused.value.problems} == {"plate-glyph"}
    assert not (tmp_path / "out").exists()


def test_markup_of_the_typesetter_is_only_text(tmp_path: Path) -> None:
    weekly = CAMPAIGN[f"{V}/weekly.yml"].replace("Thiếu cây giống.", "'#panic() *đậm* $x$ \\\\'")
    words = pdf_words(written(paper(tmp_path, files={f"{V}/weekly.yml": weekly}), tmp_path / "out")["pdf"])
    assert "#panic() *đậm* $x$ \\" in words
