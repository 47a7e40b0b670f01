"""One function in a process of its own, while this one goes on.

A forked child has all the data already, so nothing is handed over but its result. Where there is no fork,
or in a process with threads, the work is simply done at once.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")
_GIVES_WAY = 5
"""How nice a child is: what the parent does, all of them wait for in the end."""


class BackgroundError(RuntimeError):
    """The child failed; its message is the child's own."""


class Background(Generic[T]):
    """A call that is under way. `wait` gives its result or raises BackgroundError."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._result: T | None = None
        self._process: multiprocessing.process.BaseProcess | None = None
        if not hasattr(os, "fork") or threading.active_count() > 1:
            self._result = work()
            return
        sys.stdout.flush()
        sys.stderr.flush()
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(work, sender), daemon=True)
        self._process.start()
        sender.close()

    def wait(self) -> T:
        """The result, once it is there."""
        if self._process is None:
            return self._result  # type: ignore[return-value]
        try:
            done, value = self._receiver.recv()
        except EOFError:
            done, value = False, "the process ended without a word"
        self._process.join()
        self._process = None
        if not done:
            raise BackgroundError(value)
        self._result = value
        return value  # type: ignore[no-any-return]

    def stop(self) -> None:
        """Gives the work up."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process = None


def _run(work: Callable[[], object], sender: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which stops its children
    os.nice(_GIVES_WAY)
    try:
        sender.send((True, work()))
    except BaseException:  # noqa: BLE001 - whatever it is, the parent has to hear of it
        sender.send((False, traceback.format_exc()))
