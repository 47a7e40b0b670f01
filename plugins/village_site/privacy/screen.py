"""What a file is looked through for before anybody takes it for data: what must never be typed at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from village_site.model.contributions import CONTRIBUTIONS
from village_site.model.history import HISTORY
from village_site.model.kinds import Kind
from village_site.model.opinions import OPINIONS
from village_site.model.surveys import SURVEYS
from village_site.privacy.exceptions import Reviewed
from village_site.privacy.fields import named_in_offices
from village_site.privacy.forbidden import forbidden, forbidden_in_folder, forbidden_in_name
from village_site.privacy.sensitive import (
    counts_people,
    named_people,
    sensitive,
    small_aggregates,
    small_figures,
    speaks_of_people,
)
from village_site.problems import Problem
from village_site.source import Node
from village_site.source.folder import Entry

PAGES = "content"
"""Name of the folder of hand-written pages where nobody names another; it lies beside the data."""
_NAMELESS = (OPINIONS, CONTRIBUTIONS, SURVEYS)
"""Kinds in which nobody is named, neither who spoke nor who gave."""


class Screen:
    """Looks files through. What somebody has reviewed passes."""

    def __init__(self, reviewed: Reviewed | None = None) -> None:
        self.reviewed = reviewed or Reviewed()

    def values(self, text: str, file: str) -> list[Problem]:
        """Identity numbers, accounts, passwords and addresses in a file's text, whatever is around them."""
        return self.left(forbidden(text, file))

    def name(self, entry: Entry) -> list[Problem]:
        """The same in a file's or folder's own name."""
        if _is_clean(entry.path.name):
            return []
        return self.left(forbidden_in_name(entry.path.name, entry.shown.rpartition("/")[0]))

    def words(self, text: str, root: Node, file: str, kind: Kind[Any]) -> list[Problem]:
        """What is told of persons that nobody may be told, and counts so small that they tell of persons."""
        history = kind is HISTORY  # a party cell's founding, say, is told with its few members
        found: list[Problem] = []
        if counts_people(text):
            found += small_aggregates(text, file, party_history=history)
            found += small_figures(root, file, party_history=history)
        if kind.about_people and speaks_of_people(text):
            found += sensitive(root, file, for_all=kind.for_all)
        found += named_people(root, file) if kind in _NAMELESS else named_in_offices(root, file, kind.record)
        return self.left(found)

    def left(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems that nobody has reviewed."""
        return [problem for problem in problems if not self.reviewed.passes(problem)]


def in_pages(folder: Path) -> list[Problem]:
    """The same values and counts in the hand-written pages below a folder, if there is one."""
    if not folder.is_dir():
        return []
    found = [*forbidden_in_folder(folder, folder.name)]
    for path in sorted(folder.rglob("*.md")):
        shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        found += small_aggregates(path.read_text("utf-8", errors="replace"), shown)
    return found


@cache
def _is_clean(name: str) -> bool:
    """Villages have most names of files in common."""
    return not any(True for _ in forbidden_in_name(name, ""))
