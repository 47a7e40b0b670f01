"""A published site on this machine that misbehaves for chosen codes, and a clock that nobody waits for."""

from __future__ import annotations

import datetime as dt
import gzip
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.support import atlas
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.codes.alphabet import ALPHABET, check_symbol
from village_site.site import VIETNAM
from village_site.watch import LiveReport, Result, Verdict, audit_live

START = dt.datetime(2026, 11, 21, 3, 23, tzinfo=VIETNAM)
PATIENT = 10.0
"""Seconds for an answer; no answer takes that long, however busy the machine is."""
IMPATIENT = 0.3
BOMB = gzip.compress(bytes(50_000_000), 1)


def code(number: int) -> str:
    """A valid code, another one for each number."""
    random = Random(f"watch {number}")
    body = "".join(random.choice(ALPHABET) for _ in range(7))
    return body + check_symbol(body)


CODES = tuple(map(code, range(6)))


def roads(tmp_path: Path, codes: tuple[str, ...] = CODES, updated: str = "20/11/2026") -> Atlas:
    """A village whose roads have the codes."""
    lines = [
        f'- {{id: d{n}, name: "Đường {n}", code: {code}, updated: {updated}}}' for n, code in enumerate(codes)
    ]
    return atlas(tmp_path, {"nam-bac-thanh/roads.yml": "\n".join(lines)})


def published(found: Atlas) -> dict[str, str]:
    """The card of every code."""
    cards = Cards(found)
    return {item.code: cards.page(item) for item in found.coded()}


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.time = START
        self.slept: list[float] = []

    def now(self) -> dt.datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.slept.append(round(seconds, 6))
        self.time += dt.timedelta(seconds=seconds)


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves the pages of a stage."""

    stage: Stage

    def do_GET(self) -> None:
        """Answers as it should, or as the code's fault does."""
        stage = self.stage
        stage.asked.append(self.path)
        stage.agents.add(self.headers["User-Agent"])
        stage.times.append(stage.clock.now())
        wanted = self.path.removeprefix(f"{stage.prefix}/Q/").removesuffix("/")
        if wanted not in stage.pages or self.path != f"{stage.prefix}/Q/{wanted}/":
            self.send_error(404)
            return
        faults = stage.faults.get(wanted, [])
        fault = faults[0] if len(faults) == 1 else faults.pop(0) if faults else good
        fault(self, stage.pages[wanted].encode())

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        """A whole answer; names of headers have _ for -, and one that is empty is not sent."""
        self.send_response(status)
        usual = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body))}
        for name, value in {**usual, **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


Fault = Callable[[Handler, bytes], None]


def good(handler: Handler, body: bytes) -> None:
    handler.send(body)


def drop(handler: Handler, _body: bytes) -> None:
    handler.connection.close()
    handler.wfile = handler.rfile = _Nowhere()  # type: ignore[assignment]
    handler.close_connection = True


def stall(handler: Handler, _body: bytes) -> None:
    handler.stage.over.wait(60)


def drip(handler: Handler, body: bytes) -> None:
    """Bytes so often that no single wait is too long."""
    handler.send(b"", Content_Length=str(len(body)))
    for byte in body:
        if handler.stage.over.wait(IMPATIENT / 10):
            return
        handler.wfile.write(bytes([byte]))


def drip_head(handler: Handler, _body: bytes) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 10_000:
        if handler.stage.over.wait(IMPATIENT / 10):
            return
        handler.wfile.write(bytes([byte]))


def cut(handler: Handler, body: bytes) -> None:
    handler.send(body[: len(body) // 2], Content_Length=str(len(body)))


def cut_chunks(handler: Handler, body: bytes) -> None:
    handler.send(b"%x\r\n%b\r\n" % (len(body), body), Content_Length="", Transfer_Encoding="chunked")


def cut_unsaid(handler: Handler, body: bytes) -> None:
    handler.send(body[: len(body) // 2], Content_Length="")


def packed(handler: Handler, body: bytes) -> None:
    handler.send(gzip.compress(body), Content_Encoding="gzip")


def packed_cut(handler: Handler, body: bytes) -> None:
    handler.send(gzip.compress(body)[:-20], Content_Encoding="gzip")


def packed_not(handler: Handler, body: bytes) -> None:
    handler.send(body, Content_Encoding="gzip")


def packed_strangely(handler: Handler, body: bytes) -> None:
    handler.send(body, Content_Encoding="br")


def bomb(handler: Handler, _body: bytes) -> None:
    handler.send(BOMB, Content_Encoding="gzip")


def huge(handler: Handler, body: bytes) -> None:
    handler.send(body + b"x" * (1_000_000 - len(body)))


def endless(handler: Handler, body: bytes) -> None:
    handler.send(body, Content_Length="")
    while not handler.stage.over.is_set():
        handler.wfile.write(b"x" * 65536)


def gibberish(handler: Handler, _body: bytes) -> None:
    handler.wfile.write(b"\0\1\2 what?\r\n\r\n")


def status(number: int, retry_after: str = "") -> Fault:
    return lambda handler, body: handler.send(body, number, Retry_After=retry_after)


def redirect(to: str, number: int = 301) -> Fault:
    return lambda handler, _body: handler.send(b"", number, Location=to)


def instead(html: str, content_type: str = "text/html; charset=utf-8") -> Fault:
    return lambda handler, _body: handler.send(html.encode(), Content_Type=content_type)


class _Nowhere:
    closed = True

    def flush(self) -> None: ...
    def close(self) -> None: ...
    def readline(self, _size: int) -> bytes:
        return b""


@dataclass
class Stage:
    """A site that is published. Of several faults of a code each serves one request, the last all others."""

    prefix: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    clock: Clock = field(default_factory=Clock)
    asked: list[str] = field(default_factory=list)
    times: list[dt.datetime] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.prefix}"

    def publish(self, found: Atlas) -> None:
        self.pages = published(found)

    def audit(self, found: Atlas, state: Path, **options: Any) -> LiveReport:
        given = {"timeout": PATIENT, "now": self.clock.now, "sleep": self.clock.sleep, **options}
        return audit_live(found, self.url, state=state, **given)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up on a bad answer is what should happen."""


@contextmanager
def serving(prefix: str = "") -> Iterator[Stage]:
    """A stage on a port of its own."""
    stage = Stage(prefix)
    handler = type("Bound", (Handler,), {"stage": stage})
    with _Server(("127.0.0.1", 0), handler) as server:
        stage.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield stage
        stage.over.set()
        server.shutdown()
        thread.join()


Change = Callable[[str], str]
OTHERS = (Verdict.WRONG, Verdict.REDIRECTED, Verdict.STALE)


def short(result: Result) -> tuple[str, str]:
    """Verdict and reason."""
    return result.verdict.value, result.reason
