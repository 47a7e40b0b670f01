"""Goes through every code ever issued, politely and within bounds."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from village_site.atlas import Atlas, Coded
from village_site.cards import Cards
from village_site.labels import name_of
from village_site.model.village import Village
from village_site.render import capital
from village_site.site import VIETNAM
from village_site.watch.host import Host, NoAnswer, site_address
from village_site.watch.page import judge
from village_site.watch.result import LiveReport, Result, Stop, Verdict
from village_site.watch.state import State

GIVE_UP = 10
"""After this many codes in a row without a usable answer the host is down, and is left alone."""
LIMIT = dt.timedelta(hours=5)
"""90,000 codes at five requests a second; a job of GitHub may run for six hours."""
FIRST_PAUSE = 1.0
"""Seconds before the second try; each further one waits twice as long."""

Now = Callable[[], dt.datetime]
Sleep = Callable[[float], object]
Progress = Callable[[int, int], None]


def _now() -> dt.datetime:
    return dt.datetime.now(VIETNAM)


def audit_live(
    atlas: Atlas,
    url: str,
    *,
    state: Path,
    rate: float = 5.0,
    timeout: float = 10.0,
    retries: int = 2,
    anew: bool = False,
    limit: dt.timedelta = LIMIT,
    now: Now = _now,
    sleep: Sleep = time.sleep,
    progress: Progress | None = None,
) -> LiveReport:
    """Asks `url` for the page of every code and judges each answer.

    At most `rate` requests a second, one at a time; a request ends after `timeout` seconds, and one without a
    usable answer is tried `retries` times more. `state` is where results are kept: the next call goes on from
    there, unless `anew`. `progress` hears how many codes are done and how many there are, once at the
    beginning and after each. ValueError for an address that cannot be asked; OSError when `state` cannot be
    written.
    """
    if rate <= 0 or timeout <= 0 or retries < 0:
        raise ValueError(f"rate {rate}, timeout {timeout}, retries {retries}")
    items, cards = tuple(atlas.coded()), Cards(atlas)
    visitor = _Visitor(Host(url, timeout), rate, retries, now, sleep)
    tell = progress or _silently
    ends, stopped, failures = now() + limit, None, 0
    with State(state, visitor.host.url, [item.code for item in items], now(), anew=anew) as known:
        tell(len(known.results), len(items))
        for item in items:
            if item.code in known.results:
                continue
            if stopped := _reason_to_stop(failures, ends - now()):
                break
            result = visitor.ask(item.code, cards.page(item))
            known.add(result)
            tell(len(known.results), len(items))
            failures = failures + 1 if result.passing else 0
        if stopped is not Stop.LIMIT:
            known.finish()
    results = tuple(known.results[item.code] for item in items if item.code in known.results)
    return LiveReport(
        url=visitor.host.url,
        printed=site_address(atlas.dataset.site.codes.base_url),
        started=known.started,
        ended=now(),
        total=len(items),
        results=results,
        names=_names(items),
        stopped=stopped,
    )


def _silently(_done: int, _total: int) -> None:
    """Progress that nobody wants to hear of."""


def _reason_to_stop(failures: int, left: dt.timedelta) -> Stop | None:
    if failures >= GIVE_UP:
        return Stop.SILENT
    return Stop.LIMIT if left <= dt.timedelta() else None


@dataclass(slots=True)
class _Visitor:
    """Asks for one code at a time, never faster than agreed."""

    host: Host
    rate: float
    retries: int
    now: Now
    sleep: Sleep
    _last: dt.datetime | None = field(default=None, init=False)

    def ask(self, code: str, expected: str) -> Result:
        """The verdict on a code whose page should be `expected`; what may pass is tried again."""
        pause = FIRST_PAUSE
        for left in range(self.retries, -1, -1):
            self._wait_for_turn()
            asked_to_wait = None
            try:
                answer = self.host.get(code)
                result = judge(code, answer, expected)
                asked_to_wait = answer.retry_after
            except NoAnswer as silence:
                result = Result(code, Verdict.DEAD, silence.reason, silence.params, passing=True)
            if not result.passing or not left:
                return result
            self.sleep(max(pause, asked_to_wait or 0.0))
            pause *= 2
        raise AssertionError("a last try returns")

    def _wait_for_turn(self) -> None:
        """Requests begin at least 1/rate seconds apart, also when the clock is set back meanwhile."""
        apart = 1 / self.rate
        if self._last is not None:
            passed = (self.now() - self._last).total_seconds()
            if passed < apart:
                self.sleep(min(apart, apart - passed))
        self._last = self.now()


def _names(items: Sequence[Coded]) -> Mapping[str, Mapping[str, str]]:
    return {lang: {item.code: _name(item, lang) for item in items} for lang in ("vi", "en")}


def _name(item: Coded, lang: str) -> str:
    """What a code stands for and in which village, or "" when neither is known any more."""
    if item.place is None:
        return ""
    if item.record is None or isinstance(item.record, Village):
        return capital(item.place.name)
    return f"{capital(name_of(item.place, item.record, lang))}, {item.place.name}"
