"""The report as a spreadsheet: numbers are numbers, words are words and never formulas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from village_site.catalogue import label
from village_site.exports.spreadsheet import cell
from village_site.reports.figures import Line
from village_site.reports.paper import Paper

_WIDTHS = (5, 42, 9, 10, 10, 10, 9, 24)
_LAST = len(_WIDTHS) - 1
# What a cell looks like; Excel shows the comma and the dot of the reader's own country.
_LOOKS: dict[str, dict[str, object]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "bold": {"bold": True, "text_wrap": True, "valign": "top"},
    "centre": {"align": "center"},
    "title": {"bold": True, "align": "center", "font_size": 14},
    "head": {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True},
    "cell": {"border": 1, "text_wrap": True, "valign": "top"},
    "number": {"border": 1, "num_format": "#,##0.##", "valign": "top"},
    "whole": {"border": 1, "num_format": "#,##0", "valign": "top"},
    "percent": {"border": 1, "num_format": '0.0" %"', "valign": "top"},
    "date": {"num_format": "dd/mm/yyyy", "align": "left"},
}


def spreadsheet(paper: Paper) -> bytes:
    """The workbook, one sheet, ready to be printed on A4."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    made = dt.datetime.combine(paper.date, dt.time())
    book.set_properties({"title": paper.about, "created": made})
    sheet = book.add_worksheet(label("weekly-sheet", "vi"))
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    _Sheet(book, sheet).write(paper)
    book.close()
    return out.getvalue()


class _Sheet:
    """Writes rows from the top down."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._row = 0
        self._looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
        # A word that looks like a formula is marked as a word, as Excel's own apostrophe does.
        self._quoted = {
            name: book.add_format({**look, "quote_prefix": True}) for name, look in _LOOKS.items()
        }

    def write(self, paper: Paper) -> None:
        """The whole report."""
        self._title(paper)
        self._line(label("weekly-items", "vi"), "bold")
        self._head()
        for number, line in enumerate(paper.lines, 1):
            self._item(number, line)
        self._line(paper.elapsed)
        self._row += 1
        by_village = not paper.author.village
        self._line(label("weekly-by-village" if by_village else "weekly-by-group", "vi"), "bold")
        if paper.parts:
            self._head()
        for part in paper.parts:
            self._words(0, part.name, "head", until=_LAST)
            self._row += 1
            for number, one in enumerate(part.lines, 1):
                if one is not None:
                    self._item(number, one)
        self._lines(() if paper.parts else (label("weekly-no-parts", "vi"),))
        self._lines(paper.told.reported)
        for name in ("remarks", "difficulties", "proposals"):
            self._row += 1
            self._line(label(f"weekly-{name}", "vi"), "bold")
            self._lines(getattr(paper.told, name) or (label("weekly-nothing", "vi"),))
        self._foot(paper)

    def _title(self, paper: Paper) -> None:
        above, village = paper.office
        rows = (
            (above, label("weekly-state", "vi")),
            (village, label("weekly-motto", "vi")),
            (label("weekly-number", "vi"), paper.place_and_date),
        )
        for left, right in rows:
            self._words(0, left, "centre", until=2)
            self._words(3, right, "centre", until=_LAST)
            self._row += 1
        self._row += 1
        for text, look in (
            (label("weekly-title", "vi"), "title"),
            (paper.about, "centre"),
            (paper.period, "centre"),
            *((note, "title") for note in paper.notes),
        ):
            self._words(0, text, look, until=_LAST)
            self._row += 1
        self._words(0, label("weekly-date", "vi"), "text")
        self._sheet.write_datetime(
            self._row, 1, dt.datetime.combine(paper.date, dt.time()), self._looks["date"]
        )
        self._row += 2

    def _head(self) -> None:
        names = ("number-column", "item", "unit", "target", "week", "so-far", "share", "remark")
        for column, name in enumerate(names):
            self._words(column, label(f"weekly-{name}", "vi"), "head")
        self._row += 1

    def _item(self, number: int, line: Line) -> None:
        self._sheet.write_number(self._row, 0, number, self._looks["whole"])
        self._words(1, line.name, "cell")
        self._words(2, line.unit, "cell")
        share = line.done * 100 / line.target if line.done is not None and line.target else None
        self._number(3, line.target)
        self._number(4, line.week if line.done is not None else None)
        self._number(5, line.done)
        # Rounded down: 99,96 % is not all of it.
        self._number(6, share.quantize(Decimal("0.1"), ROUND_DOWN) if share is not None else None, "percent")
        self._words(7, line.remark, "cell")
        self._row += 1

    def _foot(self, paper: Paper) -> None:
        self._row += 1
        self._words(0, label("weekly-receivers", "vi"), "bold", until=2)
        self._words(4, paper.author.signs, "title", until=_LAST)
        self._row += 1
        for number, text in enumerate(paper.author.receivers):
            self._words(0, text, "text", until=2)
            if not number:
                self._words(4, label("weekly-sign-here", "vi"), "centre", until=_LAST)
            self._row += 1

    def _number(self, column: int, number: Decimal | None, look: str = "") -> None:
        look = look or ("whole" if number is None or number == number.to_integral_value() else "number")
        if number is None:
            self._sheet.write_blank(self._row, column, None, self._looks[look])
        else:
            self._sheet.write_number(self._row, column, float(number), self._looks[look])

    def _lines(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._line(text)

    def _line(self, text: str, look: str = "text") -> None:
        self._words(0, text, look, until=_LAST)
        self._row += 1

    def _words(self, column: int, text: str, look: str, *, until: int = 0) -> None:
        """A text in one cell, or in one that runs on to the column `until`."""
        shown = self._look(text, look)
        if until:
            self._sheet.merge_range(self._row, column, self._row, until, "", shown)
        self._sheet.write_string(self._row, column, text, shown)

    def _look(self, text: str, look: str) -> Format:
        return (self._looks if cell(text) == text else self._quoted)[look]
