"""The editors' reference of every file, field and listed value, derived from the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.guides.words import marked
from village_site.model import Kind, Layout
from village_site.model.common import Amount, Figure
from village_site.model.declare import Field, Record, table
from village_site.model.shapes import Choice, Nested
from village_site.pages.page import Page
from village_site.pages.writer import Writer


@frozen
class Row:
    """A field in words. `anchor` leads to where the record within its value is explained."""

    field: Field
    shape: str
    anchor: str | None

    @property
    def values(self) -> tuple[Any, ...]:
        """What may be chosen, where the value is one of a list."""
        values: Any = self.field.shape.values if isinstance(self.field.shape, Choice) else ()
        return tuple(values)


@frozen
class Part:
    """What explains one record: a kind's file, or, where `within` is the field, what stands in its value."""

    anchor: str
    title: str
    rows: tuple[Row, ...]
    kind: Kind[Any] | None = None
    within: Field | None = None

    @property
    def files(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Where a kind's records are typed: equal names of a file, and the same for units."""
        kind = self.kind
        if kind is None:
            return (), ()
        if kind.layout in (Layout.FOLDER, Layout.FOLDER_LIST):
            return (f"villages/{kind.file}/….yml",), ()
        folder = "villages/<thôn>/" if kind.in_village else "villages/"
        units = (f"villages/_units/<đơn vị>/{kind.files[-1]}.yml",) if kind.of_units else ()
        return tuple(f"{folder}{name}.yml" for name in kind.files), units


def field_guide(page: Writer, url: str) -> Page:
    """The reference; a record that stands in several kinds is explained once."""
    kinds = page.atlas.dataset.kinds
    reference = _Reference(page.lang, kinds)
    parts = [part for kind in kinds for part in reference.of(kind)]
    return Page(
        path=f"{url}index.md",
        title=label("guide-title", page.lang),
        description=label("guide-description", page.lang),
        html=page.render("guides/fields.html", parts=parts, marked=marked),
        sections=tuple((part.anchor, part.title) for part in parts if part.kind is not None),
        updated=None,
        source=None,
        parent=None,
    )


class _Reference:
    """Divides the model into parts and remembers where each record is explained."""

    def __init__(self, lang: str, kinds: tuple[Kind[Any], ...]) -> None:
        self._lang = lang
        self._anchors: dict[type[Record], str] = {kind.record: kind.name for kind in kinds}

    def of(self, kind: Kind[Any]) -> Iterator[Part]:
        """A kind's own part, then those of the records within it that nothing has explained so far."""
        fresh, rows = self._rows(kind.record)
        yield Part(kind.name, kind.title.to(self._lang), rows, kind=kind)
        yield from self._inner(fresh)

    def _inner(self, records: dict[type[Record], Field]) -> Iterator[Part]:
        for inner, spec in records.items():
            fresh, rows = self._rows(inner)
            title = label("guide-figure", self._lang) if inner is Figure else spec.title.to(self._lang)
            yield Part(self._anchors[inner], title, rows, within=None if inner is Figure else spec)
            yield from self._inner(fresh)

    def _rows(self, record: type[Record]) -> tuple[dict[type[Record], Field], tuple[Row, ...]]:
        """The fields of a record, and what within them is still to be explained, with its first field."""
        fields = table(record).fields
        fresh = self._unexplained(fields)
        for inner in fresh:
            name = inner.__name__.lower()
            self._anchors[inner] = f"{name}-within" if name in self._anchors.values() else name
        return fresh, tuple(map(self._row, fields))

    def _unexplained(self, fields: Iterable[Field]) -> dict[type[Record], Field]:
        found: dict[type[Record], Field] = {}
        for spec in fields:
            if (inner := _nested(spec)) is not None and inner not in self._anchors:
                found.setdefault(inner, spec)
        return found

    def _row(self, spec: Field) -> Row:
        inner = _nested(spec)
        return Row(spec, spec.shape.title.to(self._lang), self._anchors[inner] if inner is not None else None)


def _nested(spec: Field) -> type[Record] | None:
    """The record within a field's value, if there is one."""
    if isinstance(spec.shape, Nested):
        found: type[Record] = spec.shape.record
        return found
    return Figure if isinstance(spec.shape, Amount) else None
