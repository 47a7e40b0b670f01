"""Templates: typst files that say what they print and how large, and lay it out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import typst

from village_site.frozen import frozen
from village_site.plates.content import COMMON
from village_site.plates.glyphs import characters
from village_site.problems import DataError, Problem, Where, at

_TEMPLATES = files("village_site") / "templates" / "plates"
_FONTS = files("village_site") / "fonts"
_KIT = "kit.typ"
_NO_COMMON = dict.fromkeys((*COMMON, "slug"), "") | {"index": 0, "modules": 1}
_NO_PLATES = {
    "job.json": json.dumps({"plates": [], "common": _NO_COMMON}).encode(),
    "outlines.json": b"[]",
}
_FORGETTING = 12
"""typst keeps what it computed for the next ten compilations; as many empty ones after each file let it go,
or memory would grow by a third of a megabyte with every plate."""


def formats() -> tuple[str, ...]:
    """The names of the templates that come with the package, largest plate first."""
    return ("village", "group", "road", "record", "household", "sticker")


@frozen
class Declared:
    """What a template says of itself by `declare`; measures in mm, `read_from` in metres."""

    kinds: tuple[str, ...]
    symbol: float
    read_from: float
    bleed: float
    fonts: tuple[str, ...]
    per_sheet: int


@dataclass(frozen=True)
class Template:
    """A template; `shown` is what messages call its file. `folder`, for somebody's own, is where it lies:
    pictures beside it and fonts in `fonts/` there are at its disposal."""

    name: str
    shown: str
    source: bytes
    folder: Path | None = None

    @classmethod
    def built_in(cls, name: str) -> Template:
        """One of `formats()`; ValueError for any other name."""
        if name not in formats():
            raise ValueError(f"no plate format {name!r}; there are {', '.join(formats())}")
        file = f"{name}.typ"
        return cls(name, f"templates/plates/{file}", (_TEMPLATES / file).read_bytes())

    @classmethod
    def of_file(cls, path: Path) -> Template:
        """Somebody's own; OSError when it cannot be read."""
        return cls(path.stem, path.as_posix(), path.read_bytes(), path.parent)

    @property
    def where(self) -> Where:
        """Its first line, for problems of the whole template."""
        return (self.shown, 1, 1)

    def fault(self, words: str, line: int = 1, column: int = 1) -> Problem:
        """A mistake in the template, in typst's words or ours."""
        return at((self.shown, line, column), "plate-template", found=words)

    @cached_property
    def declared(self) -> Declared:
        """What it says of itself. Raises DataError when it cannot be read or says nothing."""
        found = list(self.query("<plate-format>", _NO_PLATES))
        said = found[0] if len(found) == 1 else {}
        # typst takes ("household") for a word and ("household",) for a list, and so might we.
        if not all(said.get(name) and isinstance(said[name], list) for name in ("kinds", "fonts")):
            raise DataError([self.fault('#declare(kinds: ("…",), fonts: ("…",), …)')])
        return Declared(
            tuple(said["kinds"]),
            said["symbol"],
            said["read-from"],
            said["bleed"],
            tuple(said["fonts"]),
            said["per-sheet"],
        )

    @cached_property
    def characters(self) -> frozenset[int]:
        """The characters that every font it names has, in every weight; DataError when a font is missing."""
        found = []
        for family in self.declared.fonts:
            paths = [font.path for font in self._fonts.fonts() if font.family == family and font.path]
            if not paths:
                raise DataError([at(self.where, "plate-font", found=family)])
            found += [characters(Path(path)) for path in paths]
        return frozenset.intersection(*found) if found else frozenset()

    def compile(self, data: Mapping[str, bytes]) -> bytes:
        """The PDF of a job, with no date in it. Raises typst.TypstError."""
        made = self._compiler.compile(
            self._files(data), format="pdf", root=self.folder, timestamp=0, pdf_tags=False
        )
        for turn in range(_FORGETTING):
            self._compiler.compile(b"%d" % turn, format="svg")
        assert isinstance(made, bytes)
        return made

    def query(self, label: str, data: Mapping[str, bytes]) -> Iterator[Any]:
        """The metadata a job leaves under a label; texts that do not fit are noted there and stop nothing.

        Raises DataError that names the template's line when it cannot be compiled.
        """
        asked = typst.Compiler(
            self._files(data), root=self.folder, font_paths=self._fonts, sys_inputs={"collect": "yes"}
        )
        try:
            found = asked.query(label, field="value")
        except RuntimeError as fault:
            raise DataError([self._told(data, fault)]) from fault
        yield from json.loads(found)

    @cached_property
    def _fonts(self) -> typst.Fonts:
        with as_file(_FONTS) as ours:
            folders = [str(ours), *([str(self.folder / "fonts")] if self.folder else [])]
            return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(root=self.folder, font_paths=self._fonts)

    def _files(self, data: Mapping[str, bytes]) -> Any:  # typst's annotations know of single files only
        return {"main.typ": self.source, _KIT: (_TEMPLATES / _KIT).read_bytes(), **data}

    def _told(self, data: Mapping[str, bytes], fault: RuntimeError) -> Problem:
        """typst's own words at the line of the template they speak of, which only compiling tells."""
        try:
            self._compiler.compile(self._files(data), format="pdf", root=self.folder)
        except typst.TypstError as told:
            if found := re.search(r"main\.typ:(\d+):(\d+)", "\n".join([told.diagnostic, *told.trace])):
                return self.fault(told.message, int(found[1]), int(found[2]))
        return self.fault(str(fault))


def chosen(names: Iterable[str], own: Path | None) -> list[Template]:
    """Somebody's own template alone, or those named, or all that come with the package."""
    if own is not None:
        return [Template.of_file(own)]
    return [Template.built_in(name) for name in names or formats()]
