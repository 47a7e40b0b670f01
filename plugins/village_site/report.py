"""Problems as people and programs read them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence

from village_site.catalogue import label
from village_site.overlay import PRIVATE
from village_site.problems import Level, Problem

PUBLIC_LOG = "VILLAGES_PUBLIC_LOG"
"""Variable of the environment, set where anybody may read what is printed, as a public repository's log."""

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def printable(text: str) -> str:
    """A text on one line, without what a terminal would obey, what turns the direction of writing, and what
    no output can encode: file names and typed words may hold all of that, and a message shows them."""
    return "".join(letter if letter.isprintable() or letter in _SPACES else _UNKNOWN for letter in text)


def line(problem: Problem, lang: str) -> str:
    """`file:line:column: message – mend`; a warning says that it is one."""
    mark = "" if problem.is_error else f"{label('report-warning', lang)}: "
    return f"{printable(problem.file)}:{problem.line}:{problem.column}: {mark}{_words(problem, lang)}"


def as_text(problems: Sequence[Problem], lang: str) -> str:
    """One line a problem, then how many there are and what to do."""
    problems = _for_this_log(problems)
    errors = sum(problem.is_error for problem in problems)
    counts = label("report-counts", lang, errors=errors, warnings=len(problems) - errors)
    advice = label("report-mend" if errors else "report-fine", lang)
    return "\n".join([*(line(problem, lang) for problem in problems), f"{counts} {advice}"])


def as_github(problems: Sequence[Problem], lang: str) -> str:
    """Workflow commands that put each problem beside its line in a pull request."""
    return "\n".join(_annotation(problem, lang) for problem in _for_this_log(problems))


def as_json(problems: Sequence[Problem], lang: str) -> str:
    """A list of `file, line, column, level, code, message, hint`."""
    rows = [
        {
            "file": printable(problem.file),
            "line": problem.line,
            "column": problem.column,
            "level": str(problem.level),
            "code": problem.code,
            "message": printable(problem.text(lang)),
            "hint": printable(problem.hint(lang)),
        }
        for problem in _for_this_log(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Problem], str], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def hide_private(problems: Sequence[Problem], root: str = PRIVATE) -> tuple[Problem, ...]:
    """One problem that says how many there are, in the place of all that stand in the private folder `root`
    or name a file in it: a message shows what was typed. On the keeper's own machine they are all told."""
    hidden = [problem for problem in problems if _tells_of(problem, root)]
    if not hidden:
        return tuple(problems)
    levels = {problem.level for problem in hidden}
    worst = next(level for level in Level if level in levels)
    summary = Problem(root, 1, 1, "private-problems", worst, {"count": str(len(hidden))})
    return (summary, *(problem for problem in problems if problem not in hidden))


def _for_this_log(problems: Sequence[Problem]) -> Sequence[Problem]:
    return hide_private(problems) if os.environ.get(PUBLIC_LOG) else problems


def _tells_of(problem: Problem, root: str) -> bool:
    named = (problem.file, *problem.params.values())
    return problem.file == root or any(f"{root}/" in text for text in named)


def _words(problem: Problem, lang: str) -> str:
    """What is wrong and, behind a dash, how to mend it."""
    return printable(" – ".join(filter(None, (problem.text(lang), problem.hint(lang)))))


def _annotation(problem: Problem, lang: str) -> str:
    level = "error" if problem.is_error else "warning"
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
    return f"::{level} {place},title={problem.code}::{_data(_words(problem, lang))}"


def _data(text: str) -> str:
    """Text behind the `::` of a workflow command."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    """A property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
