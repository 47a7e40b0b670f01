"""Which notices concern a village or a commune, and which of them hold on a day.

What a commune gives out holds for all its villages, or for those that it names. A notice without an end is
one of the past after `LASTING`: nobody goes back to write that a meeting is over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Commune, Home, Place
from village_site.model.contacts import CONTACTS, Contact
from village_site.model.notices import NOTICES, Notice, Urgency
from village_site.values import Moment, Phone, moment_text, stamp
from village_site.vietnamese import key

if TYPE_CHECKING:
    from village_site.spoken import Spoken

LASTING = dt.timedelta(days=60)


class State(Enum):
    """Where a day stands in the life of a notice."""

    COMING = "coming"
    HOLDS = "holds"
    OVER = "over"


@frozen
class Part:
    """Words of a sentence; `moment` is the day or second that they name, in ISO 8601, or ""."""

    words: str
    moment: str = ""


@frozen
class Announced:
    """A notice and who gave it out: a village, or the commune that its readers' village belongs to."""

    notice: Notice
    home: Home

    @property
    def begins(self) -> dt.datetime:
        """Its first second, on Vietnam's clocks; as early as can be where the day of issue is not known."""
        if self.notice.since is not None:
            return self.notice.since.earliest()
        return dt.datetime.combine(self.notice.issued.earliest(), dt.time.min)

    @property
    def ends(self) -> dt.datetime:
        """Its last second, on Vietnam's clocks."""
        if self.notice.until is not None:
            return self.notice.until.latest()
        since = self.notice.since.day if self.notice.since is not None else self.notice.issued.latest()
        last = min(since, dt.date.max - LASTING) + LASTING
        return Moment(last).latest()

    def state(self, day: dt.date) -> State:
        """To the day: one that ends, or begins, in the course of the day holds on it."""
        if self.ends.date() < day:
            return State.OVER
        return State.COMING if self.begins.date() > day else State.HOLDS

    @property
    def url(self) -> str:
        """Where all of it stands, from the site's root: on the page of whoever gave it out."""
        return f"{self.home.url}{NOTICES.file_vi}/#{NOTICES.file_vi}-{self.notice.id}"

    @property
    def is_sample(self) -> bool:
        """True for a made-up notice, and for any of a made-up village or commune."""
        owner = self.home.village if isinstance(self.home, Place) else self.home.unit
        return self.notice.illustrative or owner.illustrative

    @property
    def phone(self) -> Phone | None:
        """The work number of whoever answers, as the contacts have it for that role."""
        role = key(self.notice.answers.vi) if self.notice.answers is not None else ""
        matching = (
            contact.phone for contact in _contacts(self.home) if role and key(contact.role.vi) == role
        )
        return next((phone for phone in matching if phone is not None), None)


def notices_of(atlas: Atlas, home: Home) -> tuple[Announced, ...]:
    """All notices for a village, its commune's among them, or those a commune gave out; newest first."""
    found = [Announced(notice, home) for notice in home.folder.of(NOTICES)]
    if isinstance(home, Place) and (commune := commune_of(atlas, home)) is not None:
        found += [
            Announced(notice, commune)
            for notice in commune.folder.of(NOTICES)
            if not notice.villages or home.id in (ref.text for ref in notice.villages)
        ]
    return tuple(sorted(found, key=_newest_first))


def in_force(atlas: Atlas, home: Home, day: dt.date) -> tuple[Announced, ...]:
    """What stands on top of every page of a village, or on a commune's: urgent notices that are not over.

    Those still to come are among them: a page that is read days after it was made shows them when they begin.
    """
    return tuple(
        one
        for one in notices_of(atlas, home)
        if one.notice.urgency is Urgency.URGENT and one.state(day) is not State.OVER
    )


def any_in_force(atlas: Atlas) -> bool:
    """True when some village has a notice on top of its pages."""
    return any(in_force(atlas, place, atlas.day) for place in atlas.places)


def commune_of(atlas: Atlas, place: Place) -> Commune | None:
    """The commune a village belongs to on the day, if it stands."""
    return _communes(atlas).get(place.commune.id) if place.commune is not None else None


def feed_url(home: Home) -> str:
    """Where the feed of a village's or commune's notices stands, from the site's root."""
    return f"{home.url}{NOTICES.file_vi}.xml"


def validity(notice: Notice, lang: str = "vi") -> tuple[Part, ...]:
    """From when until when, in parts: “có hiệu lực đến ”, “17:00 ngày 23/11/2026”; none where nobody said."""
    ends = {}
    if notice.since is not None:
        ends["since"] = Part(moment_text(notice.since, lang), notice.since.iso())
    if notice.until is not None:
        shown = moment_text(notice.until, lang)
        if notice.until.time is None:
            shown = label("notice-end-of-day", lang, day=shown)
        ends["until"] = Part(shown, stamp(notice.until.latest()))
    if not ends:
        return ()
    said = re.split(r"\{(\w+)\}", label(f"notice-{'-'.join(ends)}", lang))
    return tuple(ends[one] if at % 2 else Part(one) for at, one in enumerate(said) if one)


def validity_text(notice: Notice, lang: str = "vi") -> str:
    """The same in one; "" where nobody said."""
    return "".join(part.words for part in validity(notice, lang))


def aloud(one: Announced, place: str) -> Spoken:
    """What is read out of a notice to those of a place, figures, dates and abbreviations written out."""
    # Imported here: most builds have no notice, and the words for the loudspeaker would cost their start.
    from village_site.spoken import speak

    return speak("\n".join(_lines(one, place)))


def _lines(one: Announced, place: str) -> Iterator[str]:
    notice = one.notice
    yield label("loud-village", "vi", place=place)
    yield _sentence(notice.title.vi)
    for paragraph in notice.text.paragraphs:
        yield _sentence(paragraph)
    if words := validity_text(notice):
        yield _sentence(label("notice-loud-validity", "vi", validity=words))
    if notice.answers is not None:
        name = "notice-loud-ask" if one.phone is None else "notice-loud-ask-phone"
        phone = one.phone.display if one.phone is not None else ""
        yield label(name, "vi", role=notice.answers.vi, phone=phone)
    yield label("loud-thanks", "vi")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def _contacts(home: Home) -> tuple[Contact, ...]:
    if isinstance(home, Commune):
        return home.unit.contacts
    above = home.commune.contacts if home.commune is not None else ()
    return (*home.folder.of(CONTACTS), *above)


def _newest_first(one: Announced) -> tuple[int, int, str]:
    """By the day of issue; of one day the later begin first, then by id, so that the order never changes."""
    return -one.notice.issued.sort_key()[0], -int(one.begins.toordinal()), one.notice.id


@lru_cache(maxsize=1)  # every page of a site asks; the next build has an atlas of its own
def _communes(atlas: Atlas) -> dict[str, Commune]:
    return {commune.id: commune for commune in atlas.communes}
