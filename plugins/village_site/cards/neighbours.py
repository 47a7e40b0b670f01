"""Other records of a village, as cards name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from village_site.atlas import Atlas, code_of
from village_site.homes import Place
from village_site.labels import name_of
from village_site.model import Kind
from village_site.model.shapes import Ref
from village_site.render import capital


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another record that cards name, and where its own card is, if it has one."""

    name: str
    href: str | None


class Neighbourhood:
    """Finds roads, groups and places by reference; each is looked up once however many houses name it."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._known: dict[tuple[str, str | None, str], Neighbour] = {}

    def find(self, ref: Ref) -> Neighbour:
        """The record a reference to another of a village means; checks have ruled out that there is none."""
        village, name = ref.id
        if (found := self._known.get((ref.to, village, name))) is None:
            place = self.atlas.by_id[village or ""]
            kind = next(kind for kind in self.atlas.dataset.kinds if kind.name == ref.to)
            found = neighbour(place, self.atlas.record(ref, kind))
            self._known[ref.to, village, name] = found
        return found

    def targets(self, kind: Kind[Any], refs: Iterable[Ref]) -> list[Neighbour]:
        """The villages, or the records of a kind, that an event names."""
        found = []
        for ref in refs:
            village, _, name = ref.text.partition("/")
            place = self.atlas.by_id.get(village)
            if place is None:
                continue
            records = [record for record in place.folder.of(kind) if getattr(record, "id", None) == name]
            if records:
                found.append(neighbour(place, records[0]))
            else:
                found.append(Neighbour(capital(place.name), f"../../{place.url}"))
        return found


def neighbour(place: Place, record: Any) -> Neighbour:
    """A record of a village."""
    code = code_of(record)
    return Neighbour(capital(name_of(place, record)), f"../{code}/" if code else None)
