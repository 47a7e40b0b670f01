"""Contributions are counted in what their form is given in."""

from __future__ import annotations

from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.checks.figures import shown
from village_site.model.contributions import CONTRIBUTIONS
from village_site.problems import Problem, at
from village_site.reckon import money


def contributions(atlas: Atlas) -> Iterator[Problem]:
    """Money is counted in đồng, labour in days, land in square metres."""
    for folder in atlas.folders:
        for one in folder.of(CONTRIBUTIONS):
            value = one.amount.value
            if value.of is None and money.measure(one.form, value.unit) is not None:
                continue
            where = one.amount.origin.place("value")
            allowed = ", ".join(money.units(one.form))
            code = "contribution-unit" if allowed else "contribution-no-unit"
            yield at(where, code, found=shown(value), form=str(one.form), allowed=allowed)
