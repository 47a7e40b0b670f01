"""The handbook on paper: A4, laid out by typst from `templates/handbook/handbook.typ`."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst

from village_site.atlas import Atlas, code_of
from village_site.catalogue import label
from village_site.codes.alphabet import shown
from village_site.exports.codes import code_url
from village_site.handbook.content import Book
from village_site.handbook.convert import texts
from village_site.problems import DataError, at
from village_site.qr import svg, symbols
from village_site.reckon.emergency import IN_DANGER
from village_site.render import capital

_PACKAGE: Final = files("village_site")
_SYMBOL: Final = "symbol.svg"
_STANDARD: Final = "ua-1"
"""PDF/UA-1, ISO 14289-1: the file can be read aloud. typst refuses what breaks it, such as a picture without
words."""


def words(atlas: Atlas, book: Book) -> dict[str, Any]:
    """Every text of the book, in the order of the template."""
    place, day = book.place, f"{atlas.day:%d/%m/%Y}"
    base = atlas.dataset.site.codes.base_url.rstrip("/")
    code = code_of(place.village)
    where = ", ".join(unit.full_name for unit in place.seat.chain) if place.seat is not None else ""
    address = f"{base.partition('://')[2].lower()}/{place.url}"
    return {
        "title": label("handbook-title", "vi", village=place.name),
        "kind": label("handbook-kind", "vi", kind=place.village.kind),
        "name": capital(place.name),
        "where": where,
        "numbers": [
            {"number": phone.display, "of": label(f"emergency-{phone.digits}", "vi")} for phone in IN_DANGER
        ],
        "symbol": _SYMBOL if code else "",
        "code": label("handbook-code", "vi", code=shown(code)) if code else "",
        "scan": (
            label("handbook-scan", "vi", kind=place.village.kind) if code else label("handbook-newest", "vi")
        ),
        "address": address,
        "printed": label("handbook-printed", "vi", day=day),
        "sample": label("page-sample", "vi") if place.village.illustrative else "",
        "contents": label("handbook-contents", "vi"),
        "page": label("handbook-page", "vi"),
        "turn": label("handbook-turn", "vi"),
        "foot": label("handbook-foot", "vi", village=capital(place.name), day=day),
        "report": label("page-report", "vi", office=place.report_to),
        "parts": [
            {
                "title": part.title,
                "id": part.id,
                "sections": [
                    {"title": one.title, "id": one.id, "blocks": one.blocks} for one in part.sections
                ],
            }
            for part in book.parts
        ],
    }


def pdf(atlas: Atlas, book: Book, told: dict[str, Any], fonts: Path) -> bytes:
    """The book laid out. Words reach typst as data only, so that none is ever taken for markup.

    Raises DataError when typst refuses it.
    """
    source: Any = {  # typst's annotations know of single files only
        "main.typ": (_PACKAGE / "templates" / "handbook" / "handbook.typ").read_bytes(),
        "book.json": json.dumps(told, ensure_ascii=False).encode(),
    }
    pictures = dict(book.files)
    if code := code_of(book.place.village):
        (symbol,) = symbols([code_url(atlas.dataset.site.codes.base_url, code)])
        pictures[_SYMBOL] = svg(symbol).encode()
    with TemporaryDirectory() as root:  # what is handed over otherwise must be text
        for name, content in pictures.items():
            (Path(root) / name).write_bytes(content)
        ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
        try:
            made = typst.Compiler(root=root, font_paths=ours).compile(
                source, format="pdf", root=root, timestamp=0, pdf_standards=[_STANDARD]
            )
        except typst.TypstError as fault:
            where = book.place.village.origin.place()
            refused = at(where, "handbook-refused", village=book.place.name, found=fault.message)
            raise DataError([refused]) from fault
    assert isinstance(made, bytes)
    return made


def printed(book: Book, told: dict[str, Any]) -> list[str]:
    """Every text that is printed, each once."""
    return list(dict.fromkeys((*texts(told), *book.drawn)))
