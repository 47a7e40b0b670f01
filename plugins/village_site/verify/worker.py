"""Photographs are read in a process of its own: a hostile one can cost no more than a line in the report.

Decoders and codecs are native code without time limits; the few pictures that keep one busy for minutes, or
bring it down, take that process with them and nothing else.
"""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from village_site.verify.pictures import BadPicture
from village_site.verify.reading import Seen, look_at

SECONDS = 60.0


class Reader:
    """Reads photographs one by one, each within `seconds`; a context manager."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def read(self, photo: Path) -> Seen:
        """What the photograph holds. Raises BadPicture, also for one that took too long."""
        pipe = self._pipe or self._start()
        try:
            pipe.send(photo)
            if not pipe.poll(self._seconds):
                self._stop()
                raise BadPicture("slow")
            answer = pipe.recv()
        except (EOFError, OSError):
            self._stop()
            raise BadPicture("damaged") from None
        if isinstance(answer, Seen):
            return answer
        raise BadPicture(answer)

    def _start(self) -> Connection:
        # Spawned, not forked: a fork would take along whatever threads and locks the caller has.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        return self._pipe

    def _stop(self) -> None:
        if self._process is not None and self._pipe is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._pipe = None


def _serve(pipe: Connection) -> None:
    """The other process: answers each path with what was seen, or with the reason why not."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that talks to the person
    while True:
        try:
            photo = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(look_at(photo))
        except BadPicture as bad:
            pipe.send(bad.reason)
        except Exception:  # noqa: BLE001 - codecs raise whatever they like for a broken file
            pipe.send("damaged")
