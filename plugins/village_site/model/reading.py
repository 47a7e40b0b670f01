"""What a shape needs while it reads: the file's name, and a place to report to."""

from __future__ import annotations

from dataclasses import dataclass, field

from village_site.problems import MOST_IN_A_FILE, Level, Problem
from village_site.source import Node, Unreadable


@dataclass(slots=True)
class Reading:
    """The reading of one file. `folder` is the village's id, or None for shared files."""

    file: str
    folder: str | None = None
    problems: list[Problem] = field(default_factory=list)
    told: int = 0

    @property
    def is_table(self) -> bool:
        """True for a spreadsheet's table, whose records are rows."""
        return self.file.endswith(".csv")

    def error(self, node: Node, code: str, **params: str) -> None:
        """Reports a fault at a node. Raises Unreadable when the file has had far too many."""
        if self.told >= MOST_IN_A_FILE:
            raise Unreadable(Problem(self.file, node.line, node.column, "too-many-problems"))
        self.told += 1
        self.problems.append(Problem(self.file, node.line, node.column, code, Level.ERROR, params))

    def warn(self, node: Node, code: str, **params: str) -> None:
        """Reports at a node what the value is read in spite of."""
        self.problems.append(Problem(self.file, node.line, node.column, code, Level.WARNING, params))
