"""What pages show of residents' opinions: numbers, ways to send one, sums of a commune."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from village_site import charts
from village_site.frozen import frozen
from village_site.homes import Home, Place
from village_site.model.contacts import CONTACTS, Contact
from village_site.model.opinions import OPINIONS, Opinion
from village_site.model.units import Unit
from village_site.reckon.opinions import Standing, standing
from village_site.render import capital
from village_site.tongues import words
from village_site.values import PhoneKind

if TYPE_CHECKING:
    from village_site.pages.writer import Writer


@frozen
class VillageLine:
    """How the opinions of one village of a commune stand; `sample` when all of them are made up."""

    place: Place
    standing: Standing
    sample: bool


@frozen
class Opinions:
    """Stands in templates as `page.opinions`."""

    page: Writer

    def standing(self, opinions: Iterable[Opinion]) -> Standing:
        """How opinions stand on the day of the build."""
        return standing(opinions, self.page.day)

    def villages(self, home: Home) -> list[VillageLine]:
        """The villages of a commune that have opinions; none for a village."""
        if isinstance(home, Place):
            return []
        lists = [(place, place.folder.of(OPINIONS)) for place in home.places]
        return [
            VillageLine(place, self.standing(found), all(one.illustrative for one in found))
            for place, found in lists
            if found
        ]

    def altogether(self, home: Home, own: Sequence[Opinion]) -> Standing:
        """The opinions of a home itself and, for a commune, of all of its villages."""
        below = () if isinstance(home, Place) else home.places
        return self.standing([*own, *(one for place in below for one in place.folder.of(OPINIONS))])

    def by_subject(self, told: Standing) -> Markup:
        """How many opinions each subject has, drawn."""
        rows = [
            charts.Row(capital(subject.title.to(self.page.lang)), count, self._count(count, waiting))
            for subject, count, waiting in told.by_subject()
        ]
        return charts.bars(self._t("opinion-by-subject"), rows, self.page.lang)

    def by_year(self, told: Standing) -> Markup:
        """How many opinions each year has, drawn."""
        rows = [
            charts.Row(str(year), count, self._count(count, waiting))
            for year, count, waiting in told.by_year()
        ]
        return charts.bars(self._t("opinion-by-year"), rows, self.page.lang)

    def ways(self, home: Home) -> list[Contact]:
        """Whom residents can tell something: those with an hour, a number or an address of their own."""
        above: Unit | None = home.commune if isinstance(home, Place) else home.unit
        own = home.folder.of(CONTACTS) if isinstance(home, Place) else ()
        found: list[Contact] = [*own, *(above.contacts if above is not None else ())]
        return [one for one in found if _listens(one) and not self.page.is_over(one)]

    def _count(self, count: int, waiting: int) -> str:
        name = "opinion-count-open" if waiting else "opinion-count"
        return self._t(name, count=count, waiting=waiting)

    def _t(self, name: str, **params: object) -> str:
        return words(name, self.page.lang, **params)


def _listens(contact: Contact) -> bool:
    phone = contact.phone is not None and contact.phone.kind is not PhoneKind.EMERGENCY
    return phone or any((contact.hours, contact.zalo, contact.form, contact.email))
