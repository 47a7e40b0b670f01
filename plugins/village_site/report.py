"""Problems as people and programs read them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from village_site.catalogue import label
from village_site.problems import Problem


def line(problem: Problem, lang: str) -> str:
    """`file:line:column: message – mend`; a warning says that it is one."""
    mark = "" if problem.is_error else f"{label('report-warning', lang)}: "
    hint = problem.hint(lang)
    text = f"{problem.text(lang)} – {hint}" if hint else problem.text(lang)
    return f"{problem.file}:{problem.line}:{problem.column}: {mark}{text}"


def as_text(problems: Sequence[Problem], lang: str) -> str:
    """One line a problem, then how many there are and what to do."""
    errors = sum(problem.is_error for problem in problems)
    counts = label("report-counts", lang, errors=errors, warnings=len(problems) - errors)
    advice = label("report-mend" if errors else "report-fine", lang)
    return "\n".join([*(line(problem, lang) for problem in problems), f"{counts} {advice}"])


def as_github(problems: Sequence[Problem], lang: str) -> str:
    """Workflow commands that put each problem beside its line in a pull request."""
    return "\n".join(
        f"::{problem.level} file={_property(problem.file)},line={problem.line},col={problem.column},"
        f"title={problem.code}::{_data(' – '.join(filter(None, (problem.text(lang), problem.hint(lang)))))}"
        for problem in problems
    )


def as_json(problems: Sequence[Problem], lang: str) -> str:
    """A list of `file, line, column, level, code, message, hint`."""
    rows = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "level": str(problem.level),
            "code": problem.code,
            "message": problem.text(lang),
            "hint": problem.hint(lang),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Problem], str], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _data(text: str) -> str:
    """Text behind the `::` of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
