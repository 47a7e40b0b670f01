"""The loudspeaker's week: whose programmes a village hears, in order, and which of them meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from village_site.atlas import Atlas, Home, Place
from village_site.catalogue import label
from village_site.model.broadcasts import PROGRAMME, BroadcastSlot, Weekday
from village_site.reckon.notices import commune_of

WEEK = Weekday.members()


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of the week and whose it is."""

    slot: BroadcastSlot
    home: Home

    @property
    def days(self) -> tuple[int, ...]:
        """The places of its days in the week, from Monday, 0."""
        return tuple(sorted({WEEK.index(day) for day in self.slot.days})) or tuple(range(len(WEEK)))

    @property
    def begins(self) -> int | None:
        """Minutes since midnight; None where the time is not known."""
        return None if self.slot.time is None else self.slot.time.hour * 60 + self.slot.time.minute

    @property
    def lasts(self) -> int:
        """Minutes; one where nobody said, as it begins at least."""
        return max(1, int(self.slot.minutes.value.number)) if self.slot.minutes is not None else 1

    def meets(self, other: Slot) -> bool:
        """True when the loudspeaker would have to say both at once."""
        one, two = self.begins, other.begins
        if one is None or two is None or not set(self.days) & set(other.days) or not _together(self, other):
            return False
        return one < two + other.lasts and two < one + self.lasts


def programme(atlas: Atlas, home: Home, day: dt.date | None = None) -> tuple[Slot, ...]:
    """What a village hears, its commune's slots too, or what a commune sends; in the order of the week.

    On a `day` only what has not ended before it.
    """
    found = [Slot(slot, home) for slot in home.folder.of(PROGRAMME)]
    if isinstance(home, Place) and (commune := commune_of(atlas, home)) is not None:
        found += [Slot(slot, commune) for slot in commune.folder.of(PROGRAMME)]
    if day is not None:
        found = [one for one in found if one.slot.until is None or one.slot.until.latest() >= day]
    return tuple(sorted(found, key=lambda one: (one.days[0], one.begins is None, one.begins or 0)))


def days_text(slot: Slot, lang: str) -> str:
    """“hằng ngày”, “thứ hai, thứ tư”; three days in a row and more as “thứ hai đến thứ sáu”."""
    if len(slot.days) == len(WEEK):
        return label("programme-daily", lang)
    return ", ".join(_run_text(run, lang) for run in _runs(slot.days))


def _run_text(run: list[int], lang: str) -> str:
    names = [WEEK[place].title.to(lang) for place in run]
    if len(names) > 2:
        return label("programme-days", lang, first=names[0], last=names[-1])
    return ", ".join(names)


def _runs(days: tuple[int, ...]) -> Iterator[list[int]]:
    """Days that follow each other, together."""
    run = [days[0]]
    for before, after in pairwise(days):
        if after != before + 1:
            yield run
            run = []
        run.append(after)
    yield run


def _together(one: Slot, two: Slot) -> bool:
    """True when neither had ended before the other began."""
    pairs = ((one.slot.since, two.slot.until), (two.slot.since, one.slot.until))
    return not any(since and until and since.earliest() > until.latest() for since, until in pairs)
