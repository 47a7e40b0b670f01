"""What the templates of one page may ask for: addresses, order, dates, sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from village_site.atlas import Atlas, code_of
from village_site.catalogue import label
from village_site.homes import Home, Place, Seat
from village_site.media import viewer
from village_site.media.photos import Copy, photo_url, portrait_url, size_of
from village_site.model.care import Care
from village_site.model.common import Entry, Figure, Sourced
from village_site.model.contacts import Contact, OfficeHolder
from village_site.model.criteria import Assessment
from village_site.model.declare import Record
from village_site.model.kinds import Kind
from village_site.model.personal import Scope
from village_site.model.photos import Photo
from village_site.model.products import Product
from village_site.model.safety import Safety
from village_site.model.shapes import Ref
from village_site.model.units import Unit
from village_site.model.village import NamedFigure
from village_site.pages import drawings, notices
from village_site.pages.agenda import Agenda
from village_site.pages.citations import Citations
from village_site.pages.documents import Documents
from village_site.pages.money import Money
from village_site.pages.opinions import Opinions
from village_site.pages.page import own_url
from village_site.pages.sums import Sums
from village_site.pages.surveys import Surveys
from village_site.policy import Need
from village_site.reckon.boards import Board, Standing, standings
from village_site.reckon.care import Cared, cared
from village_site.reckon.emergency import NUMBERS, Emergency, emergency, emergency_url
from village_site.reckon.english import in_english, is_in_both
from village_site.reckon.kinds import kinds_of
from village_site.reckon.produce import Produce, produce
from village_site.values import FuzzyDate, Phone, Quantity, date_text
from village_site.vietnamese import sort_key

R = TypeVar("R", bound=Record)
EditUrl = Callable[[str], str]


@dataclass(frozen=True)
class Writer:
    """Stands in every template as `page`. `root` leads from the page to the site's root and ends with "/"."""

    env: Environment
    atlas: Atlas
    root: str
    edit_url: EditUrl | None = None
    citations: Citations = field(init=False)
    needs: list[Need] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        object.__setattr__(self, "citations", Citations(self.atlas.sources))

    def render(self, template: str, **context: object) -> Markup:
        """A template's output."""
        return Markup(self.env.get_template(template).render(page=self, **context))

    def edit(self, file: str) -> str | None:
        """Where a data file can be edited in a browser; None where the site names no such place."""
        return self.edit_url(file) if self.edit_url is not None else None

    def here(self, url: str) -> str:
        """Address, from the site's root, of a page that there is in both languages, in that of this page."""
        return in_english(url) if self.lang == "en" else url

    def date(self, day: dt.date) -> str:
        """“05/12/2026”."""
        return date_text(FuzzyDate(day.year, day.month, day.day), self.lang)

    def in_order(self, records: Iterable[R], name: str = "name") -> list[R]:
        """Records in Vietnamese order of one of their texts; numbers in it count as numbers."""
        return sorted(records, key=lambda record: sort_key(str(getattr(record, name))))

    def by_date(self, records: Iterable[R], *, newest_first: bool = False) -> list[R]:
        """Dated records along time; equal dates stay in the order typed."""

        def when(record: Any) -> tuple[int, int, int]:
            date: FuzzyDate = record.date
            return date.sort_key()

        return sorted(records, key=when, reverse=newest_first)

    def standings(self, assessments: Iterable[Assessment]) -> tuple[Standing, ...]:
        """The sets of criteria a village was assessed against."""
        return standings(self.atlas, assessments)

    @property
    def lang(self) -> str:
        """The language of the page."""
        return str(self.env.globals["lang"])

    @property
    def scope(self) -> Scope | None:
        """Where what people agreed to may stand: on the village's page, of which that in English is but a
        summary for strangers, and names nobody."""
        return Scope.VILLAGE if self.lang == "vi" else None

    def cite(self, record: Sourced) -> Markup:
        """The numbers of a record's sources, and that it is unconfirmed where it is."""
        macros: Any = self.env.get_template("pages/macros.html").module
        return Markup(macros.cite(self, record))

    def states(self, board: Board) -> Markup:
        """How many criteria of a board are in which state, drawn."""
        return drawings.states(board, self.lang)

    def progress(self, standings: Sequence[Standing]) -> Markup:
        """Every assessment along the years, drawn; empty for fewer than two."""
        return drawings.progress(standings, self.lang)

    def share(self, name: str, value: Quantity) -> Markup:
        """A part of a whole, drawn; empty for any other quantity."""
        return drawings.share(name, value, self.lang)

    def figure_share(self, figure: Figure) -> Markup:
        """A figure that is a part of a whole, drawn after its date; empty for any other."""
        return drawings.figure_share(figure, self.lang)

    def over_time(self, figure: NamedFigure) -> Markup:
        """A figure with those before it, drawn; empty where there is only one."""
        return drawings.over_time(self, figure, self.lang)

    def produce(self, place: Place, product: Product) -> Produce:
        """A product as the village's page tells of it."""
        return produce(self.atlas, place, product, self.scope, self.lang)

    def cared(self, place: Place, cares: tuple[Care, ...]) -> list[Cared]:
        """What a group or an association looks after or supervises."""
        return cared(self.atlas, place, cares, self.lang)

    def alerts(self, home: Home | None) -> Markup:
        """Urgent notices, for the top of every page of a village or commune."""
        return notices.alerts(self, home)

    @property
    def news(self) -> notices.News:
        """What there is to show of notices and of the loudspeaker."""
        return notices.News(self)

    @property
    def agenda(self) -> Agenda:
        """What there is to show of events, and of calendars and cards to take along."""
        return Agenda(self)

    @property
    def sums(self) -> Sums:
        """What there is to show of tallies, targets and roll-ups."""
        return Sums(self)

    @property
    def opinions(self) -> Opinions:
        """What there is to show of residents' opinions."""
        return Opinions(self)

    @property
    def documents(self) -> Documents:
        """What there is to show of documents."""
        return Documents(self)

    @property
    def money(self) -> Money:
        """What there is to show of contributions."""
        return Money(self)

    @property
    def surveys(self) -> Surveys:
        """What there is to show of surveys."""
        return Surveys(self)

    def kinds(self, home: Home) -> str:
        """What it is or its villages are: “ấp”, “thôn, tổ dân phố”."""
        return kinds_of(home)

    def unit(self, ref: Ref) -> Unit | None:
        """The unit a reference means."""
        return self.atlas.unit(ref)

    def other(self, url: str) -> str:
        """Address, from the site's root, of a page that there is in both languages, in the other one."""
        return url if self.lang == "en" else in_english(url)

    def address(self, seat: Seat) -> str:
        """Units from the smallest up: “xã Cẩm Bình, tỉnh Hà Tĩnh”."""
        return ", ".join(unit.full_name for unit in seat.chain)

    def group_name(self, place: Place, ref: Ref) -> str | None:
        """Kind and name of the group a record of the village refers to."""
        village, name = ref.id
        home = self.atlas.by_id.get(village) if village else place
        group = home.groups.get(name) if home is not None else None
        return f"{group.kind} {group.name}" if group is not None else None

    def own_page(self, home: Home, kind: Kind[Any]) -> str:
        """Address of the page that holds all records of a kind."""
        url = own_url(home, kind)
        return self.root + (self.here(url) if is_in_both(home, kind) else url)

    def steps(self, home: Home) -> list[tuple[str, str]]:
        """The way from the site's front page to a page below a village's or commune's."""
        if self.lang == "en":
            return [(self.here(home.url), home.name)]
        commune = home.commune if isinstance(home, Place) else home.unit
        above = (
            (f"xa/{commune.id}/", commune.full_name)
            if commune
            else ("xa/", label("page-communes", self.lang))
        )
        return [above, (home.url, home.name)] if isinstance(home, Place) else [above]

    def emergency(self, place: Place, records: Sequence[Safety]) -> Emergency:
        """Whom to call and where to go; `records` is what was typed of safety, or nothing."""
        return emergency(self.atlas, place, records[0] if records else None)

    @property
    def emergency_numbers(self) -> tuple[Phone, ...]:
        """The numbers that anybody can dial, the most urgent first."""
        return NUMBERS

    def emergency_page(self, place: Place) -> str:
        """Address of the light page that says what to do."""
        return self.root + emergency_url(place)

    @property
    def day(self) -> dt.date:
        """The day of the build."""
        return self.atlas.day

    def light_page(self, record: Any) -> str | None:
        """Address of the page behind a record's code; None for a record without one."""
        code = code_of(record)
        return f"{self.root}Q/{code}/" if code else None

    def picture(self, photo: Photo, copy: str = "LARGE") -> str:
        """Address of a picture of a village's or unit's folder, in one of the sizes of `Copy`."""
        return self.root + photo_url(photo, Copy[copy])

    def picture_size(self, photo: Photo, copy: str = "LARGE") -> tuple[int, int] | None:
        """Width and height of a picture in that size, so that the page does not move when it comes."""
        return size_of(self.atlas, photo, Copy[copy])

    def viewer(self) -> str:
        """Address of the script that opens 360° pictures; the page is allowed what it needs."""
        self.needs.extend(need for need in viewer.NEEDS if need not in self.needs)
        return self.root + viewer.script_url()

    def portrait(self, contact: OfficeHolder) -> str:
        """Address of an office holder's photograph, from the village's page."""
        return portrait_url(contact)

    def is_over(self, contact: Contact) -> bool:
        """True when the term of office has ended before the day of the build."""
        return contact.term_end is not None and contact.term_end.latest() < self.atlas.day


def newest(records: Iterable[object]) -> FuzzyDate | None:
    """The latest date of update among records; None when none of them has one."""
    dates = [record.updated for record in records if isinstance(record, Entry) and record.updated is not None]
    return max(dates, key=FuzzyDate.sort_key, default=None)


def all_illustrative(records: Iterable[object]) -> bool:
    """True when every record is sample data, so that it need be said only once."""
    return all(isinstance(record, Entry) and record.illustrative for record in records)
