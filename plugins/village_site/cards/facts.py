"""What a card tells of a record: its fields under their own titles, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.model.common import Citation, Figure, Sourced
from village_site.model.declare import Record, table
from village_site.values import FuzzyDate, date_text, quantity_text


@dataclass(frozen=True, slots=True)
class Fact:
    """One line about a record; `href` leads to the card of what it names."""

    title: str
    text: str
    href: str | None = None
    unsure: bool = False


def field_title(record: Record, name: str) -> str:
    """The Vietnamese title of a field, as it was declared."""
    return table(type(record)).by_name[name].title.vi


def fact(record: Record, name: str) -> Fact | None:
    """A field of one value; None when nothing is known."""
    value = getattr(record, name)
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return Fact(field_title(record, name), "; ".join(map(str, value)))
    if isinstance(value, Figure):
        return Fact(field_title(record, name), figure_text(value), unsure=not value.confirmed)
    text = date_text(value, "vi") if isinstance(value, FuzzyDate) else str(value)
    return Fact(field_title(record, name), text)


def figure_text(figure: Figure) -> str:
    """“hơn 90 % (tính đến tháng 1/2024)”."""
    text = quantity_text(figure.value, "vi")
    if figure.date is None:
        return text
    return f"{text} ({label('card-as-of', 'vi', date=date_text(figure.date, 'vi'))})"


def sources(atlas: Atlas, record: Record, names: tuple[str, ...]) -> tuple[str, ...]:
    """The sources of a record and of its fields named, each once, in the order they are first cited."""
    return tuple(dict.fromkeys(_source_text(atlas, citation) for citation in _citations(record, names)))


def _citations(record: Record, names: tuple[str, ...]) -> Iterator[Citation]:
    for value in (record, *(getattr(record, name) for name in names)):
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Sourced):
                yield from part.sources


def _source_text(atlas: Atlas, citation: Citation) -> str:
    """Title, publisher and date of a known source; no link, a card asks no other host for anything."""
    source: Any = atlas.sources.get(citation.text) if citation.is_id else None
    if source is None:
        return citation.text
    date = date_text(source.date, "vi") if source.date is not None else None
    return ", ".join(str(part) for part in (source.title, source.publisher, date) if part)
