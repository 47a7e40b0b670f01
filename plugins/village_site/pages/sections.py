"""Sections of a village's or commune's page, by chapters; each kind of record has a template for its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.homes import Home, Place
from village_site.model.contacts import CONTACTS
from village_site.model.declare import Record
from village_site.model.households import HOUSEHOLDS
from village_site.model.kinds import Chapter, Kind
from village_site.pages.writer import Writer, all_illustrative, newest
from village_site.reckon.maps import mapped
from village_site.values import FuzzyDate

MANY = 7
"""So many sections need a list of contents above them."""


@frozen
class Section:
    """A rendered part of a page under its own heading. `opens`: no section before it has its chapter."""

    anchor: str
    title: str
    html: Markup
    updated: FuzzyDate | None
    file: str | None
    illustrative: bool = False
    chapter: Chapter | None = None
    opens: bool = False


def kind_section(page: Writer, home: Home, kind: Kind[Any]) -> Section:
    """A kind's records, by its own template `sections/<name>.html`."""
    records = shown_records(page, home, kind)
    title = label("page-contacts", page.lang) if kind is CONTACTS else kind.title.to(page.lang)
    return Section(
        kind.file_vi,
        title,
        render_records(page, home, kind, records, "sections"),
        newest(records),
        file_of(records),
        bool(records) and all_illustrative(records),
        kind.chapter,
    )


def kind_sections(page: Writer, home: Home, but: Collection[Kind[Any]] = ()) -> Iterator[Section]:
    """The section of every kind of which there is anything to show, in the order of kinds; not of `but`."""
    for kind in page.atlas.dataset.kinds:
        if kind.section and kind is not CONTACTS and kind not in but and has_any(page.atlas, home, kind):
            yield kind_section(page, home, kind)


def has_any(atlas: Atlas, home: Home, kind: Kind[Any]) -> bool:
    """True when there is anything of a kind to show."""
    if home.folder.of(kind):
        return True
    if isinstance(home, Place):
        commune = home.commune if kind.shared_down else None
        return kind.always or bool(commune is not None and atlas.unit_folder(commune.id).of(kind))
    return kind.summed_up and any(place.folder.of(kind) for place in home.places)


def shown_records(page: Writer, home: Home, kind: Kind[Any]) -> tuple[Record, ...]:
    """The records of a kind as a village's or commune's page may show them."""
    records: tuple[Record, ...] = home.folder.of(kind)
    if not isinstance(home, Place):
        return records
    return tuple(page.atlas.permits.view(page.scope, kind, home.id, record) for record in records)


def render_records(
    page: Writer, home: Home, kind: Kind[Any], records: tuple[Record, ...], folder: str
) -> Markup:
    """The template a kind has in a folder, with all that such templates may use."""
    return page.render(
        f"{folder}/{kind.name}.html",
        home=home,
        place=home if isinstance(home, Place) else None,
        kind=kind,
        records=records,
        # Said once above the section, or beside each record concerned.
        mark=not (bool(records) and all_illustrative(records)),
        households=home.folder.of(HOUSEHOLDS),
        mapped=mapped(home) if isinstance(home, Place) else frozenset(),
    )


def file_of(records: tuple[Record, ...]) -> str | None:
    """The data file of records, as it is shown to editors."""
    return records[0].origin.file if records else None


def in_chapters(sections: Iterable[Section]) -> list[Section]:
    """Sections by chapter, in each as they came; those without a chapter come first."""
    ranks = {chapter: rank for rank, chapter in enumerate(Chapter.members(), start=1)}
    ordered = sorted(sections, key=lambda section: ranks.get(section.chapter, 0) if section.chapter else 0)
    seen: set[Chapter | None] = {None}
    found = []
    for section in ordered:
        found.append(replace(section, opens=section.chapter not in seen))
        seen.add(section.chapter)
    return found
