"""From the data to the handbooks: one PDF a village, equal bytes for equal data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from importlib.resources import as_file, files
from pathlib import Path

# First, so that where an extra is missing the message names the one this command needs.
from village_site.handbook.pdf import pdf, printed, unprintable, words  # isort: skip
from village_site.atlas import Atlas
from village_site.editing import write_files
from village_site.handbook.content import Pictures, book
from village_site.media.photos import pictures
from village_site.pages.compose import Planned, plan
from village_site.privacy.leftovers import in_words
from village_site.problems import DataError, Problem


def write_handbooks(atlas: Atlas, folder: Path, villages: Collection[str] = ()) -> tuple[Path, ...]:
    """Writes `<folder>/<village>.pdf` for the villages named, all where none is. Other files in it stay.

    Gives the PDFs. Raises DataError, and writes nothing, when the font lacks a letter or something that was
    withdrawn would be printed; OSError.
    """
    own = _own_pages(atlas)
    shown = _pictures(atlas)
    made: dict[Path, bytes] = {}
    found: list[Problem] = []
    with as_file(files("village_site") / "fonts") as fonts:
        for place in atlas.places:
            if villages and place.id not in villages:
                continue
            one = book(atlas, place, own[place.id], shown)
            told = words(atlas, one)
            texts = printed(one, told)
            path = folder / f"{place.id}.pdf"
            problems = [*unprintable(one, texts, Path(fonts)), *in_words(atlas, texts, str(path))]
            if not problems:
                made[path] = pdf(atlas, one, told, Path(fonts))
            found += problems
    if found:
        raise DataError(found)
    folder.mkdir(parents=True, exist_ok=True)
    write_files(made)
    return tuple(made)


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
