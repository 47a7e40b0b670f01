"""Reports of the tests' small campaign, and what readers make of the files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]
from pypdf import PdfReader

from tests.campaigns.data import LAST, V, campaign
from village_site.reports import Paper, papers

WEEK = "2026-W45"


def paper(
    tmp_path: Path, week: str = WEEK, files: dict[str, str] | None = None, day: dt.date = LAST
) -> Paper:
    """The village's report."""
    atlas, _ = campaign(tmp_path, files, day)
    (found,) = papers(atlas, atlas.by_id[V], week)
    return found


def commune(
    tmp_path: Path, week: str = WEEK, files: dict[str, str] | None = None, day: dt.date = LAST
) -> Paper:
    """The commune's."""
    atlas, _ = campaign(tmp_path, files, day)
    (found,) = papers(atlas, atlas.units["cam-binh"], week)
    return found


def pdf_words(path: Path) -> str:
    """The text of a PDF in the order drawn, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def sheet(path: Path) -> Worksheet:
    """The only sheet of a workbook."""
    book = openpyxl.load_workbook(path)
    assert len(book.sheetnames) == 1
    return book.active


def rows(found: Worksheet) -> list[list[object]]:
    """The cells of every row that holds anything, without those that are empty at its end."""
    told = []
    for row in found.iter_rows(values_only=True):
        cells = list(row)
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if cells:
            told.append(cells)
    return told
