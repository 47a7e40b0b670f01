"""`villages handbook` and `villages offline`: what of the site is taken along on paper and on a stick."""

from __future__ import annotations

import argparse
import sys
from decimal import Decimal

from village_site import site
from village_site.catalogue import label
from village_site.problems import DataError
from village_site.values import number_text
from village_site.vietnamese import closest


def run_handbook(arguments: argparse.Namespace) -> int:
    """Writes the handbooks of the villages asked for; of every village where none is named."""
    from village_site.handbook import write_handbooks

    atlas, _ = site.open_atlas(arguments.data, arguments.day or site.today(), private=arguments.private)
    for name in arguments.village:
        if name not in atlas.by_id:
            guess = closest(name, atlas.by_id) or ", ".join(sorted(atlas.by_id)[:9])
            print(label("cli-unknown", arguments.lang, found=name, guess=guess), file=sys.stderr)
            return 1
    made = write_handbooks(atlas, arguments.out, arguments.village)
    print(label("cli-handbook-made", arguments.lang, count=len(made), folder=arguments.out))
    return 0


def run_offline(arguments: argparse.Namespace) -> int:
    """Packs the built site, unless something that was withdrawn stands in it."""
    from village_site.exports.write import built_on
    from village_site.privacy.leftovers import leftovers
    from village_site.usb import write_copy

    atlas, _ = site.open_atlas(arguments.data, arguments.day or site.today(), private=arguments.private)
    if not (arguments.site / "index.html").is_file():
        print(label("cli-offline-no-site", arguments.lang, folder=arguments.site), file=sys.stderr)
        return 1
    if (day := built_on(arguments.site)) is None:
        print(label("cli-offline-no-day", arguments.lang, folder=arguments.site), file=sys.stderr)
        return 1
    if found := leftovers(atlas, arguments.site):
        raise DataError(found)
    made = write_copy(atlas, arguments.site, day, arguments.out)
    size = number_text(round(Decimal(made.size) / 1_000_000, 1), arguments.lang)
    print(label("cli-offline-made", arguments.lang, count=made.count, file=made.file, size=size))
    return 0
