"""Reviewed exceptions take false alarms away; an exception that no longer matches anything is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from village_site.model.exceptions import ReviewedException
from village_site.privacy.forbidden.judging import UNCHECKED
from village_site.problems import Level, Problem, at


class Reviewed:
    """The reviewed exceptions of a site, and which of them were needed."""

    def __init__(self, exceptions: Iterable[ReviewedException] = ()) -> None:
        self._exceptions = {(one.file, one.code, one.tag): one for one in exceptions}
        self._used: set[tuple[str, str, str]] = set()

    def passes(self, problem: Problem) -> bool:
        """True for a problem with a tag that somebody reviewed: it is none.

        A file that was too full to be checked is never let pass, for nobody knows what is in it.
        """
        known = (problem.file, problem.code, problem.params.get("tag", ""))
        if problem.code == UNCHECKED or known not in self._exceptions:
            return False
        self._used.add(known)
        return True

    def stale(self) -> Iterator[Problem]:
        """A warning for each exception that let nothing pass so far."""
        for known, one in self._exceptions.items():
            if known not in self._used:
                params = {"file": one.file, "code": one.code, "tag": one.tag}
                yield at(one.origin.place(), "exception-stale", Level.WARNING, **params)
