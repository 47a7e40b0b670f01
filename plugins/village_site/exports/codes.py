"""The symbols and their list, for whoever prints."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from village_site.atlas import Atlas, Coded
from village_site.checks.address import ALPHANUMERIC
from village_site.exports.spreadsheet import cell
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


def write_symbols(base_url: str, codes: Sequence[str], folder: Path) -> None:
    """Writes `<CODE>.svg` for each code."""
    from village_site.qr import svg, symbols  # here, so that only the process that draws pays for loading it

    for code, symbol in zip(codes, symbols([code_url(base_url, code) for code in codes]), strict=True):
        write_new(f"{folder}/{code}.svg", svg(symbol))


def write_list(atlas: Atlas, folder: Path) -> int:
    """Writes `codes.csv` of all that is printed and gives the number of its rows."""
    base = atlas.dataset.site.codes.base_url
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    count = 0
    for item in _printed(atlas):
        assert item.place is not None
        label, url = name_of(item.place, item.record), code_url(base, item.code)
        rows.writerow((item.code, url, f"{item.code}.svg", item.kind.name, item.place.id, cell(label)))
        count += 1
    write_new(f"{folder}/codes.csv", "\ufeff" + out.getvalue())  # spreadsheets know UTF-8 by this mark only
    return count


def complete_symbols(atlas: Atlas, folder: Path) -> None:
    """Removes the symbols of codes that must not be printed, those whose record is gone and second codes,
    and draws what is missing."""
    wanted = {f"{item.code}.svg": item.code for item in _printed(atlas)}
    there = {path.name for path in folder.glob("*.svg")}
    for name in there - wanted.keys():
        (folder / name).unlink()
    if missing := sorted(wanted.keys() - there):
        write_symbols(atlas.dataset.site.codes.base_url, [wanted[name] for name in missing], folder)


def _printed(atlas: Atlas) -> Iterator[Coded]:
    """The codes that get a symbol."""
    return (
        item for item in atlas.coded() if item.record and item.place and item.primary and item.kind.printed
    )
