"""What must not go to the printer, found before anything is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from village_site.atlas import Atlas
from village_site.plates.glyphs import missing
from village_site.plates.job import Job
from village_site.plates.reading import distance_of, rounded
from village_site.problems import Problem, at
from village_site.values import number_text


def problems(atlas: Atlas, jobs: Iterable[Job]) -> Iterator[Problem]:
    """Everything wrong with the jobs that can be told without typst."""
    for job in jobs:
        yield from _too_small(atlas, job)
        yield from _not_in_the_font(job)
        if job.plates and job.plates[0].lines["sample"].text and not job.is_marked():
            yield at(job.template.where, "plate-not-marked")


def _too_small(atlas: Atlas, job: Job) -> Iterator[Problem]:
    """A symbol that cannot be read from where people stand before its plate. All addresses are equally long,
    so that the longest domain name or the template is to blame, and never a record."""
    needed = job.template.declared.read_from
    smallest = min((job.module(plate) for plate in job.plates), default=None)
    if smallest is None or distance_of(smallest) >= needed:
        return
    codes = atlas.dataset.site.codes
    yield at(
        codes.origin.place("base_url"),
        "plate-symbol-too-small",
        format=job.template.name,
        symbol=_number(job.template.declared.symbol, 1),
        module=_number(smallest, 2),
        distance=_number(distance_of(smallest), 1),
        needed=_number(needed, 1),
    )


def _not_in_the_font(job: Job) -> Iterator[Problem]:
    known = job.template.characters if job.plates else frozenset()
    lines = {line: None for plate in job.plates for line in plate.lines.values()}  # most say the same
    for line in lines:
        for letter in missing(line.text, known):
            yield at(
                line.where or job.template.where,
                "plate-glyph",
                letter=letter if letter.isprintable() else " ",
                number=f"U+{ord(letter):04X}",
                found=line.text,
                font=", ".join(job.template.declared.fonts),
            )


def _number(value: float, digits: int) -> str:
    return number_text(rounded(value, digits), "vi")
