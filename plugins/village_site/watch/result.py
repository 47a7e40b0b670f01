"""What is found out about a code, and about all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from village_site.catalogue import label
from village_site.frozen import frozen


class Verdict(Enum):
    """How a code opens; in the order in which reports tell of them."""

    DEAD = "dead"
    """No page: no answer, or another status than 200."""
    WRONG = "wrong"
    """A page, but not that code's."""
    REDIRECTED = "redirected"
    """Somewhere else, be it the same path under https; the printed address depends on it."""
    STALE = "stale"
    """That code's page, but not what the data would publish now."""
    OK = "ok"


@frozen
class Result:
    """One code's verdict and why. `passing` is true for what may be over in an hour: no answer, or a server
    that says it cannot answer now.

    The words of the page are never among `params`: what was withdrawn must not come back in a report.
    """

    code: str
    verdict: Verdict
    reason: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    passing: bool = False

    def message(self, lang: str) -> str:
        """The reason as a clause: “HTTP 404”."""
        return label(f"watch-why-{self.reason}", lang, **self.params) if self.reason else ""


class Stop(Enum):
    """Why an audit ended before it had asked for every code."""

    SILENT = "silent"
    """The host failed so often in a row that asking on would be of no use, and a burden."""
    LIMIT = "limit"
    """The time set for it was over."""


@frozen
class LiveReport:
    """An audit of a published site. `printed` is the address that plates bear. `results` are in the order of
    the data; `names` says what a code stands for, by language and code. Both times know their zone."""

    url: str
    printed: str
    started: dt.datetime
    ended: dt.datetime
    total: int
    results: tuple[Result, ...]
    names: Mapping[str, Mapping[str, str]] = field(repr=False)
    stopped: Stop | None = None

    @property
    def left(self) -> int:
        """How many codes were not asked for."""
        return self.total - len(self.results)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many codes have each verdict."""
        found = [result.verdict for result in self.results]
        return {verdict: found.count(verdict) for verdict in Verdict}

    def of(self, verdict: Verdict) -> list[Result]:
        """The codes of a verdict."""
        return [result for result in self.results if result.verdict is verdict]

    @property
    def is_well(self) -> bool:
        """True when every code was asked for and opens as it should."""
        return not self.left and all(result.verdict is Verdict.OK for result in self.results)

    @property
    def failed(self) -> bool:
        """True when a plate is dead or wrong, or when that is not known of all."""
        return bool(self.left or self.of(Verdict.DEAD) or self.of(Verdict.WRONG))

    @property
    def exit_code(self) -> int:
        """1 when `failed`, else 0."""
        return int(self.failed)
