"""The plates: which records have one, which must be printed, printed again or replaced."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from village_site.atlas import Atlas, Coded
from village_site.codes.alphabet import shown
from village_site.editing import quoted, write_files
from village_site.exports.spreadsheet import cell
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.labels import name_of
from village_site.model.prints import PRINTS, Condition, Plate, PrintRun
from village_site.model.shapes import slug
from village_site.problems import DataError, Problem
from village_site.render import capital
from village_site.values import date_text

COLUMNS = ("code", "kind", "village", "text", "run", "printed", "mounted", "condition", "need")


class Need(StrEnum):
    """What a record's plate needs."""

    NOTHING = "nothing"
    PRINT = "print"
    REPRINT = "reprint"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class PlateState:
    """The plate of one record: the last run that printed it, how it hangs, what it needs."""

    coded: Coded
    run: PrintRun | None
    plate: Plate | None
    need: Need

    @property
    def text(self) -> str:
        """The words the plate must bear today."""
        return plate_text(self.coded)


def plate_text(coded: Coded) -> str:
    """The words a plate bears that change with the data: name, village, commune. With ordinary spaces, as
    they are written down when they are printed."""
    assert coded.place is not None
    parts = [capital(name_of(coded.place, coded.record)), coded.place.name]
    if coded.place.commune is not None:
        parts.append(coded.place.commune.full_name)
    return " ".join(", ".join(parts).split())


def plate_states(atlas: Atlas) -> Iterator[PlateState]:
    """The state of every record that should have a plate, by village and record."""
    printed: dict[str, tuple[PrintRun, str]] = {}
    for run in sorted(atlas.dataset.runs, key=lambda run: (run.date.sort_key(), run.id)):
        if not run.sample:
            printed |= {item.code: (run, item.text) for item in run.plates}
    hanging = {plate.code: plate for plate in atlas.dataset.plates}
    for coded in atlas.coded():
        if coded.record is None or not coded.primary or not coded.kind.printed:
            continue
        plate = hanging.get(coded.code)
        last = printed.get(coded.code)
        if last is None:
            need = Need.PRINT
        elif plate is not None and plate.condition in (Condition.BROKEN, Condition.MISSING):
            need = Need.REPLACE
        else:
            need = Need.NOTHING if last[1] == plate_text(coded) else Need.REPRINT
        yield PlateState(coded, last[0] if last else None, plate, need)


def codes_without_plate(atlas: Atlas) -> set[str]:
    """The codes that no run has printed, or whose plates must be made again."""
    return {state.coded.code for state in plate_states(atlas) if state.need is not Need.NOTHING}


def states_csv(atlas: Atlas) -> str:
    """The plate register for spreadsheets; it names codes, so it is not for the public site."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for state in plate_states(atlas):
        run, plate, coded = state.run, state.plate, state.coded
        village = coded.place.id if coded.place else ""
        printed = date_text(run.date, "vi") if run else ""
        mounted = date_text(plate.mounted, "vi") if plate and plate.mounted else ""
        condition = plate.condition.term.en if plate else ""
        text = cell(state.text)
        row = (
            shown(coded.code),
            coded.kind.name,
            village,
            text,
            run.id if run else "",
            printed,
            mounted,
            condition,
        )
        rows.writerow((*row, state.need.value))
    return "\ufeff" + out.getvalue()


@frozen
class Tally:
    """The plates of one village in numbers."""

    place: Place
    records: int
    printed: int
    mounted: int
    needs: dict[Need, int]


def tallies(atlas: Atlas) -> list[Tally]:
    """The plates of every village in numbers, in Vietnamese order; no code is named."""
    found: dict[str, list[PlateState]] = {place.id: [] for place in atlas.places}
    for state in plate_states(atlas):
        if state.coded.place is not None:
            found[state.coded.place.id].append(state)
    return [_tally(place, found[place.id]) for place in atlas.places]


def _tally(place: Place, states: list[PlateState]) -> Tally:
    printed = sum(state.run is not None for state in states)
    mounted = sum(state.plate is not None and state.plate.mounted is not None for state in states)
    needs = {need: sum(state.need is need for state in states) for need in Need}
    return Tally(place, len(states), printed, mounted, needs)


def write_run(
    atlas: Atlas, name: str, day: dt.date, *, sample: bool, codes: Collection[str], printer: str = ""
) -> Path:
    """Writes the file of a print run with the words of each plate. Raises as `run_file` does."""
    items = [coded for coded in atlas.coded() if coded.code in codes and coded.record is not None]
    path = run_file(atlas, name)
    path.parent.mkdir(exist_ok=True)
    write_files({path: "".join(_run_lines(atlas, day, items, sample, printer)).encode()})
    return path


def run_file(atlas: Atlas, name: str) -> Path:
    """Where the file of a new print run goes. FileExistsError when there is one of that name; DataError for a
    name that is no id."""
    path = atlas.dataset.root / PRINTS.file / f"{name}.yml"
    if not name or slug(name) != name:
        shown = f"{atlas.dataset.root.name}/{PRINTS.file}/{name}.yml"
        raise DataError([Problem(shown, 1, 1, "bad-folder-id", params={"found": name, "guess": slug(name)})])
    if path.exists():
        raise FileExistsError(17, "there is a print run of this name already", str(path))
    return path


def _run_lines(
    atlas: Atlas, day: dt.date, items: Iterable[Coded], sample: bool, printer: str
) -> Iterator[str]:
    yield f"ngày: {day:%d/%m/%Y}\n"
    yield f"địa chỉ gốc: {quoted(atlas.dataset.site.codes.base_url)}\n"
    yield f"in thử: {'có' if sample else 'không'}\n"
    if printer:
        yield f"nhà in: {quoted(printer)}\n"
    yield "biển:\n"
    for coded in items:
        yield f"  - {{mã: {shown(coded.code)}, chữ: {quoted(plate_text(coded))}}}\n"
