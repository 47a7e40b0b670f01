"""The figures of a weekly report: each item of the whole, of every village, of every group of a village."""

from __future__ import annotations

from decimal import Decimal

from village_site import charts
from village_site.atlas import Atlas
from village_site.campaigns import ItemStanding, Share, Standing, Week, added
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.render import capital

BEHIND = Decimal("0.1")
"""So much of a target may be missing against an even pace before an item is called slow."""


@frozen
class Line:
    """One item of the whole, of a village or of a group. `done` is None where nothing is known."""

    name: str
    unit: str
    target: Decimal | None
    week: Decimal
    done: Decimal | None
    remark: str

    @property
    def percent(self) -> str:
        """What was done of the target: “hơn 55 %”; empty where that cannot be told."""
        return charts.percent(self.done, self.target, "vi") if self.done is not None and self.target else ""


@frozen
class Part:
    """A village or group with its items in the order of the whole; None for those it has no part in."""

    name: str
    lines: tuple[Line | None, ...]


class Figures:
    """Works out the lines of one week's report."""

    def __init__(self, atlas: Atlas, found: Standing, week: Week) -> None:
        self._atlas = atlas
        self._found = found
        self._sums = added(atlas, found.home, week.opens, week.due)

    def of_all(self) -> tuple[Line, ...]:
        """The items, all villages together."""
        villages = self._found.villages
        lines = []
        for item in self._found.items:
            week = sum((self._week(item, village) for village in villages), Decimal(0))
            lines.append(self._line(item, item.share, week, known=bool(self._found.acting)))
        return tuple(lines)

    def by_village(self) -> tuple[Part, ...]:
        """The villages in the campaign's order."""
        return tuple(
            Part(capital(self._atlas.by_id[village].name), self._of_village(village))
            for village in self._found.villages
        )

    def of_village(self, place: Place) -> tuple[Line, ...]:
        """The items one village has a part in."""
        return tuple(line for line in self._of_village(place.id) if line is not None)

    def by_group(self, place: Place) -> tuple[Part, ...]:
        """The groups of a village that have a part in anything, beside the lines of `of_village`."""
        own = [(item, part) for item in self._found.items if (part := item.of(place.id)) is not None]
        taking = {one.group for _, part in own for one in part.groups}
        known = [group for group in place.groups if group in taking]
        found = []
        for group in known:
            lines = []
            for item, part in own:
                share = next((one.share for one in part.groups if one.group == group), None)
                week = self._week(item, place.id, group)
                lines.append(self._line(item, share, week, known=True) if share is not None else None)
            found.append(
                Part(capital(f"{place.groups[group].kind} {place.groups[group].name}"), tuple(lines))
            )
        return tuple(found)

    def _of_village(self, village: str) -> tuple[Line | None, ...]:
        known = village in self._found.acting
        parts = [(item, item.of(village)) for item in self._found.items]
        return tuple(
            self._line(item, part.share, self._week(item, village), known=known) if part is not None else None
            for item, part in parts
        )

    def _week(self, item: ItemStanding, village: str, group: str | None = None) -> Decimal:
        return self._sums.get((item.item.id, village, group), Decimal(0))

    def _line(self, item: ItemStanding, share: Share, week: Decimal, *, known: bool) -> Line:
        done = share.done if known else None
        remark = self._remark(share) if known else label("weekly-unknown", "vi")
        return Line(str(item.item.name), share.unit, share.target, week, done, remark)

    def _remark(self, share: Share) -> str:
        if share.target is None:
            return label("weekly-no-target", "vi")
        if share.reached:
            return label("weekly-over" if share.done > share.target else "weekly-met", "vi")
        if not share.done:
            return label("weekly-none", "vi") if share.target else ""
        pace = Decimal(self._found.days_gone) / self._found.days
        return label("weekly-slow", "vi") if share.ratio is not None and share.ratio + BEHIND < pace else ""
