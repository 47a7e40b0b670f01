"""What pages show of tallies, targets and roll-ups: charts, rows by commune, ways to who reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from village_site import charts
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.criteria_sets import CriteriaSet
from village_site.model.tallies import Tally, Target
from village_site.model.units import Unit
from village_site.pages import drawings
from village_site.reckon import kinds
from village_site.render import capital
from village_site.rollups import Aim, Counted, Owner, PartSum, RollUp, Standard, former_districts, parts_of
from village_site.rollups.counts import counted
from village_site.rollups.members import unit_url
from village_site.rollups.standards import Scored
from village_site.rollups.targets import aims, comparable
from village_site.tongues import quantity_in, text_in, words
from village_site.values import Qualifier, Quantity, date_text

if TYPE_CHECKING:
    from village_site.pages.writer import Writer


MOST_LISTED = 60
"""Above this many villages a province's page leaves them to the pages of its communes."""


@frozen
class Group:
    """The rows of one commune; `commune` is None for villages of no known commune.

    `page` is the address of the commune's own roll-up, where its rows stand; they are listed here without it.
    """

    commune: Unit | None
    page: str | None
    rows: tuple[Scored, ...]
    villages: int

    @property
    def reached(self) -> int:
        """How many of the rows reached the set."""
        return sum(row.board.reached for row in self.rows)


@frozen
class Sums:
    """Stands in templates as `page.sums`."""

    page: Writer

    @property
    def most_listed(self) -> int:
        """How many villages are named where there are very many."""
        return MOST_LISTED

    def made_up(self, sums: RollUp) -> int:
        """How many of the villages are sample data as a whole."""
        return sum(place.village.illustrative for place in sums.members.places)

    def villages(self, sums: RollUp) -> str:
        """How many villages there are, of each kind: “9 thôn, 1 ấp”."""
        return kinds.counted(sums.members.places)

    def counted(self, owner: Owner, tallies: Iterable[Tally]) -> tuple[Counted, ...]:
        """Somebody's tallies, thing by thing."""
        return counted(owner, tallies, self.page.atlas.day)

    def aims(self, owner: Owner, targets: Iterable[Target]) -> tuple[Aim, ...]:
        """Somebody's targets with what was reached."""
        return aims(owner, targets, self.page.atlas.day)

    def share(self, tally: Tally) -> Markup:
        """A tally that is a part of a whole, drawn after its date; empty for any other."""
        date = capital(date_text(tally.date, self.page.lang))
        return drawings.share(date, tally.total.value, self.page.lang)

    def total(self, name: str, value: Quantity) -> Markup:
        """A sum of shares, drawn."""
        return drawings.share(name, value, self.page.lang)

    def parts(self, tally: Tally) -> Markup:
        """The parts of a tally and their rest as bars, each as it was typed; empty without parts."""
        if not tally.parts:
            return Markup()
        lang, unit = self.page.lang, tally.total.value.unit
        rows = [
            charts.Row(
                text_in(part.name, lang),
                part.number.value.number,
                escape(quantity_in(_in(part.number.value, unit), lang))
                + self.page.cite(part.number)
                + self.page.cite(part),
            )
            for part in tally.parts
        ]
        return self._bars([*rows, *(self._row(part, unit) for part in parts_of(tally) if part.name is None)])

    def part_sums(self, parts: Sequence[PartSum], unit: str) -> Markup:
        """Parts that were added up, and their rest, as bars."""
        return self._bars([self._row(part, unit) for part in parts])

    def aim(self, aim: Aim) -> Markup:
        """A target as a line and what was reached as a bar; empty where the two have no common scale."""
        lang, target = self.page.lang, aim.target.target.value
        target_text = quantity_in(target, lang)
        if aim.reached is None:
            return Markup()
        reached = aim.reached.value
        number, goal = comparable(target, reached)
        if number is None or goal is None:
            return Markup()
        text = quantity_in(reached, lang)
        return charts.bar(charts.Progress(self._until(aim), number, text, goal, target_text), lang)

    def standard(self, standard: Standard) -> Markup:
        """How many reached a set, did not yet, or said nothing."""
        parts = [
            charts.Part(charts.State.MET, standard.reached, self._t("rollup-reached")),
            charts.Part(
                charts.State.NOT_MET, standard.reported - standard.reached, self._t("rollup-not-reached")
            ),
            charts.Part(
                charts.State.NOT_ASSESSED, standard.members - standard.reported, self._t("rollup-silent")
            ),
        ]
        return charts.stack(drawings.marked(standard.set, self.page.lang), parts, self.page.lang)

    def groups(self, sums: RollUp, standard: Standard) -> tuple[Group, ...]:
        """The rows of villages by their commune of then; of very many, a commune's page shows its own."""
        who = sums.members
        if who.unit.kind.is_local:
            return (Group(who.unit, None, standard.scored, len(who.places)),)
        rows = {one.owner.id: one for one in standard.scored}
        few = len(who.places) <= MOST_LISTED
        found = []
        for commune in (*dict.fromkeys(who.commune_of.values()),):
            places = who.within(commune)
            mine = tuple(rows[place.id] for place in places if place.id in rows)
            elsewhere = not few and commune is not None and sums.day == self.page.atlas.day
            address = self.way(commune) if elsewhere else None
            found.append(Group(commune, address, mine, len(places)))
        return tuple(sorted(found, key=lambda one: _rank(sums, one.commune)))

    def former_districts(self, unit: Unit | None) -> tuple[Unit, ...]:
        """The districts a province once had; none for None."""
        return former_districts(self.page.atlas, unit) if unit is not None else ()

    def way(self, owner: Owner | None) -> str | None:
        """The address of a village's page, or of a unit's; None for a commune that is gone."""
        if isinstance(owner, Place):
            return f"{self.page.root}{owner.url}"
        if owner is None or owner.kind.is_local:
            standing = {commune.unit.id for commune in self.page.atlas.communes}
            return f"{self.page.root}xa/{owner.id}/" if owner and owner.id in standing else None
        return f"{self.page.root}{unit_url(owner)}"

    def day(self, sums: RollUp) -> str:
        """The day a roll-up holds for, as dates are written on pages."""
        return f"{sums.day:%d/%m/%Y}"

    def marked(self, one: CriteriaSet) -> str:
        """A set's short name with its mark where it is unverified or an example."""
        return drawings.marked(one, self.page.lang)

    def name(self, owner: Owner) -> str:
        """Kind and name of a village or unit."""
        return owner.name if isinstance(owner, Place) else owner.full_name

    def _bars(self, rows: Sequence[charts.Row]) -> Markup:
        return charts.bars(self._t("rollup-parts"), rows, self.page.lang)

    def _row(self, part: PartSum, unit: str) -> charts.Row:
        name = text_in(part.name, self.page.lang) if part.name is not None else self._t("rollup-rest")
        text = quantity_in(Quantity(Qualifier.EXACT, part.number, None, unit), self.page.lang)
        return charts.Row(name, part.number, text)

    def _until(self, aim: Aim) -> str:
        date = aim.reached.date if aim.reached is not None else None
        return (
            capital(date_text(date, self.page.lang)) if date is not None else self._t("rollup-reached-so-far")
        )

    def _t(self, name: str, **params: object) -> str:
        return words(name, self.page.lang, **params)


def _in(value: Quantity, unit: str) -> Quantity:
    """A part's number with the unit of its total where none is typed."""
    return value if value.unit else Quantity(value.qualifier, value.number, value.of, unit)


def _rank(sums: RollUp, commune: Unit | None) -> int:
    order = sums.members.communes
    return order.index(commune) if commune in order else len(order)
