"""What a look at photographs found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from village_site.frozen import frozen


class Matter(StrEnum):
    """What a finding is about, what matters most first: a stranger's symbol on a plate before all."""

    FOREIGN = "foreign"
    UNKNOWN = "unknown"
    WRONG_HOUSE = "wrong-house"
    OTHER_RUN = "other-run"
    DOUBLED = "doubled"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    PARTLY = "partly"
    BROKEN = "broken"
    GOOD = "good"

    @property
    def is_problem(self) -> bool:
        """True when somebody has to do something. A symbol left unread beside others is only a hint."""
        return self not in (Matter.GOOD, Matter.PARTLY)


@frozen
class Finding:
    """One thing found; its sentence is the label `verify-<reason>`, filled when it is shown.

    `photo` is the file as it was given, `code` a code that was issued or stands in the run, without hyphen,
    and `named` the codes of the house that the file is named after; each is empty where there is none. What a
    stranger's symbol says is nowhere in a finding but for the name of its host.
    """

    matter: Matter
    reason: str
    photo: str = ""
    code: str = ""
    named: tuple[str, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)


@frozen
class Verification:
    """All findings, in the order of `Matter`, within it in that of photographs or of the data.

    `expected` counts the plates that should be there, `present` those of them that are; `records` and `names`
    say by code what a plate stands for: `village/id`, and by language what people call it.
    """

    photos: int
    expected: int
    present: int
    findings: tuple[Finding, ...]
    records: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]

    @property
    def has_problems(self) -> bool:
        """True when somebody has to do something."""
        return any(finding.matter.is_problem for finding in self.findings)

    def of(self, matter: Matter) -> list[Finding]:
        """The findings about a matter."""
        return [finding for finding in self.findings if finding.matter is matter]
