"""The editors' reference of every file, field and listed value, derived from the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from village_site.catalogue import label
from village_site.model import KINDS, Kind, Layout
from village_site.model.common import Amount, Figure
from village_site.model.declare import Field, Record, table
from village_site.model.shapes import Choice, Nested
from village_site.model.text import Text


def field_guide(kinds: tuple[Kind[Any], ...] = KINDS, lang: str = "vi") -> str:
    """The reference as one Markdown page; a record that stands in several kinds is explained once."""
    writer = _Writer(lang)
    parts = [f"# {label('guide-title', lang)}", label("guide-intro", lang)]
    for kind in kinds:
        parts.extend(writer.kind(kind))
    return "\n\n".join(parts) + "\n"


class _Writer:
    """Writes the tables and remembers where each nested record was explained."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._explained: dict[type[Record], str] = {}

    def kind(self, kind: Kind[Any]) -> Iterator[str]:
        """A section for a kind's file."""
        yield f"## {kind.title.to(self._lang)} {{#{kind.name}}}"
        yield f"{kind.help.to(self._lang)} {label('guide-file', self._lang)}: {_file(kind)}."
        yield from self._record(kind.record)

    def _record(self, record: type[Record]) -> Iterator[str]:
        fields = table(record).fields
        heads = [label(f"guide-{name}", self._lang) for name in ("key", "key-en", "meaning", "shape")]
        rows = [f"| {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
        yield "\n".join([*rows, *(_row(spec, self._lang) for spec in fields)])
        for spec in fields:
            if isinstance(spec.shape, Choice):
                yield _choices(spec, self._lang)
        for spec in fields:
            nested = _nested(spec)
            if nested is not None and nested not in self._explained:
                anchor = nested.__name__.lower()
                self._explained[nested] = anchor
                title = f"{spec.title.to(self._lang)}: {label('guide-within', self._lang)} `{spec.vi}`"
                if nested is Figure:
                    title = label("guide-figure", self._lang)
                yield f"### {title} {{#{anchor}}}"
                yield from self._record(nested)


def _file(kind: Kind[Any]) -> str:
    """Where the records of a kind are typed, as a path in the data folder."""
    if kind.layout in (Layout.FOLDER, Layout.FOLDER_LIST):
        return f"`villages/{kind.file}/….yml`"
    folder = "villages/<thôn>/" if kind.in_village else "villages/"
    return " = ".join(f"`{folder}{name}.yml`" for name in kind.files)


def _nested(spec: Field) -> type[Record] | None:
    if isinstance(spec.shape, Nested):
        found: type[Record] = spec.shape.record
        return found
    return Figure if isinstance(spec.shape, Amount) else None


def _row(spec: Field, lang: str) -> str:
    must = f" **{label('guide-required', lang)}**" if spec.required else ""
    shape = spec.shape.title.to(lang)
    if (nested := _nested(spec)) is not None:
        shape = f"[{shape}](#{nested.__name__.lower()})"
    if spec.many:
        shape = label("guide-list", lang, shape=shape)
    also = f" {label('guide-also', lang)} {', '.join(f'`{name}`' for name in spec.also)}" if spec.also else ""
    meaning = f"{spec.title.to(lang)}. {spec.help.to(lang)}{must}"
    return f"| `{spec.vi}`{also} | `{spec.en}` | {_cell(meaning)} | {_cell(shape)} |"


def _choices(spec: Field, lang: str) -> str:
    rows = [f"{label('guide-values', lang)} `{spec.vi}`:", ""]
    for member in spec.shape.values:  # type: ignore[attr-defined]
        term = member.term
        help_text: Text = term.help
        tail = f" – {help_text.to(lang)}" if help_text.vi else ""
        rows.append(f"- `{term.vi}` = `{term.en}`{tail}")
    return "\n".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
