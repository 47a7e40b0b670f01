"""The readers' page about the public data, derived from the tables that are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from village_site.catalogue import label
from village_site.exports import rollups
from village_site.exports.data import places_of, public_fields
from village_site.exports.write import INDEX, Table, tables
from village_site.markdown import plain, row
from village_site.model import KINDS, Kind
from village_site.model.declare import table as fields_of

FOLDER = "../data/v1/"
"""Where the files are, seen from the page's address. Links are plain HTML: no such file is in `content/`."""


def data_guide(kinds: tuple[Kind[Any], ...] = KINDS, lang: str = "vi") -> str:
    """What tables there are, their files, fields and rules, and what is in none of them."""
    listed = list(tables(kinds))
    parts = [
        f"---\ndescription: {label('data-description', lang)}\n---",
        f"# {label('data-title', lang)}",
        label("data-intro", lang, index=_file(INDEX)),
        f"## {label('data-tables', lang)}",
        "\n".join(_overview(listed, lang)),
        f"## {label('data-rules', lang)}",
        label("data-rules-list", lang),
        f"## {label('data-never', lang)}",
        label("data-never-list", lang),
        "\n".join(_never(kinds, lang)),
        f"## {label('data-licence', lang)}",
        label("data-licence-note", lang),
    ]
    for one in listed:
        parts.extend(_table(one, lang))
    return "\n\n".join(parts) + "\n"


def _overview(listed: list[Table], lang: str) -> Iterator[str]:
    heads = [label(f"data-{name}", lang) for name in ("table", "content", "json", "schema", "csv")]
    yield row(*heads)
    yield row(*["---"] * len(heads))
    for one in listed:
        files = one.files
        yield row(
            f"[`{one.name}`](#{one.name})",
            plain(one.title.to(lang)),
            _file(files["json"]),
            _file(files["schema"]),
            _file(files["csv"][0]),
        )


def _table(one: Table, lang: str) -> Iterator[str]:
    yield f"## {plain(one.title.to(lang))}: `{one.name}` {{#{one.name}}}"
    yield plain(one.help.to(lang))
    if len(one.files["csv"]) > 1:
        yield label("data-inner", lang, files=", ".join(_file(name) for name in one.files["csv"][1:]))
    if one.formats:
        files = ", ".join(_file(one.files[each.ending]) for each in one.formats)
        yield label("data-formats", lang, files=files)
    yield "\n".join(_fields(one, lang))
    if one.kind is not None:
        yield label("data-more", lang, anchor=one.kind.name)


def _fields(one: Table, lang: str) -> Iterator[str]:
    heads = [label(f"data-{name}", lang) for name in ("field", "meaning")]
    yield row(*heads)
    yield row(*["---"] * len(heads))
    if one.kind is None:
        for name, (_, told) in rollups.COLUMNS.items():
            yield row(f"`{name}`", plain(told.to(lang)))
        return
    for place in places_of(one.kind):
        yield row(f"`{place}`", plain(label(f"data-of-{place}", lang)))
    fields = public_fields(one.kind.record)
    if "id" in one.kind.record.__dataclass_fields__ and all(spec.en != "id" for spec in fields):
        yield row("`id`", plain(label("data-id", lang)))
    for spec in fields:
        many = f" ({label('data-list', lang)})" if spec.many else ""
        yield row(f"`{spec.en}`", plain(f"{spec.title.to(lang)}. {spec.help.to(lang)}{many}"))


def _never(kinds: tuple[Kind[Any], ...], lang: str) -> Iterator[str]:
    """Kinds that are not published, and the personal fields of those that are."""
    for kind in kinds:
        if not kind.exported or kind.private:
            yield f"- {plain(label('data-never-kind', lang, kind=kind.title.to(lang)))}"
        elif personal := fields_of(kind.record).personal:
            names = ", ".join(spec.title.to(lang).lower() for spec in personal)
            yield f"- {plain(label('data-never-fields', lang, kind=kind.title.to(lang), fields=names))}"


def _file(name: str) -> str:
    return f'<a href="{FOLDER}{name}">{name}</a>'
