"""The symbols and their list, for whoever prints."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from village_site.atlas import Atlas
from village_site.checks.codes import ALPHANUMERIC
from village_site.files import write_new
from village_site.labels import name_of

COLUMNS = ("code", "url", "file", "kind", "village", "label")


def code_url(base_url: str, code: str) -> str:
    """The address in a symbol: all upper case at a domain's root, where every character is in the dense
    alphanumeric mode; as typed where there is a path, since paths tell capitals from small letters."""
    base = base_url.rstrip("/")
    scheme, _, rest = base.partition("://")
    if "/" not in rest and set(base.upper()) <= ALPHANUMERIC:
        return f"{base.upper()}/Q/{code}/"
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}{slash}{path}/Q/{code}/"


def write_symbols(atlas: Atlas, folder: Path) -> int:
    """Writes `<CODE>.svg` for each printed record, and `codes.csv`; gives the number of symbols."""
    from village_site.qr import svg, symbols  # here, so that only the process that draws pays for loading it

    coded = [
        item for item in atlas.coded() if item.record and item.place and item.primary and item.kind.printed
    ]
    base = atlas.dataset.site.codes.base_url
    folder.mkdir(parents=True, exist_ok=True)
    made = symbols([code_url(base, item.code) for item in coded])
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for item, symbol in zip(coded, made, strict=True):
        assert item.place is not None
        name = f"{item.code}.svg"
        write_new(f"{folder}/{name}", svg(symbol))
        label = name_of(item.place, item.record)
        rows.writerow((item.code, symbol.text, name, item.kind.name, item.place.id, _cell(label)))
    write_new(f"{folder}/codes.csv", "\ufeff" + out.getvalue())  # spreadsheets know UTF-8 by this mark only
    return len(coded)


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
