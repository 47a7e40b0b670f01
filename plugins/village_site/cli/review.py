"""`villages review`: what a change of the data does, phones, links and offices first."""

from __future__ import annotations

import argparse
from pathlib import Path

from village_site.problems import DataError, Problem
from village_site.review import Tree, as_markdown, compare, tree_at, tree_of


def run_review(arguments: argparse.Namespace) -> int:
    """Prints the summary; there is nothing in it that would make the command fail."""
    data: Path = arguments.data
    if not data.is_dir():
        raise DataError([Problem(data.name, 1, 1, "no-data-folder", params={"found": str(data)})])
    print(as_markdown(compare(_base(data, arguments.base), tree_of(data)), arguments.lang), end="")
    return 0


def _base(data: Path, base: str) -> Tree:
    """The data to compare with: a revision in Git, or else a folder."""
    found = tree_at(data, base)
    if found is None and base and Path(base).is_dir():
        found = tree_of(Path(base))
    if found is None:
        raise DataError([Problem(data.name, 1, 1, "no-such-revision", params={"found": base})])
    return found
