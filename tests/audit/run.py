"""Measures the sample site as phones meet it, against every figure of the goal, and writes one table.

usage: python -m tests.audit.run [--table FILE]
needs: what `make audit` installs. Ends with 1 when a figure does not hold.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.audit import checks, known, pages
from tests.audit.figures import Figure, at_most, table
from tests.bench import search
from tests.conftest import installed_browser
from tests.readers.hosting import PREFIX, hosting
from tests.readers.site_pages import kinds_of, one_of_each, pages_of
from tests.site.conftest import copy_project, villages
from tests.support import DAY
from village_site.site import open_atlas

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "content" / "phat-trien" / "do-luong.md"
INDEX = {1000: 40, 5000: 150}
"""KB that the first part of the search index may have at so many villages."""
READY = "box ready, phone"
LATER = 1.3
"""How many times the time of a site of 60 villages until the box is ready."""

PAGE = """\
---
description: For developers - what was measured of the sample site on simulated phones, with the bounds it must keep.
search:
  exclude: true
---

# Measured on phones

`make audit` wrote this page on {day}, with {browser} and Lighthouse {lighthouse} on a machine with {cores}. It builds the sample site, serves it compressed below a sub-path, and holds it to the figures of its goal; the lines are those of the goal. What does not depend on a machine's speed is also in `make test`.

A page's line has Lighthouse's scores for performance, accessibility, best practices and search engines, how long until its largest part is painted on a simulated mid-range phone and on slow 3G (400 ms, 400 kbit/s), and what comes over the wire in how many requests.

{table}
"""


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measures the sample site as phones meet it.")
    parser.add_argument("--table", default=TABLE, type=Path, help="where the table is written")
    arguments = parser.parse_args(argv)
    if (load := os.getloadavg()[0]) > 1:
        _say(f"other programs keep this machine busy (load {load:.1f}): trust no time")
    chrome = installed_browser()
    with tempfile.TemporaryDirectory(prefix="village-site-audit-") as name:
        folder = _build(Path(name) / "project")
        lighthouse, figures = _measure(chrome, folder)
    figures.sort(key=lambda one: one.line)
    lines = "\n".join(table(figures))
    print(lines)
    arguments.table.write_text(_page(chrome, lighthouse, lines), "utf-8")
    broken = [one for one in figures if not one.holds]
    _say(f"{len(figures) - len(broken)} of {len(figures)} figures hold; the table is in {arguments.table}")
    return 1 if broken else 0


def _build(project: Path) -> Path:
    """The sample, built for the sub-path it will be served below."""
    _say("building the sample ...")
    config = copy_project(project) / "mkdocs.yml"
    text = config.read_text("utf-8")
    site_url = f"site_url: https://lang.example{PREFIX}\n"
    config.write_text(text.replace("site_url: https://lang.example/\n", site_url), "utf-8")
    if site_url not in config.read_text("utf-8"):
        raise RuntimeError("mkdocs.yml has another site_url than this audit knows")
    done = villages(project, "site", "--day", DAY.isoformat())
    if done.returncode:
        raise RuntimeError(done.stderr)
    return project


def _measure(chrome: Path, project: Path) -> tuple[str, list[Figure]]:
    """Timings first and alone, then what may share the machine. Gives Lighthouse's version and all figures."""
    site = project / "site"
    atlas, _ = open_atlas(project / "villages", DAY)
    every = pages_of(site, kinds_of(atlas))
    each = one_of_each(every)
    known.main(site)
    figures = []
    version = ""
    with hosting(site) as host:
        for page, visit in pages.visits(chrome, host, each, _say).items():
            figures.append(pages.figure(page, visit))
            version = visit.version
        _say("measuring the search ...")
        figures += _search()
        _say("looking at every page ...")
        figures += checks.seen(chrome, host, site, each)
    figures += checks.said(every)
    _say("running the tests that are figures ...")
    figures += checks.tested(ROOT)
    return version, figures


def _search() -> Iterator[Figure]:
    first, *larger = search.measure((60, *INDEX), runs=3)
    for site in larger:
        most = INDEX[site.villages]
        yield at_most("1", f"index fetched at {site.villages:,} villages", site.first / 1000, most, "KB", 1)
        ready = site.fastest(READY) / first.fastest(READY)
        yield at_most("1", f"box ready at {site.villages:,} villages, times that of 60", ready, LATER, "", 2)


def _page(chrome: Path, lighthouse: str, lines: str) -> str:
    browser = subprocess.run([chrome, "--version"], capture_output=True, text=True, check=True).stdout
    cores = f"{os.cpu_count()} cores ({platform.machine()})"
    day = dt.date.today().isoformat()
    return PAGE.format(
        day=day, browser=" ".join(browser.split()[:2]), lighthouse=lighthouse, cores=cores, table=lines
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
