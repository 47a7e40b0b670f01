"""Data folders with plates in them, and what a printer and a phone make of the PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from pypdf import PdfReader

from tests.support import atlas, codes_of
from village_site.atlas import Atlas
from village_site.codes.alphabet import ALPHABET, check_symbol, shown
from village_site.exports import code_url

__all__ = ["atlas", "codes_of"]

MODEL_2 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
POINTS_IN_A_MILLIMETRE = 72 / 25.4
VILLAGE = "nam-bac-thanh"


def codes() -> Iterator[str]:
    """Valid codes as files show them, always the same ones."""
    for body in product(ALPHABET, repeat=7):
        yield shown("".join(body) + check_symbol("".join(body)))


CODES = tuple(islice(codes(), 40))

SITE = """
    schema: 1
    name: Làng thật
    publisher: Nhóm làm trang
    report_to: Bộ phận một cửa của xã
    codes: {{base_url: "{}"}}
"""

ROAD = """
    - id: truc
      code: {code}
      name: {name}
"""


def site(base_url: str) -> dict[str, str]:
    """The site's file with another address in the symbols."""
    return {"_site.yml": SITE.format(base_url)}


def road(name: str, code: str = CODES[0], more: str = "") -> dict[str, str]:
    """A village with one road."""
    return {f"{VILLAGE}/roads.yml": ROAD.format(code=code, name=name) + more}


def houses(*records: str) -> dict[str, str]:
    """Households on the road `truc`, each given by its further fields in flow style."""
    lines = [
        f"- {{id: ho-{n}, code: {CODES[n]}, road: truc{', ' if record else ''}{record}}}"
        for n, record in enumerate(records, 1)
    ]
    return {f"{VILLAGE}/households.yml": "\n".join(lines) + "\n"}


def urls(data: Atlas, *shown_codes: str) -> list[str]:
    """What the symbols of these codes say."""
    return [code_url(data.dataset.site.codes.base_url, code.replace("-", "")) for code in shown_codes]


def decoded(pdf: Path, dpi: int = 100) -> list[list[str]]:
    """What a decoder reads from each page, drawn at so many dots an inch, in the order it lies there."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        image = page.render(scale=dpi / 72).to_pil().convert("L")
        read = zxingcpp.read_barcodes(image, MODEL_2)
        read.sort(key=lambda symbol: (symbol.position.top_left.y // 50, symbol.position.top_left.x))
        found.append([symbol.text for symbol in read])
    document.close()
    return found


def texts(pdf: Path) -> list[str]:
    """The text a person can select on each page, lines joined."""
    document = pypdfium2.PdfDocument(pdf)
    found = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return found


def letter_height(pdf: Path, words: str, page: int = 0) -> float:
    """How high the first letter of some words stands on a page, in mm."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    found = text.search(words, match_case=True).get_next()
    assert found is not None, words
    _, foot, _, top = text.get_charbox(found[0])
    document.close()
    return float(top - foot) / POINTS_IN_A_MILLIMETRE


def boxes(pdf: Path) -> tuple[tuple[float, float], ...]:
    """Width and height of the first page's media, bleed and trim boxes, in mm."""
    page = PdfReader(pdf, strict=True).pages[0]
    return tuple(
        (
            round(float(box.width) / POINTS_IN_A_MILLIMETRE, 2),
            round(float(box.height) / POINTS_IN_A_MILLIMETRE, 2),
        )
        for box in (page.mediabox, page.bleedbox, page.trimbox)
    )
