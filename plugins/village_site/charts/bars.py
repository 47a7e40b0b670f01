"""Bars that start at zero: progress towards a target, a share of a whole, several things side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup

from village_site.charts.draw import draw
from village_site.charts.scale import Number, checked, length, percent, place
from village_site.frozen import frozen
from village_site.tongues import quantity_in
from village_site.values import Qualifier, Quantity


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How much of a period is over, in days: 0 <= gone <= total, total > 0."""

    gone: int
    total: int

    def __post_init__(self) -> None:
        if not 0 <= self.gone <= self.total or not self.total:
            raise ValueError(f"{self.gone} days of {self.total} cannot be over")


@frozen
class Progress:
    """What was reached of a target. `text` and `target_text` are the numbers with their units.

    `value` is None where nothing is known; `elapsed` shows where an even pace would be by now.
    """

    label: str
    value: Number | None
    text: str
    target: Number
    target_text: str
    elapsed: Elapsed | None = None


@frozen
class Row:
    """One of several bars; `text` is the number with its unit, and its target where it has one."""

    label: str
    value: Number | None
    text: str
    target: Number | None = None


def bar(progress: Progress, lang: str = "vi") -> Markup:
    """Progress towards a target. What is over the target runs on past the target's line."""
    target = checked(progress.target, progress.label)
    value = None if progress.value is None else checked(progress.value, progress.label)
    top = max(value or Fraction(0), target)
    elapsed = progress.elapsed
    return draw(
        "bar.html",
        lang,
        progress=progress,
        reached="" if progress.value is None else percent(progress.value, progress.target, lang),
        gone=percent(elapsed.gone, elapsed.total, lang) if elapsed else "",
        drawn=value is not None and top > 0,
        value=length(value or Fraction(0), top),
        target=place(target, top),
        pace=place(target * elapsed.gone / elapsed.total, top) if elapsed and target else None,
    )


def share(label: str, part: Number, whole: Number, unit: str = "", lang: str = "vi") -> Markup:
    """A part of a whole, such as 46 of 52 schools: both numbers, the percent, and a frame filled so far.

    ValueError where the part is more than the whole.
    """
    above, below = checked(part, label), checked(whole, label)
    if above > below:
        raise ValueError(f"{label}: {part} is more than the whole, {whole}")
    text = quantity_in(Quantity(Qualifier.EXACT, Decimal(part), Decimal(whole), unit), lang)
    filled, rate = length(above, below), percent(part, whole, lang)
    return draw("share.html", lang, label=label, text=text, percent=rate, filled=filled)


def bars(label: str, rows: Sequence[Row], lang: str = "vi", *, whole: Number | None = None) -> Markup:
    """Several things to one scale, in the order given; empty for no rows.

    A target is a line of its own row. A value of None says in words that it is not known. `whole` is what a
    full bar would be, such as all who were asked; it is drawn as a frame. ValueError for a row above it.
    """
    if not rows:
        return Markup()
    numbers = [checked(n, row.label) for row in rows for n in (row.value, row.target) if n is not None]
    top = max(numbers, default=Fraction(0))
    if whole is not None:
        if top > checked(whole, label):
            raise ValueError(f"{label}: {top} is more than the whole, {whole}")
        top = checked(whole, label)
    lines = [
        (
            row,
            None if row.value is None else length(Fraction(row.value), top),
            None if row.target is None else place(Fraction(row.target), top),
        )
        for row in rows
    ]
    targets = top > 0 and any(row.target is not None for row in rows)
    return draw(
        "bars.html", lang, label=label, lines=lines, top=top, targets=targets, framed=whole is not None
    )
