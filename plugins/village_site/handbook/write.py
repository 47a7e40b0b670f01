"""From the data to the handbooks: one PDF a village, equal bytes for equal data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from importlib.resources import as_file, files
from pathlib import Path

# First, so that where an extra is missing the message names the one this command needs.
from village_site.handbook.pdf import pdf, printed, words  # isort: skip
from village_site.atlas import Atlas
from village_site.editing import write_files
from village_site.handbook.content import Book, Pictures, book
from village_site.handbook.letters import unprintable
from village_site.media.photos import pictures
from village_site.pages.compose import Planned, plan
from village_site.privacy.leftovers import in_words
from village_site.problems import DataError, Problem


def write_handbooks(atlas: Atlas, folder: Path, villages: Collection[str] = ()) -> tuple[Path, ...]:
    """Writes `<folder>/<village>.pdf` for the villages named, all where none is. Other files in it stay.

    Gives the PDFs. A book is not written when the font lacks a letter, something that was withdrawn would be
    printed, or the typesetter refuses it: DataError, raised when all others are written. OSError.
    """
    own = _own_pages(atlas)
    shown = _pictures(atlas)
    made: dict[Path, bytes] = {}
    found: list[Problem] = []
    with as_file(files("village_site") / "fonts") as fonts:
        for place in atlas.places:
            if villages and place.id not in villages:
                continue
            path = folder / f"{place.id}.pdf"
            try:
                made[path] = _made(atlas, book(atlas, place, own[place.id], shown), path, Path(fonts))
            except DataError as refused:
                found += refused.problems
    if made:
        folder.mkdir(parents=True, exist_ok=True)
        write_files(made)
    if found:
        raise DataError(found)
    return tuple(made)


def _made(atlas: Atlas, one: Book, path: Path, fonts: Path) -> bytes:
    """A book, looked through and laid out. Raises DataError."""
    told = words(atlas, one)
    texts = printed(one, told)
    if found := [*unprintable(atlas, one.place, texts, fonts), *in_words(atlas, texts, str(path))]:
        raise DataError(found)
    return pdf(atlas, one, told, fonts)


def _own_pages(atlas: Atlas) -> dict[str, list[Planned]]:
    """The pages below each village's."""
    homes = {place.url: place.id for place in atlas.places}
    found: dict[str, list[Planned]] = defaultdict(list)
    for page in plan(atlas):
        above = page.url.rstrip("/").rpartition("/")[0]
        while above:
            if f"{above}/" in homes:
                found[homes[f"{above}/"]].append(page)
            above = above.rpartition("/")[0]
    return found


def _pictures(atlas: Atlas) -> Pictures:
    return {path: (picture, copy) for picture in pictures(atlas) for path, copy in picture.paths}
