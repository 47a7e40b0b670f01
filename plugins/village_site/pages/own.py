"""Pages that hold all records of one kind of a village or commune, where a section shows but the newest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.homes import Home, Place
from village_site.model.declare import Record
from village_site.model.kinds import Kind
from village_site.model.notices import NOTICES
from village_site.model.text import Text
from village_site.pages.page import Page, own_url
from village_site.pages.sections import file_of, has_any, render_records, shown_records
from village_site.pages.writer import Writer, all_illustrative, newest
from village_site.reckon.english import is_in_both
from village_site.reckon.notices import feed_url
from village_site.tongues import words


def own_pages(atlas: Atlas) -> Iterator[tuple[Home, Kind[Any]]]:
    """Every list that has a page of its own: those of communes, then those of villages."""
    kinds = [kind for kind in atlas.dataset.kinds if kind.own_page]
    for home in atlas.homes:
        for kind in kinds:
            if has_any(atlas, home, kind):
                yield home, kind


def own_page(page: Writer, home: Home, kind: Kind[Any]) -> Page:
    """The page, by the kind's template `lists/<name>.html`."""
    records = shown_records(page, home, kind)
    title = label("page-own-title", page.lang, kind=kind.title.to(page.lang), home=home.name)
    updated = newest(records)
    url = own_url(home, kind)
    twin = page.other(url) if is_in_both(home, kind) else None
    html = page.render(
        "pages/own-page.html",
        home=home,
        kind=kind,
        title=words("page-own-title", page.lang, kind=kind.title, home=home.name),
        body=render_records(page, home, kind, records, "lists"),
        illustrative=bool(records) and all_illustrative(records),
        updated=updated,
        file=file_of(records),
        report_to=_report_to(page.atlas, home),
        other=twin,
    )
    return Page(
        path=f"{page.here(url)}index.md",
        title=title,
        description=label("page-own-description", page.lang, title=title, help=kind.help.to(page.lang)),
        html=html,
        sections=(),
        updated=updated,
        source=own_source(home, kind),
        feed=feed_url(home) if kind is NOTICES else None,
        parent=f"{page.here(home.url)}index.md",
        needs=tuple(page.needs),
        lang=page.lang,
        other=twin,
    )


def _report_to(atlas: Atlas, home: Home) -> Text:
    if isinstance(home, Place):
        return home.report_to
    return home.unit.report_to or atlas.dataset.site.report_to


def own_source(home: Home, kind: Kind[Any]) -> str:
    """The data file to edit: that of the records, else the village's or unit's own."""
    records: tuple[Record, ...] = home.folder.of(kind)
    if (file := file_of(records)) is not None:
        return file
    return home.village.origin.file if isinstance(home, Place) else home.unit.origin.file
