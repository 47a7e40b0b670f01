"""Text in spreadsheets."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"(?:^|(?<=;))(?=\s*[=+\-@＝＋－＠])|^(?=[\t\r\n])")
"""Where a formula could begin: at a cell's beginning, and behind a semicolon, which is what separates cells
where the comma is the decimal mark, as in Vietnamese. Some spreadsheets take full-width signs as well."""


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: where one could begin stands an apostrophe."""
    return _FORMULA.sub("'", text)
