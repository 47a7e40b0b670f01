"""`villages codes …`: issuing codes, writing down what became of them, proving that all agree."""

from __future__ import annotations

import argparse
from pathlib import Path

from village_site import report, site
from village_site.catalogue import label
from village_site.codes import assign, audit
from village_site.codes.alphabet import parse_code
from village_site.codes.events import event_file, new_errors
from village_site.dataset import load
from village_site.editing import write_files
from village_site.model.events import Fate
from village_site.problems import DataError, Problem, in_order


def code(text: str) -> str:
    """A code as typed on the command line."""
    found = parse_code(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text}: 7K3M-XT4M?")
    return found


def run_assign(arguments: argparse.Namespace) -> int:
    """Issues codes to records that lack one."""
    day = arguments.day or site.today()
    atlas, _ = site.open_atlas(arguments.data, day)
    plan = assign.plan(atlas.dataset, day)
    plan.apply()
    print(label("cli-assigned", arguments.lang, new=len(plan.new), restored=len(plan.restored)))
    return 0


def run_event(arguments: argparse.Namespace) -> int:
    """Writes down an event, unless the data with it would have errors that it has not now."""
    fate: Fate = arguments.fate
    day = arguments.day or site.today()
    dataset, problems = load(arguments.data)
    if dataset is None:
        raise DataError(problems)
    path, text = event_file(
        arguments.data,
        fate,
        day,
        arguments.reason,
        codes=getattr(arguments, "codes", ()),
        village=getattr(arguments, "village", ""),
        former_name=getattr(arguments, "former_name", None) or "",
        to=arguments.to or (),
    )
    if errors := new_errors(dataset, day, path, text):
        raise DataError(errors)
    path.parent.mkdir(exist_ok=True)
    write_files({path: text.encode()})
    print(label("cli-written", arguments.lang, file=str(path)))
    return 0


def run_audit(arguments: argparse.Namespace) -> int:
    """Register, data and site agree; with `--base`, a change kills no plate."""
    atlas, problems = site.open_atlas(arguments.data, arguments.day or site.today())
    found: list[Problem] = [problem for problem in problems if problem.code in ("orphan", "register-removed")]
    folder: Path = arguments.site
    if folder.is_dir():
        found.extend(audit.site_agrees(atlas, folder, folder.name))
    if arguments.base:
        found.extend(_against(arguments, arguments.base))
    ordered = in_order(found)
    if text := report.FORMATS[arguments.format](ordered, arguments.lang):
        print(text)
    return int(any(problem.is_error for problem in ordered))


def _against(arguments: argparse.Namespace, base: str) -> list[Problem]:
    """The plates that opened a record at a revision and would open nothing now."""
    day = arguments.day or site.today()
    folder = audit.checkout(arguments.data, base)
    if folder is None:
        return [Problem(arguments.data.name, 1, 1, "no-such-revision", params={"found": base})]
    with folder as name:
        before, _ = site.examine(Path(name) / arguments.data.name, day)
    after, _ = site.open_atlas(arguments.data, day)
    return list(audit.plates_lost(before, after)) if before is not None else []
