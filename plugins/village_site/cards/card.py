"""One card: what its template asks of a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from village_site.atlas import Atlas, Coded, Place, code_of
from village_site.cards import address, facts
from village_site.cards.facts import Fact
from village_site.cards.surroundings import Surroundings
from village_site.codes.alphabet import shown
from village_site.labels import name_of
from village_site.model import Kind
from village_site.model.groups import Group
from village_site.model.households import Household
from village_site.model.roads import Road
from village_site.model.shapes import Ref
from village_site.model.text import Text
from village_site.model.village import Village
from village_site.render import capital
from village_site.values import FuzzyDate


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another record that cards name, and where its own card is, if it has one."""

    name: str
    href: str | None


class Neighbourhood:
    """Finds roads and groups by reference; each is looked up once however many houses name it."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._known: dict[tuple[str, str | None, str], Neighbour] = {}

    def find(self, ref: Ref) -> Neighbour:
        """The record a reference to a road or a group means; checks have ruled out that there is none."""
        village, name = ref.id
        if (found := self._known.get((ref.to, village, name))) is None:
            place = self.atlas.by_id[village or ""]
            found = neighbour(place, place.roads[name] if ref.to == "road" else place.groups[name])
            self._known[ref.to, village, name] = found
        return found


def neighbour(place: Place, record: Road | Group) -> Neighbour:
    """A road or group as other cards name it."""
    code = code_of(record)
    return Neighbour(capital(name_of(place, record)), f"../{code}/" if code else None)


class Card:
    """What is on one card. Templates read it; whatever costs time is done only when they ask."""

    def __init__(self, coded: Coded, around: Surroundings, neighbourhood: Neighbourhood) -> None:
        self.code = coded.code
        self.kind: Kind[Any] = coded.kind
        self.place: Place | None = coded.place
        self.record: Any = coded.record
        self.around = around
        self._neighbourhood = neighbourhood
        self.name = _name(self)
        self.hint = address.house_hint(self.record) if isinstance(self.record, Household) else ""
        self.address = around.units if isinstance(self.record, Village) else around.address

    @property
    def shown_code(self) -> str:
        """The code as it stands on the plate."""
        return shown(self.code)

    @property
    def updated(self) -> FuzzyDate | None:
        """When the record was last looked over, else its village."""
        own: FuzzyDate | None = getattr(self.record, "updated", None)
        return own or (self.place.village.updated if self.place else None)

    @property
    def illustrative(self) -> bool:
        """True for made-up data, and for all data of a made-up village."""
        made_up = self.place is not None and self.place.village.illustrative
        return self.record is not None and (made_up or getattr(self.record, "illustrative", False))

    @property
    def unsure(self) -> bool:
        """True when nobody has confirmed the record or the village it is named by."""
        village_unsure = self.place is not None and not self.place.village.confirmed
        return self.record is not None and (village_unsure or not getattr(self.record, "confirmed", True))

    @property
    def hidden(self) -> bool:
        """True when search engines should leave the card alone: what our own search leaves out, what is
        gone, and what is made up and would be taken for a real place."""
        return self.record is None or self.illustrative or not self.kind.searched

    def facts(self, *names: str) -> list[Fact]:
        """The fields of one value that are known; a reference leads to the card of what it means."""
        found = []
        for name in names:
            value = getattr(self.record, name)
            if isinstance(value, Ref):
                other = self._neighbourhood.find(value)
                found.append(Fact(facts.field_title(self.record, name), other.name, other.href))
            elif (fact := facts.fact(self.record, name)) is not None:
                found.append(fact)
        return found

    def title(self, name: str) -> str:
        """The title of a field."""
        return facts.field_title(self.record, name)

    def former_names(self) -> list[Fact]:
        """The names a road bore before."""
        title = self.title("former_names")
        names = self.record.former_names
        return [Fact(title, old.name + address.until(old.until), unsure=not old.confirmed) for old in names]

    def figures(self) -> list[Fact]:
        """The figures of a village."""
        return [Fact(str(f.name), facts.figure_text(f), unsure=not f.confirmed) for f in self.record.figures]

    def roads(self) -> list[Neighbour]:
        """The roads of a group, in the order typed."""
        if self.place is None:
            return []
        mine = (self.place.id, self.record.id)
        roads = self.place.roads.values()
        return [neighbour(self.place, road) for road in roads if road.group and road.group.id == mine]

    def sources(self, *names: str) -> list[str]:
        """Where the record, and those of its fields that are named, come from."""
        return facts.sources(self._neighbourhood.atlas, self.record, names) if self.record else []


def _name(card: Card) -> Text:
    """The largest words of a card, in both languages."""
    if card.place is None or card.record is None:
        return card.kind.title
    return Text(*(capital(name_of(card.place, card.record, lang)) for lang in ("vi", "en")))
