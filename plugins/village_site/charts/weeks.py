"""A strip of weeks: which report came, which is missing, which is not due yet."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from village_site.charts.draw import draw
from village_site.frozen import frozen


class Reported(enum.Enum):
    """What became of a week's report."""

    YES = "reported"
    MISSING = "missing"
    NOT_DUE = "not-due"


@frozen
class Week:
    """One week; `label` is the day its report is due (`22/4`), or a link to the report that says so."""

    label: str
    state: Reported


def weeks(label: str, cells: Sequence[Week], lang: str = "vi") -> Markup:
    """The weeks in the order given, each with its day and a word, and how many of those due are there."""
    if not cells:
        return Markup()
    counts = Counter(cell.state for cell in cells)
    missing, reported = counts[Reported.MISSING], counts[Reported.YES]
    return draw(
        "weeks.html",
        lang,
        label=label,
        cells=cells,
        reported=reported,
        due=reported + missing,
        missing=missing,
    )
