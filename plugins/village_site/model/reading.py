"""What a shape needs while it reads: the file's name, and a place to report to."""

from __future__ import annotations

from dataclasses import dataclass, field

from village_site.problems import Level, Problem
from village_site.source import Node


@dataclass(slots=True)
class Reading:
    """The reading of one file. `folder` is the village's id, or None for shared files."""

    file: str
    folder: str | None = None
    problems: list[Problem] = field(default_factory=list)

    def error(self, node: Node, code: str, **params: str) -> None:
        """Reports a fault at a node."""
        self.problems.append(Problem(self.file, node.line, node.column, code, Level.ERROR, params))
