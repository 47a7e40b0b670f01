"""The commands about the data and the site as a whole."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from village_site import report, site
from village_site.catalogue import label
from village_site.domains import host
from village_site.editing import write_files


def run_check(arguments: argparse.Namespace) -> int:
    """Says what is wrong with the data."""
    _, problems = site.examine(arguments.data, arguments.day or site.today(), private=arguments.private)
    text = report.FORMATS[arguments.format](problems, arguments.lang)
    if text:
        print(text)
    return int(any(problem.is_error for problem in problems))


def run_site(arguments: argparse.Namespace) -> int:
    """Builds the site."""
    from village_site.adapters.build import BuildFailed, build_site

    try:
        built = build_site(
            arguments.config, arguments.data, arguments.day, arguments.lang, private=arguments.private
        )
    except BuildFailed:
        return 1
    print(label("cli-built", arguments.lang, folder=built.folder.name))
    return int(built.withheld and not arguments.withhold)


def run_move(arguments: argparse.Namespace) -> int:
    """Writes what the old host serves after a move."""
    from village_site.moving import write_redirects

    atlas, _ = site.open_atlas(arguments.data, arguments.day or site.today())
    count = write_redirects(atlas, arguments.to, arguments.out)
    print(label("cli-moved", arguments.lang, count=count, folder=arguments.out))
    return 0


def run_audit(arguments: argparse.Namespace) -> int:
    """Asks the published site for every code."""
    from village_site import watch

    atlas, _ = site.open_atlas(arguments.data, arguments.day or site.today())
    try:
        url = watch.site_address(arguments.live)
        state = Path(".cache") / f"audit-{host(url)}.jsonl"
        state.parent.mkdir(exist_ok=True)
        report_ = watch.audit_live(atlas, url, state=state, anew=arguments.anew, progress=_progress)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    for path, text in ((arguments.issue, watch.as_issue(report_)), (arguments.json, watch.as_json(report_))):
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_files({path: text.encode()})
    print(watch.as_text(report_, arguments.lang))
    return report_.exit_code


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)


def run_upgrade(arguments: argparse.Namespace) -> int:
    """Brings the data up to this program's version."""
    from village_site.upgrade import upgrade

    changed = upgrade(arguments.data)
    for path in changed:
        print(label("cli-written", arguments.lang, file=f"{arguments.data}/{path}"))
    print(label("cli-upgraded" if changed else "cli-current", arguments.lang))
    return 0
