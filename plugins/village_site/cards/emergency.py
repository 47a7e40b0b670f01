"""What to do in an emergency: a light page for every village; printed, a sheet of A4 for a wall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.cards import address, facts
from village_site.cards.surroundings import macros
from village_site.cards.top import top
from village_site.exports.contacts import contacts_path, has_contacts
from village_site.frozen import frozen
from village_site.homes import Place
from village_site.model.declare import Record
from village_site.model.safety import SAFETY, FloodLevel, Safety
from village_site.offline import registration
from village_site.reckon.emergency import DISASTER, IN_DANGER, Call, Emergency, emergency, is_overdue
from village_site.render import environment
from village_site.values import FuzzyDate
from village_site.vietnamese import key

_ROOT = "../../../"


def emergency_page(atlas: Atlas, place: Place, banner: Markup | None = None) -> str:
    """The whole HTML document. It is there for a village of which nothing was typed, too."""
    parts = macros()
    head = top(atlas, place, banner or Markup(), _ROOT)
    sheet = _Sheet(atlas, place)
    return (
        environment()
        .get_template("cards/emergency.html")
        .render(
            policy=head.policy,
            opening=parts.opening(head.css, head.banner, place, atlas.dataset.site, _ROOT),
            sheet=sheet,
            help=sheet.help,
            safety=sheet.safety,
            numbers=(*IN_DANGER, DISASTER),
            place=place,
            parts=parts,
            root=_ROOT,
            registration=registration(_ROOT),
            trust=parts.trust(urlsplit(atlas.dataset.site.codes.base_url).netloc.lower()),
        )
    )


@frozen
class _Sheet:
    """What the template asks."""

    atlas: Atlas
    place: Place

    @property
    def safety(self) -> Safety | None:
        """What was typed."""
        return next(iter(self.place.folder.of(SAFETY)), None)

    @property
    def help(self) -> Emergency:
        """Whom to call, where to go."""
        return emergency(self.atlas, self.place, self.safety)

    @property
    def units(self) -> str:
        """“xã Trí Phải, tỉnh Cà Mau”, or ""."""
        return address.units(self.place.seat)

    @property
    def saved(self) -> str | None:
        """Address of all contacts in one file that phones take in; None without anybody to call."""
        return _ROOT + contacts_path(self.place) if has_contacts(self.atlas, self.place) else None

    @property
    def illustrative(self) -> bool:
        """True for made-up data, and for all data of a made-up village."""
        safety = self.safety
        return self.place.village.illustrative or (safety is not None and safety.illustrative)

    @property
    def updated(self) -> FuzzyDate | None:
        """When the record was last looked over, else its village."""
        safety = self.safety
        return (safety.updated if safety is not None else None) or self.place.village.updated

    def is_overdue(self, date: FuzzyDate | None) -> bool:
        """True when a check lies more than a year back."""
        return date is not None and is_overdue(date, self.atlas.day)

    def is_over(self, call: Call) -> bool:
        """True when the term of office of whom to call has ended."""
        end = call.contact.term_end if call.contact is not None else None
        return end is not None and end.latest() < self.day

    @property
    def day(self) -> dt.date:
        """The day of the build."""
        return self.atlas.day

    def sources(self) -> tuple[str, ...]:
        """Where the record and its parts come from, each once."""
        safety = self.safety
        if safety is None:
            return ()
        found = [
            *facts.sources(
                self.atlas, safety, ("evacuation_points", "flood_levels", "fire_points", "reviews")
            )
        ]
        for part in (*safety.evacuation_points, *safety.flood_levels):
            found += facts.sources(self.atlas, part, ())
        return tuple(dict.fromkeys(found))

    @property
    def flood_levels(self) -> list[FloodLevel]:
        """Mark by mark in the order typed, of each the lowest level first: as the water rises."""
        levels = self.safety.flood_levels if self.safety is not None else ()
        marks = list(dict.fromkeys(key(level.mark.vi) for level in levels))
        return sorted(levels, key=lambda one: (marks.index(key(one.mark.vi)), one.level.value.number))

    def newest_first(self, records: Iterable[Record]) -> list[Record]:
        """Dated records, the latest first."""
        return sorted(records, key=lambda one: one.date.sort_key(), reverse=True)  # type: ignore[attr-defined]
