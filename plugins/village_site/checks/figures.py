"""Figures can be true, and those of an indicator over time can stand in one series."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from village_site.atlas import Atlas
from village_site.checks.walk import all_records, figures
from village_site.model.common import Figure
from village_site.model.village import NamedFigure
from village_site.problems import Problem, at
from village_site.values import Quantity, date_text, quantity_text
from village_site.vietnamese import fold

PERCENT = "%"
# A percentage of these is no part of a whole: a plan can be surpassed, a growth can be of any height.
_NO_PARTS = ("ke hoach", "chi tieu", "so voi")


def amounts(atlas: Atlas) -> Iterator[Problem]:
    """No count is below zero, no part more than its whole."""
    for _, record in all_records(atlas.dataset):
        for figure in figures(record):
            if (code := _fault(figure.value)) is not None:
                yield at(figure.origin.place("value"), code, found=shown(figure.value))


def shown(value: Quantity) -> str:
    """A quantity in a message, which has plain spaces."""
    return quantity_text(value, "vi").replace("\u00a0", " ")


def _fault(value: Quantity) -> str | None:
    if value.number < 0:
        return "figure-below-zero"
    if value.of is not None and value.number > value.of:
        return "figure-over-its-whole"
    is_part = value.unit.startswith(PERCENT) and not any(word in fold(value.unit) for word in _NO_PARTS)
    return "figure-over-hundred" if is_part and value.number > 100 else None


def over_time(atlas: Atlas) -> Iterator[Problem]:
    """Figures of one indicator are of one unit and each of a later date than the one before."""
    named = [figure for place in atlas.places for figure in place.village.figures]
    named += [figure for unit in atlas.dataset.units for figure in unit.figures]
    for figure in named:
        if figure.earlier:
            yield from _series(figure)


def _series(figure: NamedFigure) -> Iterator[Problem]:
    typed: tuple[Figure, ...] = (*figure.earlier, figure)
    for one in typed:
        if one.date is None:
            yield at(one.origin.place(), "figure-without-date", name=str(figure.name))
        if _measure(one.value) != _measure(figure.value):
            params = {"found": shown(one.value), "other": shown(figure.value), "name": str(figure.name)}
            yield at(one.origin.place("value"), "figure-units-differ", **params)
    for before, after in pairwise(one for one in typed if one.date is not None):
        yield from _order(before, after)


def _measure(value: Quantity) -> tuple[str, bool]:
    """What a number counts, and whether as part of a whole."""
    return fold(value.unit), value.of is not None


def _order(before: Figure, after: Figure) -> Iterator[Problem]:
    assert before.date is not None
    assert after.date is not None
    where = after.origin.place("date")
    if before.date == after.date:
        yield at(where, "figure-date-twice", found=date_text(after.date, "vi"))
    elif before.date.sort_key() > after.date.sort_key():
        params = {"found": date_text(after.date, "vi"), "before": date_text(before.date, "vi")}
        yield at(where, "figure-dates-out-of-order", **params)
