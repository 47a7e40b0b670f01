"""What a comparison of two trees gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from village_site.frozen import frozen
from village_site.model.text import Text
from village_site.review.watched import Sort


@frozen
class Where:
    """A record, or a field of it, as a reader finds it.

    `village` is "" outside villages. `steps` lead from the kind to a nested record, each with what it is and
    what this one is called, "" for nothing. `field` is None for a whole record.
    """

    village: str
    steps: tuple[tuple[Text, str], ...]
    file: str
    line: int
    field: Text | None = None

    def into(self, title: Text, name: str, line: int) -> Where:
        """The place of a nested record."""
        return replace(self, steps=(*self.steps, (title, name)), line=line)


@frozen
class Change:
    """One value before and now; None where there was or is none. A hidden one is personal: never shown."""

    sort: Sort
    where: Where
    old: str | None
    new: str | None
    hidden: bool = False

    @property
    def order(self) -> tuple[int, str, str, int]:
        """Sort key: what was replaced, then what is gone, then what is new; each by place."""
        rank = 2 if self.old is None else 1 if self.new is None else 0
        return rank, self.where.village, self.where.file, self.where.line


@dataclass(slots=True)
class Review:
    """Everything in which two trees differ.

    `removed`: records that are gone, each with the code of its plate. `counts`: records by village, name of
    their kind and what happened (`added`, `changed`, `removed`); files that hold no records stand under the
    kinds `picture` and `file`. `consents`: what happened to records that are never shown. `unread`: side
    (`old`, `new`), file and line of what could not be read.
    """

    changes: list[Change] = field(default_factory=list)
    removed: list[tuple[Where, str]] = field(default_factory=list)
    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    consents: Counter[str] = field(default_factory=Counter)
    unread: list[tuple[str, str, int]] = field(default_factory=list)

    def of(self, sort: Sort) -> list[Change]:
        """The changes of a sort, in order."""
        return sorted((change for change in self.changes if change.sort is sort), key=lambda c: c.order)
