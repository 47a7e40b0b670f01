"""The plates of one template, and the files they go into."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import typst

from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.plates.boxes import with_bleed_box
from village_site.plates.content import COMMON, OWN, Plate
from village_site.plates.outline import outline
from village_site.plates.reading import distance_of, rounded
from village_site.plates.template import Template
from village_site.problems import DataError, Problem, at
from village_site.qr import Symbol
from village_site.values import number_text

PLATES_A_FILE = 500


@frozen
class Drawn:
    """A code's symbol: how many modules a side, and its outline as a JSON array (thousands of long lists
    would keep the garbage collector busy)."""

    size: int
    outline: str

    @classmethod
    def of(cls, symbol: Symbol) -> Drawn:
        """The symbol with its outline traced."""
        return cls(symbol.size, f"[{','.join(map(str, outline(symbol)))}]")


@frozen
class Job:
    """The plates of a template; `drawn` holds the symbol of every code."""

    template: Template
    plates: tuple[Plate, ...]
    drawn: Mapping[str, Drawn]

    def files(self) -> Iterator[tuple[str, Sequence[Plate]]]:
        """Name and plates of each file; no sheet is begun in one and finished in the next."""
        size = PLATES_A_FILE - PLATES_A_FILE % self.template.declared.per_sheet
        for number, start in enumerate(range(0, len(self.plates), size), 1):
            yield f"{self.template.name}-{number:03}.pdf", self.plates[start : start + size]

    def module(self, plate: Plate) -> float:
        """The side of a module of the plate's symbol, mm."""
        return self.template.declared.symbol / self.drawn[plate.code].size

    def pdf(self, batch: Sequence[Plate]) -> bytes:
        """The PDF of a file's plates. Raises DataError for texts that do not fit or a faulty template."""
        data = self._data(batch)
        try:
            made = self.template.compile(data)
        except typst.TypstError as fault:
            notes = list(self.template.query("<plate-complaint>", data))
            found = [self._too_long(batch, note) for note in notes]
            raise DataError(found or [self.template.fault(fault.message)]) from fault
        bleed = self.template.declared.bleed
        return with_bleed_box(made, bleed) if bleed else made

    def is_marked(self) -> bool:
        """True when the template shows that a plate is a sample."""
        return any(True for _ in self.template.query("<plate-sample>", self._data(self.plates[:1])))

    def _data(self, batch: Sequence[Plate]) -> dict[str, bytes]:
        """What `kit.typ` reads. Words reach typst as data only, so that none is ever taken for markup."""
        lines = [{key: line.text for key, line in plate.lines.items()} for plate in batch]
        own = [{key: said.get(key, "") for key in OWN} | {"index": n} for n, said in enumerate(lines)]
        common = {key: lines[0][key] for key in COMMON} | {"index": 0, "slug": self._slug(batch[0])}
        common["modules"] = self.drawn[batch[0].code].size  # one domain, so all addresses are equally long
        job = json.dumps({"common": common, "plates": own}, ensure_ascii=False, separators=(",", ":"))
        outlines = ",".join(self.drawn[plate.code].outline for plate in batch)
        return {"job.json": job.encode(), "outlines.json": f"[{outlines}]".encode()}

    def _slug(self, plate: Plate) -> str:
        """What the printer reads outside the cut beside the code: how the symbols read."""
        module = self.module(plate)
        return label(
            "plate-slug",
            "vi",
            format=self.template.name,
            domain=plate.lines["domain"].text,
            module=number_text(rounded(module, 2), "vi"),
            distance=number_text(rounded(distance_of(module), 1), "vi"),
        )

    def _too_long(self, batch: Sequence[Plate], note: Mapping[str, Any]) -> Problem:
        line = batch[note["plate"]].lines.get(note["key"])
        where = line.where if line is not None and line.where is not None else self.template.where
        text = line.text if line is not None else note["key"]
        return at(where, "plate-name-too-long", found=text, format=self.template.name)
