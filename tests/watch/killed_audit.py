"""Run by a test, which kills it: audits a site as fast as it can and prints how far it has come.

usage: python killed_audit.py DATA URL STATE
"""

import datetime as dt
import sys
from pathlib import Path

from village_site.atlas import Atlas
from village_site.dataset import load
from village_site.watch import audit_live

START = dt.datetime(2026, 11, 21, 3, 23, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def main(data: Path, url: str, state: Path) -> None:
    """An audit whose clock stands still, so that the next one is on the same day."""
    dataset, _ = load(data)
    assert dataset is not None
    audit_live(
        Atlas(dataset, START.date()),
        url,
        state=state,
        now=lambda: START,
        sleep=lambda _seconds: None,
        progress=lambda done, total: print(f"{done}/{total}", flush=True),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
