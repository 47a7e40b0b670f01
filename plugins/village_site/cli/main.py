"""Reads the command line, calls the plain functions, prints what they say.

Exit codes: 0 when all is well (warnings included), 1 when the data or the build has errors, 2 when the
command itself is mistyped.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from village_site import __version__, report, site
from village_site.catalogue import LANGUAGES, label
from village_site.cli import codes, plates
from village_site.domains import host
from village_site.model.events import Fate
from village_site.problems import DataError

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit code; no traceback reaches a user."""
    arguments = parser().parse_args(argv)
    command: Command = arguments.command
    try:
        return command(arguments)
    except DataError as error:
        print(report.as_text(error.problems, arguments.lang), file=sys.stderr)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - whoever read our output has left
    except KeyboardInterrupt:
        print(label("cli-stopped", arguments.lang), file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or ''}: {error.strerror or error}", file=sys.stderr)
    return 1


def parser() -> argparse.ArgumentParser:
    """Every command and option; their help is in the catalogue, Vietnamese first."""
    lang = "en" if "--lang=en" in sys.argv or _follows(sys.argv, "--lang", "en") else "vi"
    top = argparse.ArgumentParser(prog="villages", description=label("cli-about", lang))
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(title=label("cli-commands", lang), required=True, metavar="…")

    check = _command(commands, "check", _check, lang)
    _format(check, lang)

    group = commands.add_parser("codes", help=label("cli-codes", lang), description=label("cli-codes", lang))
    within = group.add_subparsers(title=label("cli-commands", lang), required=True, metavar="…")
    _codes(within, lang)

    build = _command(commands, "site", _site, lang)
    build.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help=label("cli-config", lang))
    below = build.add_subparsers(title=label("cli-commands", lang), required=False, metavar="…")
    move = _command(below, "move", _move, lang, "site-move")
    move.add_argument("--to", required=True, help=label("cli-new-address", lang))
    move.add_argument("--out", type=Path, default=Path("dist/move"), help=label("cli-out-folder", lang))

    _plates(commands, lang)

    live = _command(commands, "audit", _audit, lang)
    live.add_argument("--live", required=True, metavar="URL", help=label("cli-live", lang))
    live.add_argument("--issue", type=Path, help=label("cli-issue", lang))
    live.add_argument("--json", type=Path, help=label("cli-json", lang))
    live.add_argument("--anew", action="store_true", help=label("cli-anew", lang))
    _command(commands, "upgrade", _upgrade, lang)
    guide = _command(commands, "guide", _guide, lang)
    guide.add_argument("--out", type=Path, default=Path("content"), help=label("cli-out", lang))
    return top


def _codes(within: argparse._SubParsersAction[argparse.ArgumentParser], lang: str) -> None:
    """The commands below `villages codes`."""
    _command(within, "assign", codes.run_assign, lang, "codes-assign")
    audit = _command(within, "audit", codes.run_audit, lang, "codes-audit")
    audit.add_argument("--base", default="", help=label("cli-base", lang))
    audit.add_argument("--site", type=Path, default=Path("site"), help=label("cli-site-folder", lang))
    _format(audit, lang)
    for name, fate in (("retire", Fate.RETIRED), ("move", Fate.MOVED)):
        event = _event(within, name, fate, lang)
        event.add_argument("codes", nargs="+", type=codes.code, help=label("cli-codes-which", lang))
        event.add_argument("--to", nargs=1, required=fate is Fate.MOVED, help=label("cli-to-record", lang))
    for name, fate in (("rename", Fate.RENAMED), ("merge", Fate.MERGED), ("split", Fate.SPLIT)):
        event = _event(within, name, fate, lang)
        event.add_argument("village", help=label("cli-village", lang))
        event.add_argument(
            "--to", nargs="+" if fate is Fate.SPLIT else 1, required=True, help=label("cli-to", lang)
        )
        event.add_argument("--former-name", help=label("cli-former-name", lang))


def _plates(commands: argparse._SubParsersAction[argparse.ArgumentParser], lang: str) -> None:
    """`villages plates` and the command below it."""
    command = _command(commands, "plates", plates.run_plates, lang)
    command.add_argument("--village", action="append", default=[], help=label("cli-only-village", lang))
    command.add_argument("--kind", action="append", default=[], help=label("cli-only-kind", lang))
    command.add_argument("--format", action="append", default=[], help=label("cli-plate-format", lang))
    command.add_argument("--only-new", action="store_true", help=label("cli-only-new", lang))
    command.add_argument("--template", type=Path, help=label("cli-template", lang))
    command.add_argument("--run", default="", help=label("cli-run", lang))
    command.add_argument("--out", type=Path, default=Path("dist/plates"), help=label("cli-out-folder", lang))
    below = command.add_subparsers(title=label("cli-commands", lang), required=False, metavar="…")
    verify = _command(below, "verify", plates.run_verify, lang, "plates-verify")
    verify.add_argument("photos", nargs="+", type=Path, help=label("cli-photos", lang))
    verify.add_argument("--run", default="", help=label("cli-verify-run", lang))
    verify.add_argument("--csv", type=Path, help=label("cli-csv", lang))


def _event(
    within: argparse._SubParsersAction[argparse.ArgumentParser], name: str, fate: Fate, lang: str
) -> argparse.ArgumentParser:
    """A command that writes down what became of codes or of a village."""
    event = _command(within, name, codes.run_event, lang, f"codes-{name}")
    event.set_defaults(fate=fate)
    event.add_argument("--reason", required=True, help=label("cli-reason", lang))
    return event


def _format(command: argparse.ArgumentParser, lang: str) -> None:
    command.add_argument(
        "--format", choices=sorted(report.FORMATS), default="text", help=label("cli-format", lang)
    )


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Command,
    lang: str,
    key: str = "",
) -> argparse.ArgumentParser:
    """A command with the options all of them have."""
    text = label(f"cli-{key or name}", lang)
    found = commands.add_parser(name, help=text, description=text)
    found.set_defaults(command=run)
    found.add_argument("--data", type=Path, default=Path("villages"), help=label("cli-data", lang))
    found.add_argument("--day", type=_day, default=None, help=label("cli-day", lang))
    found.add_argument("--lang", choices=LANGUAGES, default="vi", help=label("cli-lang", lang))
    return found


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: YYYY-MM-DD") from None


def _follows(words: Sequence[str], option: str, value: str) -> bool:
    return (option, value) in pairwise(words)


def _check(arguments: argparse.Namespace) -> int:
    _, problems = site.examine(arguments.data, arguments.day or site.today())
    text = report.FORMATS[arguments.format](problems, arguments.lang)
    if text:
        print(text)
    return int(any(problem.is_error for problem in problems))


def _site(arguments: argparse.Namespace) -> int:
    from village_site.adapters.build import BuildFailed, build_site

    try:
        built = build_site(arguments.config, arguments.data, arguments.day, arguments.lang)
    except BuildFailed:
        return 1
    print(label("cli-built", arguments.lang, folder=built.name))
    return 0


def _move(arguments: argparse.Namespace) -> int:
    from village_site.moving import write_redirects

    atlas, _ = site.open_atlas(arguments.data, arguments.day or site.today())
    count = write_redirects(atlas, arguments.to, arguments.out)
    print(label("cli-moved", arguments.lang, count=count, folder=arguments.out))
    return 0


def _audit(arguments: argparse.Namespace) -> int:
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
            path.write_text(text, encoding="utf-8")
    print(watch.as_text(report_, arguments.lang))
    return report_.exit_code


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)


def _upgrade(arguments: argparse.Namespace) -> int:
    from village_site.upgrade import upgrade

    changed = upgrade(arguments.data)
    for path in changed:
        print(label("cli-written", arguments.lang, file=f"{arguments.data}/{path}"))
    print(label("cli-upgraded" if changed else "cli-current", arguments.lang))
    return 0


def _guide(arguments: argparse.Namespace) -> int:
    from village_site.fieldguide import field_guide
    from village_site.messageguide import message_guide

    for name, text in (("huong-dan/cac-muc.md", field_guide()), ("bao-tri/thong-bao.md", message_guide())):
        path = arguments.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(label("cli-written", arguments.lang, file=str(path)))
    return 0
