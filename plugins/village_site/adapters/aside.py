"""What is made in other processes while MkDocs works, and where it is written until it is put in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from markupsafe import Markup

from village_site import site
from village_site.atlas import Atlas
from village_site.background import Background
from village_site.exports import complete_symbols
from village_site.files import beside, fresh, place_files, swap
from village_site.pages import Page, compose
from village_site.pages.writer import EditUrl
from village_site.privacy.screen import in_pages
from village_site.problems import Problem

_SYMBOLS = "qr"


class Aside:
    """The processes of one build. `wait`s raise BackgroundError when one failed."""

    def __init__(self, site_folder: Path, dist: Path | None) -> None:
        """`dist` is the folder for printing, or None where nothing will be printed."""
        self._stage = beside(site_folder, "cards")  # on the file system where the light pages will stay
        self._symbols_folder = dist / _SYMBOLS if dist is not None else None
        self._new_symbols = beside(dist / _SYMBOLS, "new") if dist is not None else None
        self._symbols: Background[None] | None = None
        self._looked: Background[list[Problem]] | None = None
        self._composed: Background[list[Page]] | None = None
        self._cards: Background[int] | None = None
        self._pages: Mapping[str, Page] | None = None

    def start(self, data: Path, pages: Path) -> Callable[[], Iterable[Problem]]:
        """Begins what can be done while the data is read: draws the symbols, and looks through the
        hand-written `pages`; gives what tells what is wrong with those."""
        if (folder := self._new_symbols) is not None:
            fresh(folder)
            self._symbols = Background(lambda: site.draw_symbols(data, folder))
        self._looked = Background(lambda: in_pages(pages))
        return self._looked.wait

    def write(self, atlas: Atlas, banner: Markup | None, cache: Path) -> None:
        """Begins with the light pages and data files."""
        stage, symbols = self._stage, self._new_symbols
        self._cards = Background(lambda: site.write_aside(atlas, fresh(stage), symbols, banner, cache=cache))

    def compose(self, atlas: Atlas, edit_url: EditUrl | None) -> None:
        """Begins with the bodies of Material pages."""
        self._composed = Background(lambda: [*compose(atlas, edit_url=edit_url)])

    def pages(self) -> Mapping[str, Page]:
        """The generated pages by the paths of their sources."""
        if self._pages is None:
            assert self._composed is not None, "`compose` comes first"
            self._pages = {made.path: made for made in self._composed.wait()}
        return self._pages

    def finish(self, atlas: Atlas, out: Path) -> None:
        """Puts light pages, data files and symbols in their places."""
        for work in (self._symbols, self._cards):
            if work is not None:
                work.wait()
        if self._symbols_folder is not None and self._new_symbols is not None:
            complete_symbols(atlas, self._new_symbols)
            swap(self._new_symbols, self._symbols_folder)
        place_files(self._stage, out)
        shutil.rmtree(self._stage, ignore_errors=True)

    def written(self, out: Path) -> tuple[Path, ...]:
        """The folders of what this build has written."""
        return (out, self._symbols_folder) if self._symbols_folder is not None else (out,)

    def give_up(self) -> None:
        """Stops what is under way and takes away what is not in its place yet, if anything."""
        for work in (self._looked, self._symbols, self._cards, self._composed):
            if work is not None:
                work.stop()
        for folder in (self._stage, self._new_symbols):
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
