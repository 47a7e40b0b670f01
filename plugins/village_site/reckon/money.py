"""Contributions in totals: exact amounts of one thing are added, “hơn 600 triệu đồng” stands by itself.

What is known only as more, about or nearly so much has no sum with anything: it is listed beside the sum.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from typing import Generic, TypeVar

from village_site.frozen import frozen
from village_site.model.contributions import Contribution, Form
from village_site.rollups.counts import is_exact
from village_site.values import DateQualifier, FuzzyDate, Qualifier, Quantity
from village_site.vietnamese import fold

K = TypeVar("K", bound=Hashable)

_SCALES = {
    Form.MONEY: {
        "đồng": 1,
        "nghìn đồng": 1_000,
        "ngàn đồng": 1_000,
        "triệu đồng": 1_000_000,
        "triệu": 1_000_000,
        "tỷ đồng": 1_000_000_000,
        "tỉ đồng": 1_000_000_000,
        "tỷ": 1_000_000_000,
    },
    Form.LABOUR: {"ngày công": 1, "công": 1},
    Form.LAND: {"m²": 1, "m2": 1, "ha": 10_000},
}
"""The units of each form, in the smallest of them. Things are counted in whatever they come in."""
_BY_NAME = {form: {fold(name): size for name, size in units.items()} for form, units in _SCALES.items()}
_OF_SUMS = {Form.MONEY: "triệu đồng", Form.LABOUR: "ngày công", Form.LAND: "m²"}
_WHOLE_YEAR = (DateQualifier.EXACT, DateQualifier.EARLY, DateQualifier.MID, DateQualifier.LATE)


def units(form: Form) -> tuple[str, ...]:
    """The units an amount of a form may have, each by its first name; none where any will do."""
    sizes: dict[int, str] = {}
    for name, size in _SCALES.get(form, {}).items():
        sizes.setdefault(size, name)
    return tuple(sizes.values())


def measure(form: Form, unit: str) -> tuple[str, int] | None:
    """What an amount is counted in and how many of it the unit is; None for a unit the form does not have."""
    if form not in _BY_NAME:
        return (fold(unit), 1) if unit else None
    size = _BY_NAME[form].get(fold(unit))
    return None if size is None else (form.name, size)


@frozen
class When:
    """A row of the years: a year, or a time that is no single year and has its own words."""

    year: int
    date: FuzzyDate | None = None
    up_to: bool = False


def when(one: Contribution) -> When:
    """The row a contribution stands in."""
    if one.up_to:
        return When(one.year.year, one.year, up_to=True)
    return When(one.year.year, None if one.year.qualifier in _WHOLE_YEAR else one.year)


@frozen
class Row(Generic[K]):
    """What was given in a year, or by a kind of giver: for each form the sums, then what has none."""

    of: K
    given: dict[Form, tuple[Quantity, ...]]


def rows(contributions: Iterable[Contribution], part: Callable[[Contribution], K]) -> list[Row[K]]:
    """The contributions put together by a part of them, in the order met."""
    found: dict[K, dict[Form, list[Quantity]]] = {}
    for one in contributions:
        found.setdefault(part(one), {}).setdefault(one.form, []).append(one.amount.value)
    return [
        Row(of, {form: together(form, amounts) for form, amounts in given.items()})
        for of, given in found.items()
    ]


def together(form: Form, amounts: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """The sum of the exact amounts of each thing, then every other amount as it is known."""
    sums: dict[str, list[Quantity]] = {}
    others = []
    for amount in amounts:
        found = measure(form, amount.unit)
        if found is not None and amount.of is None and is_exact(amount):
            sums.setdefault(found[0], []).append(amount)
        else:
            others.append(amount)
    return (*(_sum(form, found) for found in sums.values()), *others)


def height(form: Form, amount: Quantity) -> tuple[str, Decimal] | None:
    """An amount in what its form is compared by; None where it cannot be compared."""
    found = measure(form, amount.unit)
    return None if found is None else (found[0], amount.number * found[1])


def _sum(form: Form, amounts: list[Quantity]) -> Quantity:
    """Of equal units in that unit, else in the one sums of the form are told in."""
    first = amounts[0].unit
    if all(fold(one.unit) == fold(first) for one in amounts):
        return Quantity(Qualifier.EXACT, sum((one.number for one in amounts), Decimal(0)), None, first)
    total = sum((one.number * _BY_NAME[form][fold(one.unit)] for one in amounts), Decimal(0))
    unit = _OF_SUMS[form]
    return Quantity(Qualifier.EXACT, _plain(total / _BY_NAME[form][fold(unit)]), None, unit)


def _plain(number: Decimal) -> Decimal:
    """Without the zeros that a division leaves."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
