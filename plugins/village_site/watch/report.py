"""An audit as people, an issue and programs read it."""

from __future__ import annotations

import datetime as dt
import json

from village_site.catalogue import LANGUAGES, label
from village_site.codes.alphabet import shown
from village_site.report import printable
from village_site.site import VIETNAM
from village_site.watch.result import LiveReport, Result, Stop, Verdict

MARKER = "<!-- village-site:audit -->"
"""The first line of the issue, by which the next audit finds it again."""
MOST_LISTED = 60
"""Codes of a verdict that an issue lists; GitHub takes no longer text than 65,536 characters."""
_LONGEST = 240
FAULTS = tuple(verdict for verdict in Verdict if verdict is not Verdict.OK)


def as_text(report: LiveReport, lang: str = "vi") -> str:
    """Every code that does not open as it should, one a line, then how many there are of each sort."""
    lines = []
    for verdict in FAULTS:
        if found := report.of(verdict):
            lines.append(f"{label(f'watch-{verdict.value}', lang)} ({len(found)})")
            lines += [f"  {_line(report, result, lang)}" for result in found]
    return "\n".join([*lines, *_summary(report, lang)])


def as_issue(report: LiveReport) -> str:
    """The text of the issue, in Vietnamese and then in short in English; "" when all is well.

    What a server or an editor wrote stands in fences, where it is neither a link nor a mention.
    """
    if report.is_well:
        return ""
    parts = [MARKER, "\n".join(_summary(report, "vi")), label("watch-issue-about", "vi")]
    for verdict in FAULTS:
        if found := report.of(verdict):
            parts.append(f"## {label(f'watch-{verdict.value}', 'vi')} ({len(found)})")
            parts.append(label(f"watch-{verdict.value}-advice", "vi"))
            parts.append("\n".join(["```text", *_listed(report, found), "```"]))
    parts += ["---", "\n".join([*_summary(report, "en"), label("watch-issue-about", "en")])]
    return "\n\n".join(parts) + "\n"


def as_json(report: LiveReport) -> str:
    """Everything, for programs and for the maintainers' page, which reads all but `findings`."""
    data = {
        "url": report.url,
        "printed": report.printed,
        "started": report.started.isoformat(),
        "ended": report.ended.isoformat(),
        "total": report.total,
        "left": report.left,
        "stopped": report.stopped.value if report.stopped else None,
        "counts": {verdict.value: count for verdict, count in report.counts.items()},
        "findings": [_row(report, result) for verdict in FAULTS for result in report.of(verdict)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _row(report: LiveReport, result: Result) -> dict[str, object]:
    return {
        "code": result.code,
        "verdict": result.verdict.value,
        "reason": result.reason,
        "params": dict(result.params),
        "name": report.names["vi"].get(result.code, ""),
        "message": {lang: result.message(lang) for lang in LANGUAGES},
    }


def _line(report: LiveReport, result: Result, lang: str) -> str:
    name = report.names[lang].get(result.code, "")
    return printable(f"{shown(result.code)}  {f'{name}: ' if name else ''}{result.message(lang)}")


def _listed(report: LiveReport, found: list[Result]) -> list[str]:
    lines = [_line(report, result, "vi").replace("`", "'") for result in found[:MOST_LISTED]]
    lines = [line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…" for line in lines]
    more = len(found) - MOST_LISTED
    return [*lines, label("watch-more", "vi", count=more)] if more > 0 else lines


def _summary(report: LiveReport, lang: str) -> list[str]:
    """How many were asked for, where and when; how they open; why it stopped."""
    lines = [
        label(
            "watch-asked",
            lang,
            asked=len(report.results),
            total=report.total,
            url=report.url,
            start=when(report.started),
            end=when(report.ended),
        )
    ]
    if report.printed != report.url:
        lines.append(label("watch-elsewhere", lang, printed=report.printed))
    if report.is_well:
        return [*lines, label("watch-well", lang)]
    counts = {verdict.value: count for verdict, count in report.counts.items()}
    lines.append(label("watch-counts", lang, **counts))
    if report.stopped is not None:
        key = "watch-silent" if report.stopped is Stop.SILENT else "watch-limit"
        lines.append(label(key, lang, left=report.left))
    return lines


def when(time: dt.datetime) -> str:
    """A moment as clocks in Vietnam show it: `21/11/2026 03:23`."""
    return f"{time.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
