"""What an audit knows so far, in a file that survives being killed.

JSON lines: what is being audited, then one line a code, then a line that it is done. Each line is appended
by one write, so that a run killed at any moment loses at most the result it was about to write. A torn last
line is dropped.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from village_site.watch.result import Result, Verdict

FORMAT = 1
KEPT = dt.timedelta(days=1)
"""After this long an audit begins anew: what was true then may not be now."""


class State:
    """The results of one audit of `url` and `codes`; goes on where an earlier one stopped, if that one was
    of the same, is not `KEPT` old and was not done."""

    def __init__(
        self, path: Path, url: str, codes: Sequence[str], now: dt.datetime, *, anew: bool = False
    ) -> None:
        self._path = path
        self.started = now
        self.results: dict[str, Result] = {}
        digest = hashlib.sha256("\n".join(codes).encode()).hexdigest()
        self._head = {"format": FORMAT, "url": url, "codes": digest}
        whole = b"" if anew else self._read(now, frozenset(codes))
        if not whole:
            self.results.clear()
            whole = _line({**self._head, "started": now.isoformat()})
        self._file = _begin(path, whole)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, result: Result) -> None:
        """Notes a result."""
        row = {"code": result.code, "verdict": result.verdict.value, "reason": result.reason}
        self._file.write(_line({**row, "params": dict(result.params), "passing": result.passing}))
        self.results[result.code] = result

    def finish(self) -> None:
        """Notes that nothing is left to go on with."""
        self._file.write(_line({"done": True}))

    def _read(self, now: dt.datetime, codes: frozenset[str]) -> bytes:
        """The whole lines of an audit to go on with, its results taken over; b"" where there is none."""
        try:
            lines = self._path.read_bytes().splitlines(keepends=True)
            lines = lines[:-1] if lines and not lines[-1].endswith(b"\n") else lines
            head, *rows = [json.loads(line) for line in lines]
            started = dt.datetime.fromisoformat(head.pop("started"))
            if head != self._head or not dt.timedelta() <= now - started < KEPT:
                return b""
            found = [_result(row) for row in rows]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):  # no audit of this version
            return b""
        if not {result.code for result in found} <= codes:
            return b""
        self.started = started
        self.results = {result.code: result for result in found}
        return b"".join(lines)


def _result(row: dict[str, Any]) -> Result:
    """A line read back; KeyError for one that is no result, such as that all is done."""
    params = {str(name): str(value) for name, value in row["params"].items()}
    verdict = Verdict(row["verdict"])
    return Result(str(row["code"]), verdict, str(row["reason"]), params, bool(row["passing"]))


def _line(row: dict[str, Any]) -> bytes:
    return f"{json.dumps(row, ensure_ascii=False)}\n".encode()


def _begin(path: Path, whole: bytes) -> BinaryIO:
    """The file with these lines, open at its end; every write goes to the system at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(whole)
    new.replace(path)
    return path.open("ab", buffering=0)
