"""What the templates of pages may ask of notices, of the loudspeaker and of feeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from village_site import alerts as top
from village_site.campaigns.aloud import reading_time
from village_site.frozen import frozen
from village_site.homes import Home
from village_site.model.broadcasts import Broadcast
from village_site.model.notices import NOTICES, Notice, Urgency
from village_site.reckon import notices, programme
from village_site.reckon.notices import Announced, Part, State
from village_site.reckon.programme import Slot
from village_site.values import clock_text

if TYPE_CHECKING:
    from village_site.pages.writer import Writer
    from village_site.spoken import Spoken

SHORT = 6
"""So many notices, or broadcasts, stand on a village's own page; all of them on the page of their own."""
_RANK = {urgency: rank for rank, urgency in enumerate(Urgency.members())}


def alerts(page: Writer, home: Home | None) -> Markup:
    """Urgent notices for the top of a page of a village or commune, with their script; empty without any."""
    if home is None:
        return Markup()
    found = top.alerts(page.atlas, home, root=page.root, name="vs-alert", lang=page.lang)
    if not found:
        return found
    return found + Markup('<script src="{}{}" async></script>').format(page.root, top.SCRIPT)


@frozen
class News:
    """Stands in templates as `page.news`."""

    page: Writer

    def all(self, home: Home) -> tuple[Announced, ...]:
        """Every notice that concerns a village, or that a commune gave out; newest first."""
        return notices.notices_of(self.page.atlas, home)

    def holding(self, home: Home) -> list[Announced]:
        """Those in force on the day, the most urgent first."""
        return sorted(self._in(home, State.HOLDS), key=lambda one: _RANK[one.notice.urgency])

    def coming(self, home: Home) -> list[Announced]:
        """Those still to come, the nearest first."""
        return sorted(self._in(home, State.COMING), key=lambda one: one.begins)

    def over(self, home: Home) -> list[Announced]:
        """Those of the past, newest first."""
        return self._in(home, State.OVER)

    def validity(self, notice: Notice) -> tuple[Part, ...]:
        """From when until when, for the macro of `notices/validity.html`."""
        return notices.validity(notice, self.page.lang)

    def is_over(self, one: Announced) -> bool:
        """True for one of the past."""
        return one.state(self.page.day) is State.OVER

    def address(self, one: Announced) -> str:
        """Where all of a notice stands."""
        return f"{self.page.root}{one.url}"

    def anchor(self, one: Announced, home: Home) -> str:
        """The id of a notice on a page; a commune's may be called as one of the village."""
        before = NOTICES.file_vi if one.home is home else f"{NOTICES.file_vi}-{one.home.id}"
        return f"{before}-{one.notice.id}"

    def villages(self, one: Announced) -> str:
        """The names of the villages it is only for."""
        known = self.page.atlas.by_id
        return ", ".join(known[ref.text].name for ref in one.notice.villages if ref.text in known)

    def aloud(self, one: Announced, home: Home) -> Spoken:
        """What is read out of it to the people of a village or commune."""
        return notices.aloud(one, home.name)

    def reading_time(self, spoken: Spoken) -> str:
        """How long that takes."""
        return reading_time(spoken.seconds, self.page.lang)

    def programme(self, home: Home) -> tuple[Slot, ...]:
        """The loudspeaker's week as it is on the day."""
        return programme.programme(self.page.atlas, home, self.page.day)

    def programme_before(self, home: Home) -> list[Slot]:
        """What has ended of it."""
        now = self.programme(home)
        return [slot for slot in programme.programme(self.page.atlas, home) if slot not in now]

    def days(self, slot: Slot) -> str:
        """The days of a slot in words."""
        return programme.days_text(slot, self.page.lang)

    def clock(self, time: dt.time) -> str:
        """A time of day in words."""
        return clock_text(time, self.page.lang)

    def log(self, records: Iterable[Broadcast]) -> list[Broadcast]:
        """What was read out, newest first."""
        return sorted(records, key=lambda one: (one.date.sort_key(), one.time or dt.time.min), reverse=True)

    @property
    def short(self) -> int:
        """How many of a list a section shows."""
        return SHORT

    def read_out(self, broadcast: Broadcast) -> Announced | None:
        """The notice that a broadcast read out."""
        notice = self.page.atlas.record(broadcast.notice, NOTICES)
        if broadcast.notice is None or notice is None:
            return None
        home = self.page.atlas.home(broadcast.notice.id[0])
        return Announced(notice, home) if home is not None else None

    def feed(self, home: Home) -> str:
        """Address of the feed of a village or commune."""
        return f"{self.page.root}{notices.feed_url(home)}"

    def _in(self, home: Home, state: State) -> list[Announced]:
        return [one for one in self.all(home) if one.state(self.page.day) is state]
