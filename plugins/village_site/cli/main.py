"""Reads the command line, calls the plain functions, prints what they say.

Exit codes: 0 when all is well (warnings included), 1 when the data or the build has errors, 2 when the
command itself is mistyped.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from village_site import report
from village_site.catalogue import label
from village_site.cli.parser import Command, parser
from village_site.problems import DataError

_EXTRAS = {"fontTools": "plates", "typst": "plates", "xlsxwriter": "reports", "zxingcpp": "plates"}
"""What the extras bring, and the commands that print import only when they run."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit code; no traceback reaches a user."""
    arguments = parser().parse_args(argv)
    command: Command = arguments.command
    try:
        with _stopped_alike():
            return command(arguments)
    except DataError as error:
        print(report.as_text(error.problems, arguments.lang), file=sys.stderr)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - whoever read our output has left
    except KeyboardInterrupt:
        print(label("cli-stopped", arguments.lang), file=sys.stderr)
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        print(label(f"cli-needs-{_EXTRAS[error.name]}", arguments.lang, found=error.name), file=sys.stderr)
    except OSError as error:
        where = report.printable(str(error.filename or ""))
        print(f"{where}: {error.strerror or error}", file=sys.stderr)
    return 1


@contextmanager
def _stopped_alike() -> Iterator[None]:
    """Lets SIGTERM stop a command as Ctrl+C does, so that it takes away what it has half written."""
    if threading.current_thread() is not threading.main_thread():  # no other may say what a signal does
        yield
        return
    process = os.getpid()

    def stop(*_: object) -> None:
        if os.getpid() != process:  # a forked helper: its parent tidies up, and may be waiting for its end
            os._exit(1)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
