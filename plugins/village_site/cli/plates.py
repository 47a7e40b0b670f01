"""`villages plates`: from the data to a printer's files, and what is written down of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from village_site import printing, site
from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.domains import SHORTENERS, VENDORS, is_reserved, is_under
from village_site.editing import write_files
from village_site.vietnamese import closest


def run_plates(arguments: argparse.Namespace) -> int:
    """Writes the plates of the records asked for; with `--run`, the file of the print run too."""
    from village_site.plates import write_plates

    day = arguments.day or site.today()
    atlas, _ = site.open_atlas(arguments.data, day)
    kinds = [kind.name for kind in atlas.dataset.kinds if kind.printed]
    for typed, known in ((arguments.village, atlas.by_id), (arguments.kind, kinds)):
        for name in typed:
            if name not in known:
                guess = closest(name, known) or ", ".join(sorted(known)[:9])
                print(label("cli-unknown", arguments.lang, found=name, guess=guess), file=sys.stderr)
                return 1
    base = atlas.dataset.site.codes.base_url
    sample = is_reserved(base)
    if sample:
        print(label("cli-reserved", arguments.lang, found=base), file=sys.stderr)
    elif is_under(base, VENDORS) or is_under(base, SHORTENERS):
        print(label("cli-vendor", arguments.lang, found=base), file=sys.stderr)
    if arguments.run:
        printing.run_file(atlas, arguments.run)  # refused before anything is written
    codes = printing.codes_without_plate(atlas) if arguments.only_new else None
    try:
        made = write_plates(
            atlas,
            arguments.out,
            villages=arguments.village,
            kinds=arguments.kind,
            formats=arguments.format,
            codes=codes,
            template=arguments.template,
            progress=_progress if sys.stderr.isatty() else None,
        )
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    _write_states(atlas, arguments.out)
    if arguments.run:  # last: whoever finds the run written down finds all the rest as well
        _write_down(atlas, arguments, sample, codes)
    print(label("cli-plates-made", arguments.lang, count=len(made), folder=arguments.out))
    return 0


def run_verify(arguments: argparse.Namespace) -> int:
    """Compares photographs of plates with a print run, or with every plate that should hang."""
    from village_site import verify

    atlas, _ = site.open_atlas(arguments.data, arguments.day or site.today())
    runs = {run.id: [plate.code for plate in run.plates] for run in atlas.dataset.runs}
    if arguments.run and arguments.run not in runs:
        guess = closest(arguments.run, runs) or ", ".join(sorted(runs))
        print(label("cli-unknown", arguments.lang, found=arguments.run, guess=guess), file=sys.stderr)
        return 1
    wanted = runs.pop(arguments.run) if arguments.run else None
    former = [address.base_url for address in atlas.dataset.site.codes.former]
    progress = _progress if sys.stderr.isatty() else None
    found = verify.verify_photos(
        atlas, wanted, arguments.photos, other_runs=runs, base_urls=former, progress=progress
    )
    if arguments.csv is not None:
        write_files({arguments.csv: verify.as_csv(found, arguments.lang).encode()})
    print(verify.as_text(found, arguments.lang))
    return int(found.has_problems)


def _write_down(atlas: Atlas, arguments: argparse.Namespace, sample: bool, codes: set[str] | None) -> None:
    """The print run's file: exactly the plates that were asked for."""
    wanted = {
        coded.code
        for coded in atlas.coded()
        if coded.record is not None
        and coded.primary
        and coded.place is not None
        and (not arguments.village or coded.place.id in arguments.village)
        and (not arguments.kind or coded.kind.name in arguments.kind)
        and (codes is None or coded.code in codes)
    }
    day = arguments.day or site.today()
    path = printing.write_run(atlas, arguments.run, day, sample=sample, codes=wanted)
    print(label("cli-written", arguments.lang, file=str(path)))


def _write_states(atlas: Atlas, folder: Path) -> None:
    """The plate register as a spreadsheet beside the plates."""
    write_files({folder / "register.csv": printing.states_csv(atlas).encode()})


def _progress(done: int, total: int) -> None:
    print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)
