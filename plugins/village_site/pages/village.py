"""A village's page: what and where it is, whom to call, then a section for every kind of record it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from village_site.campaigns.aloud import reading_time
from village_site.catalogue import label
from village_site.homes import Place
from village_site.model.campaigns import PROGRESS
from village_site.model.contacts import CONTACTS
from village_site.model.declare import Record
from village_site.model.households import HOUSEHOLDS
from village_site.model.kinds import Chapter
from village_site.pages.campaigns import VillagePart, village_parts
from village_site.pages.maps import map_section
from village_site.pages.page import Page
from village_site.pages.sections import MANY, Section, in_chapters, kind_section, kind_sections
from village_site.pages.writer import Writer, newest
from village_site.reckon.english import ENGLISH
from village_site.reckon.notices import feed_url
from village_site.render import capital


def village_page(page: Writer, place: Place) -> Page:
    """The page of one village. Sections stand by chapters, in the order of kinds; empty ones are absent."""
    head = page.render("pages/village-head.html", place=place)
    contacts = kind_section(page, place, CONTACTS)
    sections = in_chapters(_sections(page, place))
    updated = newest([place.village, *_shown_records(page, place)])
    # Rendered last: only now is everything cited that the page cites.
    if page.citations.entries:
        sections.append(_own_section(page, place, "sources", "pages/sources.html", file=None))
    html = page.render(
        "pages/village.html",
        place=place,
        head=head,
        contacts=contacts,
        sections=sections,
        with_contents=len(sections) >= MANY,
        updated=updated,
    )
    return Page(
        path=f"{page.here(place.url)}index.md",
        title=capital(place.name)
        if page.lang == "vi"
        else label("english-title", "en", name=capital(place.name)),
        description=_description(page, place),
        html=html,
        sections=tuple((section.anchor, section.title) for section in (contacts, *sections)),
        updated=updated,
        source=place.village.origin.file,
        feed=feed_url(place) if page.lang == "vi" else None,
        parent=_parent(page, place),
        lang=page.lang,
        other=page.other(place.url),
    )


def _parent(page: Writer, place: Place) -> str:
    if page.lang == "en":
        return f"{ENGLISH}index.md"
    return f"xa/{place.commune.id}/index.md" if place.commune is not None else "xa/index.md"


def _sections(page: Writer, place: Place) -> Iterator[Section]:
    if place.village.introduction is not None:
        yield _own_section(page, place, "introduction", "pages/introduction.html")
    campaigns = village_parts(page, place)
    running = any(part.standing.is_running for part in campaigns)
    if running:  # what is on this week comes first
        yield _campaigns(page, place, campaigns)
    if (drawn := map_section(page, place)) is not None:
        yield drawn
    yield from kind_sections(page, place)
    if campaigns and not running:
        yield replace(_campaigns(page, place, campaigns), chapter=Chapter.STANDARDS)
    if place.village.figures:
        figures = place.village.figures
        file = place.village.origin.file
        section = _own_section(page, place, "figures", "pages/figures.html", file=file, figures=figures)
        yield replace(section, chapter=Chapter.STANDARDS)
    houses = [
        page.atlas.permits.view(page.scope, HOUSEHOLDS, place.id, one) for one in place.folder.of(HOUSEHOLDS)
    ]
    if trading := [house for house in houses if house.trades]:
        section = _own_section(page, place, "trades", "pages/trades.html", file=None, houses=trading)
        yield replace(section, chapter=Chapter.ECONOMY)


def _campaigns(page: Writer, place: Place, parts: tuple[VillagePart, ...]) -> Section:
    """The campaigns a village takes part in, its own and its commune's."""
    entered = place.folder.of(PROGRESS)
    file = entered[0].origin.file if entered else None
    template = "pages/village-campaigns.html"
    return _own_section(page, place, "campaigns", template, file=file, parts=parts, reading_time=reading_time)


def _own_section(
    page: Writer, place: Place, name: str, template: str, *, file: str | None = "", **context: object
) -> Section:
    """A section made of the village's own record; `file` defaults to that record's."""
    html = page.render(template, place=place, **context)
    shown = place.village.origin.file if file == "" else file
    return Section(label(f"page-{name}-anchor", "vi"), label(f"page-{name}", page.lang), html, None, shown)


def _shown_records(page: Writer, place: Place) -> Iterator[Record]:
    for kind in page.atlas.dataset.kinds:
        if kind.section:
            yield from place.folder.of(kind)


def _description(page: Writer, place: Place) -> str:
    """One sentence for search engines and previews; what is said of the past makes old names findable."""
    parts = [capital(place.name)]
    if place.seat is not None and place.seat.chain:
        parts.append(page.address(place.seat))
    text = label("page-village-description", page.lang, kind=place.village.kind, place=", ".join(parts))
    former = [page.address(seat) for seat in place.former_seats if seat.chain]
    return f"{text} {label('page-formerly', page.lang, places='; '.join(former))}" if former else text
