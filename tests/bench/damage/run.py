"""Shows decoders a set of damaged and of everyday pictures of plates, and prints what they read.

usage: python tests/bench/damage/run.py [--count 60] [--seed table] [--write --day 2026-11-21]

`conditions.py` says what the pictures show and how that was chosen. Exits with 1 when our symbols read worse
than the project demands, or when the set is not hard enough to tell.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from tests.bench.damage import table  # noqa: E402 - the path comes first
from tests.bench.damage.conditions import CONDITIONS, DISTANCES  # noqa: E402
from tests.bench.damage.decoders import DECODERS, Unavailable  # noqa: E402
from tests.bench.damage.measure import measure  # noqa: E402

PAGE = ROOT / "content" / "bao-tri" / "doc-ma.md"


def main(argv: list[str] | None = None) -> int:
    """The command line; 1 when a threshold is missed or a decoder is not there."""
    parser = argparse.ArgumentParser(
        description="Reads damaged pictures of plates and prints how many can be read."
    )
    parser.add_argument("--count", default=60, type=int, help="pictures of each condition and level")
    parser.add_argument("--seed", default="table", help="which pictures: equal seeds, equal pictures")
    parser.add_argument("--write", action="store_true", help=f"writes {PAGE.relative_to(ROOT)} too")
    parser.add_argument("--day", type=dt.date.fromisoformat, help="the day the page bears, as 2026-11-21")
    arguments = parser.parse_args(argv)
    if arguments.write and arguments.day is None:
        parser.error("--write needs --day")
    names = list(DECODERS)
    try:
        for load in DECODERS.values():
            load()
    except Unavailable as missing:
        print(f"damage: {missing}", file=sys.stderr)
        return 1
    began = time.perf_counter()
    shares = measure(CONDITIONS, names, arguments.count, arguments.seed)
    distances = measure(DISTANCES, names, arguments.count, arguments.seed, ("H",))
    print(table.as_text(shares, distances, names))
    print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)
    failures = table.failures(shares, distances)
    for failure in failures:
        print(f"damage: {failure}", file=sys.stderr)
    if arguments.write and not failures:
        PAGE.write_text(
            table.page(shares, distances, names, arguments.count, arguments.day), encoding="utf-8"
        )
        print(f"damage: wrote {PAGE.relative_to(ROOT)}", file=sys.stderr)
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
