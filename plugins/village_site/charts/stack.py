"""How many of a whole are in which state, as one bar in parts."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup

from village_site.catalogue import label as words
from village_site.charts.draw import draw
from village_site.charts.scale import checked, length, place
from village_site.frozen import frozen


class State(enum.Enum):
    """How a part is drawn: full, striped, empty in a thick frame, empty in a dashed one."""

    MET = "met"
    IN_PROGRESS = "in-progress"
    NOT_MET = "not-met"
    NOT_ASSESSED = "not-assessed"


@frozen
class Part:
    """So many are in this state; `label` where the state's own word (`đạt`, `chưa chấm` …) does not fit."""

    state: State
    count: int
    label: str = ""


def stack(label: str, parts: Sequence[Part], lang: str = "vi") -> Markup:
    """The parts from left to right in the order given, their numbers and words below.

    A part of none is not shown; a stack of none shows its label and that nothing is known.
    """
    counts = [checked(part.count, label) for part in parts]
    total, before = sum(counts, Fraction(0)), Fraction(0)
    segments = []
    for part, count in zip(parts, counts, strict=True):
        if count:
            name = part.label or words(f"chart-{part.state.value}", lang)
            ends = place(before, total), place(before + count, total)
            segments.append((part, Decimal(part.count), name, *ends, length(count, total)))
        before += count
    return draw("stack.html", lang, label=label, segments=segments)
