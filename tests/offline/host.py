"""A static host that can be slow, change its mind, lose pages, send people elsewhere, and be switched off."""

from __future__ import annotations

import http.server
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PATIENCE = 300
"""So long the worker waits in tests, in milliseconds."""


@dataclass
class Host:
    """Serves `folder` below the path `prefix`, with the headers of `_headers`, as some hosts do.

    Everything else goes by path from the site's root: `edits` replaces words in a file, `held` waits for
    an event before it answers, `status` answers so with an empty page, `moved` sends elsewhere; `others` are pages outside the
    site, by their whole path; `worker` replaces words in the worker. Files last for `lasting` seconds in a
    browser's own cache, as long as on GitHub Pages. `asked` are the paths of all requests.
    """

    folder: Path
    prefix: str
    edits: dict[str, tuple[str, str]] = field(default_factory=dict)
    held: dict[str, threading.Event] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    lasting: int = 600
    worker: tuple[tuple[str, str], ...] = ()
    asked: list[str] = field(default_factory=list)
    _server: http.server.ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """Where the site stands."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_port}{self.prefix}"

    def start(self) -> None:
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def kill(self) -> None:
        """Nobody answers at this address any more."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body for a path of the host."""
        if path in self.others:
            return 200, {"Content-Type": "text/html"}, self.others[path].encode()
        if not path.startswith(self.prefix):
            return 404, {"Content-Type": "text/html"}, b"no such site"
        name = path.removeprefix(self.prefix)
        self.asked.append(name)
        if name in self.held:
            self.held[name].wait(20)
        if name in self.moved:
            return 302, {"Location": self.prefix + self.moved[name]}, b""
        if name in self.status:
            return self.status[name], {"Content-Type": "text/html"}, b"<title>trouble</title>"
        file = self.folder / name
        if file.is_dir() and not path.endswith("/"):
            return 301, {"Location": f"{path}/"}, b""
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return 404, {"Content-Type": "text/html"}, (self.folder / "404.html").read_bytes()
        return 200, self._headers(file), self._edited(name, file.read_bytes())

    def _headers(self, file: Path) -> dict[str, str]:
        text = (self.folder / "_headers").read_text("utf-8").partition("\n/Q/")[0]
        found = dict(re.findall(r"^  ([\w-]+): (.+)$", text, re.MULTILINE))
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return {**found, "Content-Type": kind, "Cache-Control": f"max-age={self.lasting}"}

    def _edited(self, name: str, data: bytes) -> bytes:
        usual = [("PATIENCE = 3000;", f"PATIENCE = {PATIENCE};"), *self.worker] if name == "sw.js" else []
        edits = [self.edits[name]] if name in self.edits else usual
        for old, new in edits:
            assert old.encode() in data, (name, old)
            data = data.replace(old.encode(), new.encode())
        return data


def _handler(host: Host) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = host.answer(urlsplit(self.path).path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    return Handler


@contextmanager
def hosting(folder: Path, prefix: str = "/") -> Iterator[Host]:
    """A host that is switched off in the end."""
    host = Host(folder, prefix)
    host.start()
    yield host
    host.kill()
