"""Handbooks, and what a reader and a printer make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from tests.support import atlas
from village_site.atlas import Atlas
from village_site.handbook import write_handbooks

VILLAGE = "nam-bac-thanh"


def made(tmp_path: Path, files: dict[str, str]) -> Path:
    """The handbook of the one village of a small data folder."""
    return written(atlas(tmp_path, files), tmp_path / "out", VILLAGE)


def written(data: Atlas, folder: Path, village: str) -> Path:
    """The handbook of a village."""
    (path,) = write_handbooks(data, folder, [village])
    return path


def words(pdf: Path) -> str:
    """All text of a PDF, with single spaces."""
    return plain(" ".join(page.extract_text() for page in PdfReader(pdf, strict=True).pages))


def plain(text: str) -> str:
    """A text with single spaces, and without the marks where a long word may break."""
    return re.sub(r"\s+", " ", text.replace("\u200b", "")).strip()


def page_words(html: str, selector: str) -> set[str]:
    """Every word of the elements a selector finds on a page."""
    tree = LexborHTMLParser(html)
    return {word for node in tree.css(selector) for word in node.text(separator=" ").split()}


def pictures(pdf: Path) -> Iterator[tuple[float, float]]:
    """Width and height of every photograph, in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
            left, foot, right, top = item.get_bounds()
            yield (right - left) * 25.4 / 72, (top - foot) * 25.4 / 72
    document.close()


def photographs(pdf: Path) -> list[Image.Image]:
    """Every photograph, in its own size."""
    document = pypdfium2.PdfDocument(pdf)
    found = [
        item.get_bitmap().to_pil().convert("RGB")
        for page in document
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    ]
    document.close()
    return found


def type_sizes(pdf: Path) -> set[float]:
    """The sizes of type in use, in points; texts within drawings are left out."""
    document = pypdfium2.PdfDocument(pdf)
    found = set()
    for page in document:
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
            size = item.get_font_size() if hasattr(item, "get_font_size") else 0.0
            if size:
                found.add(round(size, 1))
    document.close()
    return found
