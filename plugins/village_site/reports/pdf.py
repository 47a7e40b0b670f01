"""The report on paper: A4, laid out by typst from `templates/reports/weekly.typ`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import typst

from village_site.catalogue import label
from village_site.plates.glyphs import characters, missing
from village_site.problems import DataError, Problem, at
from village_site.reports.figures import Line, Part
from village_site.reports.paper import Paper
from village_site.values import number_text

_PACKAGE = files("village_site")
_FONT = "Be Vietnam Pro"
_FONT_FILES = ("BeVietnamPro-Medium.ttf", "BeVietnamPro-Bold.ttf")
_NOTHING = "–"


def pdfs(papers: Sequence[Paper]) -> tuple[bytes, ...]:
    """The papers laid out. Raises DataError when the font lacks a letter of any."""
    worded = [(paper, words(paper)) for paper in papers]
    with as_file(_PACKAGE / "fonts") as fonts:
        known = frozenset.intersection(*(characters(Path(fonts) / name) for name in _FONT_FILES))
        if found := [one for paper, texts in worded for one in _unprintable(paper, texts, known)]:
            raise DataError(found)
        compiler = typst.Compiler(
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
            )
        )
        return tuple(_pdf(compiler, texts) for _, texts in worded)


def words(paper: Paper) -> dict[str, Any]:
    """Every text of the paper, in the order of the template."""
    by_village = not paper.author.village
    numbers = [str(number) for number, _ in enumerate(paper.lines, 1)]
    return {
        "state": label("weekly-state", "vi"),
        "motto": label("weekly-motto", "vi"),
        "office": paper.office,
        "number": label("weekly-number", "vi"),
        "date": paper.place_and_date,
        "title": label("weekly-title", "vi"),
        "about": paper.about,
        "period": paper.period,
        "notes": paper.notes,
        "items": {
            "heading": label("weekly-items", "vi"),
            "head": head(),
            "rows": [[number, *_cells(line)] for number, line in zip(numbers, paper.lines, strict=True)],
            "foot": paper.elapsed,
        },
        "parts": {
            "heading": label("weekly-by-village" if by_village else "weekly-by-group", "vi"),
            "head": [label("weekly-village" if by_village else "weekly-group", "vi"), *numbers],
            "rows": [[part.name, *_shares(part)] for part in paper.parts],
            "foot": label("weekly-columns" if paper.parts else "weekly-no-parts", "vi"),
        },
        "reported": paper.told.reported,
        "said": [
            {"heading": label(f"weekly-{name}", "vi"), "texts": getattr(paper.told, name)}
            for name in ("remarks", "difficulties", "proposals")
        ],
        "nothing": label("weekly-nothing", "vi"),
        "receivers": [label("weekly-receivers", "vi"), *paper.author.receivers],
        "signs": paper.author.signs,
        "sign": label("weekly-sign-here", "vi"),
        "page": label("weekly-page", "vi"),
    }


def head() -> list[str]:
    """The heads of the table of items."""
    names = ("number-column", "item", "unit", "target", "week", "so-far", "share", "remark")
    return [label(f"weekly-{name}", "vi") for name in names]


def _cells(line: Line) -> list[str]:
    target, week, done = _number(line.target), _number(line.week), _number(line.done)
    return [
        line.name,
        line.unit,
        target,
        week if line.done is not None else _NOTHING,
        done,
        line.percent,
        line.remark,
    ]


def _shares(part: Part) -> list[str]:
    """“18/20” under each item's number."""
    return [_share(line) for line in part.lines]


def _share(line: Line | None) -> str:
    if line is None or (line.done is None and line.target is None):
        return _NOTHING
    return _number(line.done) if line.target is None else f"{_number(line.done)}/{_number(line.target)}"


def _number(number: Decimal | None) -> str:
    return number_text(number, "vi") if number is not None else _NOTHING


def _pdf(compiler: typst.Compiler, texts: dict[str, Any]) -> bytes:
    """Words reach typst as data only, so that none is ever taken for markup."""
    source: Any = {  # typst's annotations know of single files only
        "main.typ": (_PACKAGE / "templates" / "reports" / "weekly.typ").read_bytes(),
        "report.json": json.dumps(texts, ensure_ascii=False).encode(),
    }
    made = compiler.compile(source, format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


def _unprintable(paper: Paper, texts: Any, known: frozenset[int]) -> Iterator[Problem]:
    """Letters that would vanish from the paper unseen."""
    for text in dict.fromkeys(_all(texts)):
        for letter in missing(" ".join(text.split()), known):
            yield at(
                paper.where,
                "plate-glyph",
                letter=letter if letter.isprintable() else " ",
                number=f"U+{ord(letter):04X}",
                found=text,
                font=_FONT,
            )


def _all(texts: Any) -> Iterator[str]:
    if isinstance(texts, str):
        yield texts
    else:
        for one in texts.values() if isinstance(texts, dict) else texts:
            yield from _all(one)
