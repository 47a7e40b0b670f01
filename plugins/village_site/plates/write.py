"""From the data to the printer's files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from village_site.atlas import Atlas
from village_site.exports.codes import code_url
from village_site.files import beside, fresh, swap
from village_site.plates.check import problems
from village_site.plates.content import plates
from village_site.plates.job import Drawn, Job
from village_site.plates.listing import listing
from village_site.plates.template import chosen
from village_site.privacy.leftovers import in_words
from village_site.problems import DataError, Problem
from village_site.qr import symbols


def write_plates(
    atlas: Atlas,
    folder: Path,
    *,
    villages: Collection[str] = (),
    kinds: Collection[str] = (),
    formats: Collection[str] = (),
    codes: Collection[str] | None = None,
    template: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Path, ...]:
    """Writes `<folder>/<format>/<format>-001.pdf` and on, at most 500 plates each, and `plates.csv` beside.

    `villages`, `kinds` and `formats` (see `formats()`) are names, and an empty collection means all; `codes`,
    without hyphens, leaves only these. `template` is somebody's own typst file, used in place of those of
    the package whatever `formats` says; the file's name becomes the format's. `progress` is told how many
    plates of how many are done. What an earlier run left of the same formats is replaced at the end.

    Gives the PDFs. Raises DataError, and writes nothing, when a text does not fit its plate, a font lacks a
    letter, a symbol is too small for where it hangs or a template is faulty; ValueError for an unknown
    format; OSError.
    """
    wanted = tuple(plates(atlas, villages, kinds, codes))
    base = atlas.dataset.site.codes.base_url
    made = symbols([code_url(base, plate.code) for plate in wanted])
    drawn = {plate.code: Drawn.of(symbol) for plate, symbol in zip(wanted, made, strict=True)}
    jobs = [
        Job(one, tuple(plate for plate in wanted if plate.kind in one.declared.kinds), drawn)
        for one in chosen(formats, template)
    ]
    words = (line.text for plate in wanted for line in plate.lines.values())
    if found := [*problems(atlas, jobs), *in_words(atlas, words, str(folder))]:
        raise DataError(found)
    return tuple(_saved(folder, _files(jobs, progress)))


def _files(jobs: list[Job], progress: Callable[[int, int], None] | None) -> dict[str, dict[str, bytes]]:
    """The files of each format; DataError with everything that does not fit, in whichever file."""
    total, done = sum(len(job.plates) for job in jobs), 0
    found: list[Problem] = []
    formats: dict[str, dict[str, bytes]] = {}
    for job in jobs:
        made = formats.setdefault(job.template.name, {})
        for name, batch in job.files():
            try:
                made[name] = job.pdf(batch)
            except DataError as fault:
                found += fault.problems
            done += len(batch)
            if progress is not None:
                progress(done, total)
        if made:
            made["plates.csv"] = listing(job)
    if found:
        raise DataError(found)
    return formats


def _saved(folder: Path, formats: Mapping[str, Mapping[str, bytes]]) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, files in formats.items():
        new = fresh(beside(folder / name, "new"))
        for file, content in files.items():
            (new / file).write_bytes(content)
        swap(new, folder / name)
        if not files:
            (folder / name).rmdir()
        yield from (folder / name / file for file in files if file.endswith(".pdf"))
