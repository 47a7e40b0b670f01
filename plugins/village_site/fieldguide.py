"""The editors' reference of every file, field and listed value, derived from the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from village_site.catalogue import label
from village_site.markdown import plain, row, unsearched
from village_site.model import KINDS, Kind, Layout
from village_site.model.common import Amount, Figure
from village_site.model.declare import Field, Record, table
from village_site.model.shapes import Choice, Nested
from village_site.model.text import Text


def field_guide(kinds: tuple[Kind[Any], ...] = KINDS, lang: str = "vi") -> str:
    """The reference as one Markdown page; a record that stands in several kinds is explained once."""
    writer = _Writer(lang, kinds)
    parts = [
        unsearched(label("guide-description", lang)),
        f"# {label('guide-title', lang)}",
        label("guide-intro", lang),
    ]
    for kind in kinds:
        parts.extend(writer.kind(kind))
    return "\n\n".join(parts) + "\n"


class _Writer:
    """Writes the tables and remembers where each record is explained."""

    def __init__(self, lang: str, kinds: tuple[Kind[Any], ...]) -> None:
        self._lang = lang
        self._anchors: dict[type[Record], str] = {kind.record: kind.name for kind in kinds}

    def kind(self, kind: Kind[Any]) -> Iterator[str]:
        """A section for a kind's file."""
        yield f"## {kind.title.to(self._lang)} {{#{kind.name}}}"
        yield f"{kind.help.to(self._lang)} {label('guide-file', self._lang)}: {_file(kind)}."
        yield from self._record(kind.record)

    def _record(self, record: type[Record]) -> Iterator[str]:
        fields = table(record).fields
        fresh = self._unexplained(fields)
        for inner in fresh:
            name = inner.__name__.lower()
            self._anchors[inner] = f"{name}-within" if name in self._anchors.values() else name
        heads = [label(f"guide-{name}", self._lang) for name in ("key", "key-en", "meaning", "shape")]
        yield "\n".join([row(*heads), row(*["---"] * len(heads)), *map(self._row, fields)])
        for spec in fields:
            if isinstance(spec.shape, Choice):
                yield _choices(spec, self._lang)
        for inner, spec in fresh.items():
            title = f"{spec.title.to(self._lang)}: {label('guide-within', self._lang)} `{spec.vi}`"
            if inner is Figure:
                title = label("guide-figure", self._lang)
            yield f"### {title} {{#{self._anchors[inner]}}}"
            yield from self._record(inner)

    def _unexplained(self, fields: Iterable[Field]) -> dict[type[Record], Field]:
        """Records within these fields that nothing has explained so far, with the first field of each."""
        found: dict[type[Record], Field] = {}
        for spec in fields:
            if (inner := _nested(spec)) is not None and inner not in self._anchors:
                found.setdefault(inner, spec)
        return found

    def _row(self, spec: Field) -> str:
        shape = plain(spec.shape.title.to(self._lang))
        if (inner := _nested(spec)) is not None:
            shape = f"[{shape}](#{self._anchors[inner]})"
        if spec.many:
            shape = label("guide-list", self._lang, shape=shape)
        also = "".join(f" {label('guide-also', self._lang)} `{name}`" for name in spec.also)
        meaning = plain(f"{spec.title.to(self._lang)}. {spec.help.to(self._lang)}")
        must = f" **{label('guide-required', self._lang)}**" if spec.required else ""
        return row(f"`{spec.vi}`{also}", f"`{spec.en}`", meaning + must, shape)


def _file(kind: Kind[Any]) -> str:
    """Where the records of a kind are typed, as a path in the data folder."""
    if kind.layout in (Layout.FOLDER, Layout.FOLDER_LIST):
        return f"`villages/{kind.file}/….yml`"
    folder = "villages/<thôn>/" if kind.in_village else "villages/"
    files = " = ".join(f"`{folder}{name}.yml`" for name in kind.files)
    return f"{files}; `villages/_units/<đơn vị>/{kind.files[-1]}.yml`" if kind.of_units else files


def _nested(spec: Field) -> type[Record] | None:
    """The record within a field's value, if there is one."""
    if isinstance(spec.shape, Nested):
        found: type[Record] = spec.shape.record
        return found
    return Figure if isinstance(spec.shape, Amount) else None


def _choices(spec: Field, lang: str) -> str:
    rows = [f"{label('guide-values', lang)} `{spec.vi}`:", ""]
    for member in spec.shape.values:  # type: ignore[attr-defined]
        help_text: Text = member.term.help
        tail = f" – {plain(help_text.to(lang))}" if help_text.vi else ""
        rows.append(f"- `{member.term.vi}` = `{member.term.en}`{tail}")
    return "\n".join(rows)
