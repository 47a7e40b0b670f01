"""What is wrong with the data, and where: the one currency every stage reports in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from itertools import groupby

from village_site.catalogue import message
from village_site.frozen import frozen


class Level(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not.

    WITHHELD is an error that no build waits for: the value is left out of everything, and is to be mended.
    """

    ERROR = "error"
    WITHHELD = "withheld"
    WARNING = "warning"


@frozen
class Problem:
    """One fault in one place; its sentence is made when it is shown, in the reader's language.

    `file` is relative to the data folder's parent and uses "/"; `line` and `column` count from 1.
    `code` names the entry of the message catalogue that `params` fill.
    """

    file: str
    line: int
    column: int
    code: str
    level: Level = Level.ERROR
    params: dict[str, str] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """What is wrong, one line."""
        return message(self.code, lang).message.format_map(self.params)

    def hint(self, lang: str) -> str:
        """How to mend it, one line, or an empty string."""
        hint = message(self.code, lang).hint
        if _lacks(hint, self.params):  # what stands behind the question helps without an answer as well
            hint = hint.partition("? ")[2]
            hint = "" if _lacks(hint, self.params) else f"{hint[:1].lower()}{hint[1:]}"
        return hint.format_map(self.params)

    @property
    def is_error(self) -> bool:
        """True when it must be mended before the data is accepted."""
        return self.level is not Level.WARNING

    @property
    def stops(self) -> bool:
        """True when nothing can be built with it."""
        return self.level is Level.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by place, then by code."""
        return (self.file, self.line, self.column, self.code, str(sorted(self.params.items())))


Where = tuple[str, int, int]
"""File, line and column."""


def at(where: Where, code: str, level: Level = Level.ERROR, /, **params: str) -> Problem:
    """A problem at a place."""
    return Problem(*where, code, level, params)


class DataError(Exception):
    """The data has errors; carries every problem found, warnings too, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(f"{sum(p.is_error for p in self.problems)} errors in the data")


MOST_IN_A_FILE = 200
"""Problems of one file that are told; nobody reads more before mending those."""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and column; of a file with very many, the first and how many more."""
    unique = {problem.order: problem for problem in problems}
    ordered = [unique[order] for order in sorted(unique)]
    files = groupby(ordered, key=lambda problem: problem.file)
    return tuple(problem for _, of_file in files for problem in _shortened(list(of_file)))


def _shortened(problems: list[Problem]) -> list[Problem]:
    """The first problems of a file, and one that stands for the others, as grave as the gravest of them."""
    if len(problems) <= MOST_IN_A_FILE + 1:  # with the one that stands for others: a list is shortened once
        return problems
    told, others = problems[:MOST_IN_A_FILE], problems[MOST_IN_A_FILE:]
    level = min((problem.level for problem in others), key=list(Level).index)
    where = (others[0].file, others[0].line, others[0].column)
    return [*told, at(where, "more-problems", level, count=str(len(others)))]


def _lacks(hint: str, params: dict[str, str]) -> bool:
    """True when the hint speaks of something not known here, such as a guess nobody could make."""
    return "{guess}" in hint and not params.get("guess")
