"""`villages report weekly`: the report a village or a commune files every Friday of a campaign."""

from __future__ import annotations

import argparse
import re
import sys

from village_site import site
from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.homes import Place
from village_site.model.units import Unit
from village_site.reports import NoReport, papers
from village_site.vietnamese import closest


def week(text: str) -> str:
    """A week as ISO 8601 writes it: `2022-W17`."""
    if not re.fullmatch(r"[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])", text.upper()):
        raise argparse.ArgumentTypeError(f"{text}: 2022-W17")
    return text.upper()


def run_weekly(arguments: argparse.Namespace) -> int:
    """Writes the report asked for; one clear line where there is none."""
    from village_site.reports.write import write_reports

    atlas, _ = site.open_atlas(arguments.data, arguments.day or site.today())
    whose = _whose(atlas, arguments)
    if whose is None:
        return 1
    try:
        found = papers(atlas, whose, arguments.week or "")
    except NoReport as reason:
        print(reason.text(arguments.lang), file=sys.stderr)
        return 1
    for path in write_reports(found, arguments.out):
        print(label("cli-reports-made", arguments.lang, file=path))
    return 0


def _whose(atlas: Atlas, arguments: argparse.Namespace) -> Place | Unit | None:
    """The village or commune named; an unknown one is told with the nearest."""
    known: dict[str, Place] | dict[str, Unit] = atlas.by_id
    name = arguments.village
    if name is None:
        name, known = (
            arguments.commune,
            {unit.id: unit for unit in atlas.units.values() if unit.kind.is_local},
        )
    if name not in known:
        guess = closest(name, known) or ", ".join(sorted(known)[:9])
        print(label("cli-unknown", arguments.lang, found=name, guess=guess), file=sys.stderr)
        return None
    return known[name]
