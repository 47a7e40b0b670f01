"""The loudspeaker's week: whose programmes a village hears, in order, and which of them meet."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Home, Place
from village_site.model.broadcasts import PROGRAMME, BroadcastSlot, Weekday
from village_site.reckon.notices import commune_of

WEEK = Weekday.members()
NEIGHBOURS = 50
"""So many slots that begin before another are looked at, to see whether they still go on then."""


@frozen
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


def overlaps(atlas: Atlas, home: Home) -> Iterator[tuple[Slot, Slot]]:
    """Slots of a village or commune that meet another one that is heard there; a later slot is told of once.

    What only the commune's slots do among themselves is told of the commune, not of each village. Each slot
    is compared with the NEIGHBOURS before it alone, so that a list of thousands does not take minutes.
    """
    timed = [(one.begins, one.days, one) for one in programme(atlas, home) if one.begins is not None]
    timed.sort(key=lambda found: found[0])
    told: set[int] = set()
    for day in range(len(WEEK)):
        before: deque[tuple[int, Slot]] = deque(maxlen=NEIGHBOURS)
        for place, (begins, days, one) in enumerate(timed):
            if day not in days:
                continue
            if place not in told:
                for ends, two in before:
                    own = one.home is home or two.home is home
                    if begins < ends and own and _together(one, two):
                        told.add(place)
                        yield two, one
                        break
            before.append((begins + one.lasts, one))


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
