"""A review as the Markdown of a pull request's summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from village_site.catalogue import LANGUAGES, label
from village_site.frozen import frozen
from village_site.model import KINDS, Kind
from village_site.review.result import Change, Review, Where
from village_site.review.shown import code, cut, link, masked, strange
from village_site.review.watched import Sort

LIMIT = 1_000_000
"""Bytes of a summary; GitHub shows none of more than 1 MiB."""
_FIRST = (Sort.PHONE, Sort.LINK, Sort.OFFICE, Sort.SITE, Sort.TEXT)
_WHAT = ("added", "changed", "removed")


@frozen
class Section:
    """A heading with a table or a few words; `rows` may be cut off at the end."""

    heading: str
    about: str = ""
    columns: tuple[str, ...] = ()
    rows: Sequence[str] = ()


def as_markdown(
    review: Review, lang: str = "vi", kinds: Sequence[Kind[Any]] = KINDS, limit: int = LIMIT
) -> str:
    """The summary, in at most `limit` bytes; what was cut off is said. What was typed can be no markup."""
    sections = [section for section in _sections(review, lang, kinds) if section.rows or section.about]
    lead = _lead(review, lang, differs=bool(sections))
    left = limit - sum(len(_fixed(section, lang).encode()) for section in sections) - len(lead.encode()) - 200
    parts = []
    is_cut = False
    for section in sections:
        kept: list[str] = []
        for text in section.rows:
            if (left := left - len(text.encode()) - 1) < 0:
                break
            kept.append(text)
        is_cut = is_cut or len(kept) < len(section.rows)
        parts.append(_section(section, kept, lang))
    return "\n\n".join([lead, *([f"**{label('review-too-long', lang)}**"] if is_cut else []), *parts]) + "\n"


def _lead(review: Review, lang: str, *, differs: bool) -> str:
    """How much an attacker could have changed, and what to do about it, in both languages."""
    count = sum(change.sort in _FIRST for change in review.changes)
    lines = [f"## {label('review-title', lang)}"]
    for language in sorted(LANGUAGES, key=lambda language: language != lang):
        if count:
            told = (
                f"**{label('review-watched', language, count=count)}** {label('review-call-back', language)}"
            )
        else:
            told = label("review-none" if differs else "review-same", language)
        if review.unread:
            told += f" **{label('review-unread-about', language, count=len(review.unread))}**"
        lines.append(told if language == lang else f"<sub>{told}</sub>")
    return "\n\n".join(lines)


def _fixed(section: Section, lang: str) -> str:
    """Everything of a section but its rows, at its longest."""
    return _section(section, [], lang) + "\n" * 4


def _section(section: Section, rows: Sequence[str], lang: str) -> str:
    table = [row(*section.columns), row(*["---"] * len(section.columns)), *rows] if section.columns else []
    missing = len(section.rows) - len(rows)
    left_out = f"**{label('review-left-out', lang, count=missing)}**" if missing else ""
    return "\n\n".join(filter(None, (f"### {section.heading}", section.about, "\n".join(table), left_out)))


def _sections(review: Review, lang: str, kinds: Sequence[Kind[Any]]) -> Iterator[Section]:
    """Every section there could be, those that matter most first."""
    beside = tuple(label(f"review-{name}", lang) for name in ("where", "before", "now"))
    for sort in (*_FIRST, Sort.CODE):
        found = review.of(sort)
        heading = f"{label(f'review-{sort.value}', lang)} ({len(found)})"
        yield Section(heading, "", beside, [_change(change, lang) for change in found])
    rows = [row(label(f"review-{side}", lang), code(f"{file}:{line}")) for side, file, line in review.unread]
    yield Section(label("review-unread", lang), "", ("", label("review-where", lang)), rows)
    rows = [row(_where(where, lang, is_gone=True), code(plate)) for where, plate in review.removed]
    heading = f"{label('review-removed', lang)} ({len(rows)})"
    yield Section(heading, "", (label("review-record", lang), label("review-code", lang)), rows)
    if review.consents:
        counts = {what: review.consents[what] for what in _WHAT}
        yield Section(label("review-consents", lang), label("review-consents-counts", lang, **counts))
    yield _counts(review, lang, kinds)


def _change(change: Change, lang: str) -> str:
    """A row: where, before, now."""
    where = _where(change.where, lang, is_gone=change.new is None)
    before = _value(change, change.old, change.new, label("review-nothing-before", lang), lang)
    now = _value(change, change.new, change.old, label("review-nothing-now", lang), lang)
    return row(where, before, now)


def _value(change: Change, text: str | None, other: str | None, nothing: str, lang: str) -> str:
    if text is None:
        return nothing
    if change.hidden:
        return label("review-hidden", lang)
    if change.sort is Sort.LINK:
        shown = link(text, other or "")
    elif change.sort is Sort.TEXT or change.sort is Sort.SITE:
        shown = "; ".join(link(part) for part in cut(text, other or "").split("; "))
    else:
        shown = code(masked(cut(text, other or "")))
    found = strange(text)
    return f"{shown} {label('review-strange', lang, found=code(found))}" if found else shown


def _where(where: Where, lang: str, *, is_gone: bool) -> str:
    """The village, the record and the field; then file and line, the old ones of what is gone."""
    parts = [code(where.village)] if where.village else []
    for title, name in where.steps:
        parts.append(f"{title.to(lang)} {code(masked(cut(name)))}" if name else title.to(lang))
    if where.field is not None:
        parts.append(where.field.to(lang))
    old = f" ({label('review-old', lang)})" if is_gone else ""
    return f"{' · '.join(parts)}<br>{code(f'{where.file}:{where.line}')}{old}"


def _counts(review: Review, lang: str, kinds: Sequence[Kind[Any]]) -> Section:
    """How many records of each village and kind, and how many other files."""
    titles = {kind.name: kind.title.to(lang) for kind in kinds}
    titles |= {name: label(f"review-{name}", lang) for name in ("picture", "file")}
    order = list(titles)
    rows = []
    for village, name in sorted(
        {key[:2] for key in review.counts}, key=lambda key: (key[0], order.index(key[1]))
    ):
        numbers = (str(review.counts[village, name, what] or "") for what in _WHAT)
        rows.append(
            row(code(village) if village else label("review-whole-site", lang), titles[name], *numbers)
        )
    columns = tuple(
        label(f"review-{name}", lang)
        for name in ("village", "kind", "added-count", "changed-count", "removed-count")
    )
    return Section(label("review-counts", lang), "", columns, rows)


def row(*cells: str) -> str:
    """A table's row of ready Markdown."""
    return f"| {' | '.join(cells)} |"
