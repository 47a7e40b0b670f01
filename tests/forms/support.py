"""Forms of small data folders, and what a printer and a reader make of the PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader

from village_site.atlas import Atlas
from village_site.forms import write_forms
from village_site.forms.content import Form, forms
from village_site.model.kinds import Kind

POINTS_IN_A_MILLIMETRE = 72 / 25.4
VILLAGE = "nam-bac-thanh"
CODE = "2222-222R"
HOUSE = {
    f"{VILLAGE}/roads.yml": "- {id: truc, name: Đường Trục thôn 2}",
    f"{VILLAGE}/households.yml": "- {id: nha-12, road: truc, number: 12}",
}
REAL = """
    schema: 1
    name: Làng thật
    publisher: UBND xã Cẩm Bình
    report_to: Bộ phận một cửa của xã
    codes: {base_url: "https://thon.vn"}
    contacts: [{role: Văn phòng UBND xã, phone: 0239 3892 689}]
"""


def written(data: Atlas, folder: Path, *households: str) -> dict[str, Path]:
    """The forms by the names of their files."""
    return {path.name: path for path in write_forms(data, folder, households=households)}


def form_of(data: Atlas, kind: Kind[Any], number: int = 0) -> Form:
    """A village's consent (0) or withdrawal (1)."""
    return forms(data, data.by_id[VILLAGE], kind)[number]


def strings(words: Any) -> Iterator[str]:
    """Every text within what a template reads."""
    if isinstance(words, str):
        yield from [words] if words else []
    elif isinstance(words, dict | list):
        for part in words.values() if isinstance(words, dict) else words:
            yield from strings(part)


def spoken(pdf: Path) -> tuple[str, str]:
    """The text of a PDF as two readers find it, spaces made equal."""
    document = pypdfium2.PdfDocument(pdf)
    one = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    two = " ".join(page.extract_text() for page in PdfReader(pdf, strict=True).pages)
    return plain(one), plain(two)


def plain(text: str) -> str:
    """A text with single spaces."""
    return re.sub(r"\s+", " ", text)


def pages(pdf: Path) -> int:
    """How many pages."""
    return len(PdfReader(pdf).pages)


@dataclass(frozen=True)
class Drawn:
    """Something on a page; measures in points."""

    page: int
    is_text: bool
    left: float
    foot: float
    right: float
    top: float

    def is_over(self, x: float, y: float) -> bool:
        """True when it covers a point."""
        return self.left < x < self.right and self.foot < y < self.top


def drawn(pdf: Path) -> Iterator[Drawn]:
    """Everything that is drawn on the pages."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        for item in page.get_objects():
            assert item.type in (pypdfium2.raw.FPDF_PAGEOBJ_TEXT, pypdfium2.raw.FPDF_PAGEOBJ_PATH)
            yield Drawn(number, item.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT, *item.get_bounds())
    document.close()


def sizes(pdf: Path) -> list[tuple[str, float]]:
    """Each character with the size of its type, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            letter = text.get_text_range(index, 1)
            found.append((letter, pypdfium2.raw.FPDFText_GetFontSize(text, index)))
    document.close()
    return found
