"""When the last audit ran, for the maintainers' page: scheduled jobs stop silently on idle repositories."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.frozen import frozen
from village_site.site import VIETNAM
from village_site.watch.report import FAULTS, when

OVERDUE = dt.timedelta(days=14)
"""Two weekly runs that did not come."""


@frozen
class LastAudit:
    """The head of a report. `counts` has the number of codes by verdict."""

    url: str
    ended: dt.datetime
    total: int
    left: int
    counts: dict[str, int]

    @property
    def is_well(self) -> bool:
        """True when every code was asked for and opens as it should."""
        return not self.left and not any(self.counts[verdict.value] for verdict in FAULTS)


def last_audit(path: Path | None) -> LastAudit | None:
    """The last audit from its JSON report; None when there is none, or what is there cannot be read."""
    if path is None:
        return None
    try:
        data = json.loads(path.read_bytes())
        ended = dt.datetime.fromisoformat(data["ended"])
        counts = {verdict.value: int(data["counts"][verdict.value]) for verdict in FAULTS}
        found = LastAudit(str(data["url"]), ended, int(data["total"]), int(data["left"]), counts)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return found if ended.tzinfo is not None else None


def audit_block(atlas: Atlas, report: Path | None) -> Markup:
    """A piece of the maintainers' page: when plates were last tried, what came of it, and a warning when
    that was long before the day of the build. Without a report it says that there was none."""
    last = last_audit(report)
    if last is None:
        return _paragraphs(label("watch-never", "vi"), label("watch-how-to-start", "vi"))
    lines = [label("watch-last", "vi", end=when(last.ended), total=last.total - last.left, url=last.url)]
    if last.is_well:
        lines.append(label("watch-well", "vi"))
    else:
        lines.append(label("watch-last-faults", "vi", left=last.left, **last.counts))
    overdue = atlas.day - last.ended.astimezone(VIETNAM).date() > OVERDUE
    lines.append(label("watch-overdue" if overdue else "watch-weekly", "vi", days=OVERDUE.days))
    return _paragraphs(*lines, alarm=overdue)


def _paragraphs(*lines: str, alarm: bool = False) -> Markup:
    role = Markup(' role="alert"') if alarm else ""
    body = Markup("\n").join(Markup("<p>{}</p>").format(line) for line in lines)
    return Markup('<div class="vs-audit"{}>\n{}\n</div>\n').format(role, body)
