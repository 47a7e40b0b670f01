"""From the data to the forms: PDFs of A4 pages, equal bytes for equal data."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import typst

from village_site.atlas import Atlas
from village_site.editing import write_files
from village_site.forms.content import Form, forms, kinds_with_consent
from village_site.model.households import HOUSEHOLDS
from village_site.plates.glyphs import characters, missing
from village_site.problems import DataError, Problem, at

_PACKAGE = files("village_site")
_FONT = "Be Vietnam Pro"
_FONT_FILES = ("BeVietnamPro-Medium.ttf", "BeVietnamPro-Bold.ttf")


def write_forms(
    atlas: Atlas, folder: Path, *, villages: Collection[str] = (), households: Collection[str] = ()
) -> tuple[Path, ...]:
    """Writes `<folder>/<village>/….pdf`: blank forms of the villages, filled ones of the households.

    `villages` are ids, `households` are `village/id`; where both are empty, the blank forms of every village
    are written. Other files in the folder stay. Gives the PDFs. Raises DataError, and writes nothing, when
    the font lacks a letter; OSError.
    """
    wanted = tuple(_wanted(atlas, villages, households))
    if found := list(_unprintable(wanted)):
        raise DataError(found)
    made = {}
    with as_file(_PACKAGE / "fonts") as fonts:
        compiler = typst.Compiler(
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
            )
        )
        for form in wanted:
            made[folder / form.file] = _pdf(compiler, form)
    for parent in {path.parent: None for path in made}:
        parent.mkdir(parents=True, exist_ok=True)
    write_files(made)
    return tuple(made)


def _wanted(atlas: Atlas, villages: Collection[str], households: Collection[str]) -> Iterator[Form]:
    for place in atlas.places:
        if place.id in villages or not (villages or households):
            for kind in kinds_with_consent(atlas.dataset.kinds):
                yield from forms(atlas, place, kind)
        for house in place.folder.of(HOUSEHOLDS):
            if f"{place.id}/{house.id}" in households:
                yield from forms(atlas, place, HOUSEHOLDS, house)


def _pdf(compiler: typst.Compiler, form: Form) -> bytes:
    """The form laid out. Words reach typst as data only, so that none is ever taken for markup."""
    source: Any = {  # typst's annotations know of single files only
        "main.typ": (_PACKAGE / "templates" / "forms" / "form.typ").read_bytes(),
        "form.json": json.dumps(form.words, ensure_ascii=False).encode(),
    }
    made = compiler.compile(source, format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


def _unprintable(wanted: tuple[Form, ...]) -> Iterator[Problem]:
    """Letters that would vanish from the paper unseen."""
    with as_file(_PACKAGE / "fonts") as fonts:
        known = frozenset.intersection(*(characters(Path(fonts) / name) for name in _FONT_FILES))
    for typed in dict.fromkeys(typed for form in wanted for typed in form.typed):
        text = " ".join(typed.text.split())
        for letter in missing(text, known):
            yield at(
                typed.where,
                "plate-glyph",
                letter=letter if letter.isprintable() else " ",
                number=f"U+{ord(letter):04X}",
                found=text,
                font=_FONT,
            )
