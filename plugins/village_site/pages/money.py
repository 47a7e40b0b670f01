"""What pages show of contributions: totals by year and by giver, drawn where they compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from village_site import charts
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.model.contributions import Contribution, Form, Giver
from village_site.reckon import money
from village_site.reckon.money import Row, When
from village_site.tongues import quantity_in
from village_site.values import Quantity, date_text

if TYPE_CHECKING:
    from village_site.pages.writer import Writer


@frozen
class Money:
    """Stands in templates as `page.money`."""

    page: Writer

    def newest_first(self, contributions: Iterable[Contribution]) -> list[Contribution]:
        """Contributions by their time; equal ones stay in the order typed."""
        return sorted(contributions, key=lambda one: one.year.sort_key(), reverse=True)

    def forms(self, contributions: Iterable[Contribution]) -> list[Form]:
        """What was given at all, in the order of the list."""
        given = {one.form for one in contributions}
        return [form for form in Form.members() if form in given]

    def by_year(self, contributions: Iterable[Contribution]) -> list[Row[When]]:
        """What each year gave, the newest first."""
        return money.rows(self.newest_first(contributions), money.when)

    def by_giver(self, contributions: Iterable[Contribution]) -> list[Row[Giver]]:
        """What each kind of giver gave, in the order of the list; empty where there is but one kind."""
        order = Giver.members()
        found = money.rows(contributions, lambda one: one.giver)
        return sorted(found, key=lambda row: order.index(row.of)) if len(found) > 1 else []

    def when(self, when: When) -> str:
        """A row of the years in words: `2024`, `đến năm 2024`."""
        if when.date is None:
            return str(when.year)
        text = date_text(when.date, self.page.lang)
        return label("money-up-to", self.page.lang, date=text) if when.up_to else text

    def amounts(self, row: Row[Any], form: Form) -> str:
        """Everything of a form in a row; empty where there is nothing."""
        return "; ".join(quantity_in(one, self.page.lang) for one in row.given.get(form, ()))

    def over_years(self, years: Sequence[Row[When]], form: Form) -> Markup:
        """A form along the years, drawn; empty where fewer than two years compare, or one year has amounts
        that no one number tells."""
        typed = [row for row in years if form in row.given and row.of.date is None]
        typed.sort(key=lambda row: row.of.year)
        heights = [_only(form, row.given[form]) for row in typed]
        measures = {height[0] for height in heights if height is not None}
        if len(typed) < 2 or len(measures) != 1 or None in heights:
            return Markup()
        rows = [
            charts.Row(str(row.of.year), height[1], self.amounts(row, form))
            for row, height in zip(typed, heights, strict=True)
            if height is not None
        ]
        title = label("money-over-years", self.page.lang, form=form.title.to(self.page.lang))
        return charts.bars(title, rows, self.page.lang)


def _only(form: Form, amounts: tuple[Quantity, ...]) -> tuple[str, charts.Number] | None:
    return money.height(form, amounts[0]) if len(amounts) == 1 else None
