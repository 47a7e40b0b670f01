"""`villages forms`: from the data to the forms people sign at their door."""

from __future__ import annotations

import argparse
import sys

from village_site import site
from village_site.catalogue import label
from village_site.model.households import HOUSEHOLDS
from village_site.vietnamese import closest


def run_forms(arguments: argparse.Namespace) -> int:
    """Writes the forms of the villages or households asked for; of every village where none is named."""
    from village_site.forms import write_forms

    atlas, _ = site.open_atlas(arguments.data, arguments.day or site.today())
    houses = [f"{place.id}/{house.id}" for place in atlas.places for house in place.folder.of(HOUSEHOLDS)]
    for typed, known in ((arguments.village, list(atlas.by_id)), (arguments.household, houses)):
        for name in typed:
            if name not in known:
                guess = closest(name, known) or ", ".join(sorted(known)[:9])
                print(label("cli-unknown", arguments.lang, found=name, guess=guess), file=sys.stderr)
                return 1
    made = write_forms(atlas, arguments.out, villages=arguments.village, households=arguments.household)
    print(label("cli-forms-made", arguments.lang, count=len(made), folder=arguments.out))
    return 0
