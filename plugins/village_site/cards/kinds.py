"""What the templates of one kind ask, beside what all ask of a card."""

from __future__ import annotations

from village_site.atlas import Coded
from village_site.cards import address, facts
from village_site.cards.card import Card
from village_site.cards.facts import Fact
from village_site.cards.neighbours import Neighbour, Neighbourhood, neighbour
from village_site.cards.surroundings import Surroundings
from village_site.model.groups import GROUPS
from village_site.model.personal import Scope
from village_site.model.products import PRODUCTS
from village_site.model.roads import ROADS
from village_site.model.systems import SYSTEMS, System, SystemKind
from village_site.model.village import VILLAGE
from village_site.reckon.care import cared
from village_site.reckon.produce import Produce, produce
from village_site.render import capital


class RoadCard(Card):
    """The card of a road."""

    def former_names(self) -> list[Fact]:
        """The names it bore before."""
        title = self.title("former_names")
        names = self.record.former_names
        return [Fact(title, old.name + address.until(old.until), unsure=not old.confirmed) for old in names]

    def cameras(self) -> list[System]:
        """The security cameras on it."""
        if self.place is None:
            return []
        mine = (self.place.id, self.record.id)
        systems = self.place.folder.of(SYSTEMS)
        return [
            one
            for one in systems
            if one.kind is SystemKind.CAMERA and any(road.id == mine for road in one.roads)
        ]


class GroupCard(Card):
    """The card of a group."""

    def cared(self, name: str) -> list[Neighbour]:
        """What it looks after or supervises."""
        if self.place is None:
            return []
        found = cared(self.neighbourhood.atlas, self.place, getattr(self.record, name))
        return [Neighbour(capital(one.name), f"../../{one.url}" if one.url else None) for one in found]

    def roads(self) -> list[Neighbour]:
        """Its roads, in the order typed."""
        if self.place is None:
            return []
        mine = (self.place.id, self.record.id)
        roads = self.place.roads.values()
        return [neighbour(self.place, road) for road in roads if road.group and road.group.id == mine]


class ProductCard(Card):
    """The card of a product."""

    def produce(self) -> Produce:
        """The product as its card tells of it."""
        assert self.place is not None, "only a record of a village has more to tell"
        return produce(self.neighbourhood.atlas, self.place, self.record, Scope.CARD)


class VillageCard(Card):
    """The card of a village."""

    def figures(self) -> list[Fact]:
        """Its figures."""
        return [Fact(str(f.name), facts.figure_text(f), unsure=not f.confirmed) for f in self.record.figures]


_CARDS = {
    ROADS.name: RoadCard,
    GROUPS.name: GroupCard,
    PRODUCTS.name: ProductCard,
    VILLAGE.name: VillageCard,
}


def card_of(coded: Coded, around: Surroundings, neighbourhood: Neighbourhood) -> Card:
    """The card of a code, as its kind's template needs it."""
    return _CARDS.get(coded.kind.name, Card)(coded, around, neighbourhood)
