"""The readers' page about the public data, derived from the tables that are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from village_site.catalogue import label
from village_site.exports import rollups
from village_site.exports.data import places_of, public_fields
from village_site.exports.write import INDEX, Table, tables
from village_site.guides.words import marked
from village_site.model import Kind
from village_site.model.declare import table as fields_of
from village_site.pages.page import Page
from village_site.pages.writer import Writer

FOLDER = "data/v1/"
"""Where the files are, from the site's root."""


def table_guide(page: Writer, url: str, *, fields_at: str) -> Page:
    """What tables there are, their files, fields and rules, and what is in none of them. `fields_at` is the
    address of the reference of fields."""
    kinds, lang = page.atlas.dataset.kinds, page.lang
    listed = [(one, list(_fields(one, lang))) for one in tables(kinds)]
    html = page.render(
        "guides/tables.html",
        folder=f"{page.root}{FOLDER}",
        index=INDEX,
        tables=listed,
        never=list(_never(kinds, lang)),
        fields_at=f"{page.root}{fields_at}",
        marked=marked,
    )
    named = [("cac-bang", "data-tables"), ("cach-doc", "data-rules"), ("khong-co", "data-never")]
    sections = [(anchor, label(key, lang)) for anchor, key in (*named, ("dung-lai", "data-licence"))]
    return Page(
        path=f"{url}index.md",
        title=label("data-title", lang),
        description=label("data-description", lang),
        html=html,
        sections=(*sections, *((one.name, one.title.to(lang)) for one, _ in listed)),
        updated=None,
        source=None,
        parent=None,
        searched=True,
    )


def _fields(one: Table, lang: str) -> Iterator[tuple[str, str]]:
    """Name and meaning of every column."""
    if one.kind is None:
        yield from ((name, told.to(lang)) for name, (_, told) in rollups.COLUMNS.items())
        return
    for place in places_of(one.kind):
        yield place, label(f"data-of-{place}", lang)
    fields = public_fields(one.kind.record)
    if "id" in one.kind.record.__dataclass_fields__ and all(spec.en != "id" for spec in fields):
        yield "id", label("data-id", lang)
    for spec in fields:
        many = f" ({label('data-list', lang)})" if spec.many else ""
        yield spec.en, f"{spec.title.to(lang)}. {spec.help.to(lang)}{many}"


def _never(kinds: tuple[Kind[Any], ...], lang: str) -> Iterator[str]:
    """Kinds that are not published, and the personal fields of those that are."""
    for kind in kinds:
        if not kind.exported or kind.private:
            yield label("data-never-kind", lang, kind=kind.title.to(lang))
        elif personal := fields_of(kind.record).personal:
            names = ", ".join(spec.title.to(lang).lower() for spec in personal)
            yield label("data-never-fields", lang, kind=kind.title.to(lang), fields=names)
