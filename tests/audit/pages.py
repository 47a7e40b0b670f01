"""Lighthouse on the fullest page of each sort: light ones against line 2, Material's against line 3."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from tests.audit.figures import Figure
from tests.readers.site_pages import SitePage

SCRIPT: Final = Path(__file__).with_name("lighthouse.mjs")
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
FRAME_BYTES: Final = 100 * 1024
CRAWLABLE: Final = "is-crawlable"


@dataclass(frozen=True, slots=True)
class Visit:
    """What Lighthouse says of a page: scores of 100 by category, milliseconds to the largest paint on a phone
    and on slow 3G, what was asked for and how many bytes came."""

    scores: tuple[int, ...]
    mobile: float
    slow: float
    requests: int
    bytes: int
    version: str

    @property
    def told(self) -> str:
        """As it stands in the table."""
        scores = "/".join(map(str, self.scores))
        paints = f"{self.mobile / 1000:.2f} s, {self.slow / 1000:.2f} s"
        return f"{scores}; {paints}; {self.bytes / 1024:.1f} KB in {self.requests}"


def visits(
    chrome: Path, host: str, pages: Sequence[SitePage], say: Callable[[str], None]
) -> dict[SitePage, Visit]:
    """Visits every page, and one that seems slow twice more, for another program may have been in the way: then
    the middle counts. `say` is told of each visit."""
    found: dict[SitePage, list[Visit]] = {page: [] for page in pages}

    def visit(pages: Sequence[SitePage]) -> None:
        for page, said in zip(pages, _run(chrome, [host + page.address for page in pages]), strict=True):
            found[page].append(_visit(said, hidden=not page.is_to_be_found))
            say(f"{page.address or 'home'}: {found[page][-1].told}")

    visit(pages)
    if slow := [page for page, (one,) in found.items() if not _is_fast(page, one)]:
        visit(slow * 2)
    return {page: _middle(ones) for page, ones in found.items()}


def figure(page: SitePage, visit: Visit) -> Figure:
    """The page's line of the table."""
    note = "" if page.is_to_be_found else f"; {CRAWLABLE} aside: the page asks not to be listed"
    name = f"{page.sort} (`{page.address}`){note}"
    sound = visit.scores[1:] == (100, 100, 100) and _is_fast(page, visit)
    if page.light:
        return Figure("2", name, visit.told, "≥ 99/100/100/100; ≤ 1.00 s, ≤ 2.00 s", sound)
    light = visit.bytes <= FRAME_BYTES
    return Figure("3", name, visit.told, "≥ 95/100/100/100; ≤ 100.0 KB", sound and light)


def _is_fast(page: SitePage, visit: Visit) -> bool:
    if not page.light:
        return visit.scores[0] >= 95
    return visit.scores[0] >= 99 and visit.mobile <= 1000 and visit.slow <= 2000


def _middle(visits: list[Visit]) -> Visit:
    """The median of each time and of the score for speed; the rest is the same each time."""
    return replace(
        visits[0],
        scores=(round(statistics.median(one.scores[0] for one in visits)), *visits[0].scores[1:]),
        mobile=statistics.median(one.mobile for one in visits),
        slow=statistics.median(one.slow for one in visits),
    )


def _run(chrome: Path, urls: list[str]) -> Iterator[dict[str, Any]]:
    """What Lighthouse says of each page, as soon as it does. Raises RuntimeError where it stops before the last."""
    command = ["node", str(SCRIPT), str(chrome), *urls]
    with subprocess.Popen(command, cwd=SCRIPT.parent, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            yield json.loads(line)
    if running.returncode:
        raise RuntimeError(f"Lighthouse ended with {running.returncode}")


def _visit(said: dict[str, Any], *, hidden: bool) -> Visit:
    scores = tuple(_score(said["audits"][category], hidden) for category in CATEGORIES)
    return Visit(scores, said["mobile"], said["slow"], said["requests"], said["bytes"], said["version"])


def _score(audits: list[tuple[str, float, float]], hidden: bool) -> int:
    """The mean by weight, as Lighthouse counts it, but for whether a page that wants to be hidden can be found."""
    counted = [(weight, score) for name, weight, score in audits if not (hidden and name == CRAWLABLE)]
    total = sum(weight for weight, _ in counted)
    return round(100 * sum(weight * score for weight, score in counted) / total)
