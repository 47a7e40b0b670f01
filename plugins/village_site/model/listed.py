"""Lists of allowed values, each value named in both languages where it is declared."""

from __future__ import annotations

from enum import Enum
from typing import Self

from village_site.frozen import frozen
from village_site.model.text import Text


@frozen
class Term:
    """One listed value: what may be typed in either language, and what readers see."""

    en: str
    vi: str
    title: Text
    help: Text


def term(
    en: str, vi: str, help_vi: str = "", help_en: str = "", *, title: str = "", title_en: str = ""
) -> Term:
    """Declares a listed value; its title is its name unless `title` gives the Vietnamese one, `title_en` the
    English one."""
    return Term(en, vi, Text(title or vi, title_en or en.replace("-", " ")), Text(help_vi, help_en))


class Listed(Enum):
    """Base of every list of allowed values; members are `Term`s."""

    @property
    def term(self) -> Term:
        """The names, title and help of this value."""
        value: Term = self.value
        return value

    @property
    def title(self) -> Text:
        """What readers see."""
        return self.term.title

    def __str__(self) -> str:
        return self.term.title.vi

    @classmethod
    def members(cls) -> tuple[Self, ...]:
        """The values in the order declared."""
        return tuple(cls)
