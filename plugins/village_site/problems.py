"""What is wrong with the data, and where: the one currency every stage reports in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from village_site.catalogue import message


class Level(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
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
        return hint.format_map(self.params) if hint and not _lacks(hint, self.params) else ""

    @property
    def is_error(self) -> bool:
        """True when the build must stop."""
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


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and column."""
    unique = {problem.order: problem for problem in problems}
    return tuple(unique[order] for order in sorted(unique))


def _lacks(hint: str, params: dict[str, str]) -> bool:
    """True when the hint speaks of something not known here, such as a guess nobody could make."""
    return "{guess}" in hint and not params.get("guess")
