"""Every command and option; their help is in the catalogue, Vietnamese first."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from village_site import __version__, report
from village_site.catalogue import LANGUAGES, label
from village_site.cli import codes, consents, forms, general, handbook, plates, reports, review
from village_site.model.events import Fate

Command = Callable[[argparse.Namespace], int]


def parser() -> argparse.ArgumentParser:
    """Every command and option; their help is in the catalogue, Vietnamese first."""
    lang = "en" if "--lang=en" in sys.argv or _follows(sys.argv, "--lang", "en") else "vi"
    top = argparse.ArgumentParser(prog="villages", description=label("cli-about", lang))
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(title=label("cli-commands", lang), required=True, metavar="…")

    check = _command(commands, "check", general.run_check, lang)
    _private(check, lang)
    _format(check, lang)

    group = commands.add_parser("codes", help=label("cli-codes", lang), description=label("cli-codes", lang))
    within = group.add_subparsers(title=label("cli-commands", lang), required=True, metavar="…")
    _codes(within, lang)

    build = _command(commands, "site", general.run_site, lang)
    _private(build, lang)
    build.add_argument("--withhold", action="store_true", help=label("cli-withhold", lang))
    build.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help=label("cli-config", lang))
    below = build.add_subparsers(title=label("cli-commands", lang), required=False, metavar="…")
    move = _command(below, "move", general.run_move, lang, "site-move")
    move.add_argument("--to", required=True, type=_address, help=label("cli-new-address", lang))
    move.add_argument("--out", type=Path, default=Path("dist/move"), help=label("cli-out-folder", lang))

    _plates(commands, lang)
    _forms(commands, lang)
    _reports(commands, lang)
    _taken_along(commands, lang)
    _consents(commands, lang)
    _review(commands, lang)

    live = _command(commands, "audit", general.run_audit, lang)
    live.add_argument("--live", required=True, metavar="URL", help=label("cli-live", lang))
    live.add_argument("--issue", type=Path, help=label("cli-issue", lang))
    live.add_argument("--json", type=Path, help=label("cli-json", lang))
    live.add_argument("--anew", action="store_true", help=label("cli-anew", lang))
    _command(commands, "upgrade", general.run_upgrade, lang)
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


def _forms(commands: argparse._SubParsersAction[argparse.ArgumentParser], lang: str) -> None:
    """`villages forms`."""
    command = _command(commands, "forms", forms.run_forms, lang)
    command.add_argument("--village", action="append", default=[], help=label("cli-only-village", lang))
    command.add_argument(
        "--household",
        action="append",
        default=[],
        metavar="VILLAGE/HOUSEHOLD",
        help=label("cli-forms-household", lang),
    )
    command.add_argument("--out", type=Path, default=Path("dist/forms"), help=label("cli-out-folder", lang))


def _reports(commands: argparse._SubParsersAction[argparse.ArgumentParser], lang: str) -> None:
    """The commands below `villages report`."""
    about = label("cli-reports", lang)
    within = commands.add_parser("report", help=about, description=about)
    below = within.add_subparsers(title=label("cli-commands", lang), required=True, metavar="…")
    command = _command(below, "weekly", reports.run_weekly, lang, "reports-weekly")
    whose = command.add_mutually_exclusive_group(required=True)
    whose.add_argument("--village", help=label("cli-reports-village", lang))
    whose.add_argument("--commune", help=label("cli-reports-commune", lang))
    command.add_argument("--week", type=reports.week, help=label("cli-reports-week", lang))
    command.add_argument("--out", type=Path, default=Path("dist/reports"), help=label("cli-out-folder", lang))


def _taken_along(commands: argparse._SubParsersAction[argparse.ArgumentParser], lang: str) -> None:
    """`villages handbook` and `villages offline`."""
    command = _command(commands, "handbook", handbook.run_handbook, lang)
    _private(command, lang)
    command.add_argument("village", nargs="*", help=label("cli-handbook-village", lang))
    out = label("cli-out-folder", lang)
    command.add_argument("--out", type=Path, default=Path("dist/handbook"), help=out)
    command = _command(commands, "offline", handbook.run_offline, lang)
    _private(command, lang)
    command.add_argument("--site", type=Path, default=Path("site"), help=label("cli-site-folder", lang))
    command.add_argument("--out", type=Path, default=Path("dist"), help=out)


def _consents(commands: argparse._SubParsersAction[argparse.ArgumentParser], lang: str) -> None:
    """The commands below `villages consents`."""
    about = label("cli-consents", lang)
    within = commands.add_parser("consents", help=about, description=about)
    below = within.add_subparsers(title=label("cli-commands", lang), required=True, metavar="…")
    command = _command(below, "withdraw", consents.run_withdraw, lang, "consents-withdraw")
    _private(command, lang)
    command.add_argument("record", help=label("cli-consents-record", lang))
    command.add_argument(
        "--field",
        action="append",
        default=[],
        type=consents.personal_data,
        help=label("cli-consents-field", lang),
    )


def _review(commands: argparse._SubParsersAction[argparse.ArgumentParser], lang: str) -> None:
    """`villages review`."""
    command = _command(commands, "review", review.run_review, lang)
    command.add_argument("--base", required=True, help=label("cli-review-base", lang))


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


def _private(command: argparse.ArgumentParser, lang: str) -> None:
    """The folder of personal data, for the commands that read it."""
    command.add_argument("--private", type=Path, default=None, help=label("cli-private", lang))


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: YYYY-MM-DD") from None


def _address(text: str) -> str:
    if not re.fullmatch(r"https://[A-Za-z0-9._~:/-]+", text):
        raise argparse.ArgumentTypeError(f"{text}: https://lang.example")
    return text


def _follows(words: Sequence[str], option: str, value: str) -> bool:
    return (option, value) in pairwise(words)
