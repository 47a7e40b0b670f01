"""The built site below a sub-path of this machine, compressed as hosts send it."""

from __future__ import annotations

import functools
import gzip
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "/kho/"
"""Where the site stands, as a repository's pages do."""
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest", ".ics", ".csv", ".geojson"}


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Path

    def do_GET(self) -> None:
        """Sends a file, or the site's 404 page."""
        path = self.path.partition("?")[0].partition("#")[0]
        found = self.site / path.removeprefix(PREFIX) if path.startswith(PREFIX) else self.site / "404.html"
        status = 200
        if found.is_dir():
            found /= "index.html"
        if not path.startswith(PREFIX) or not found.is_file():
            found, status = self.site / "404.html", 404
        self._send(status, found)

    def _send(self, status: int, file: Path) -> None:
        packed = file.suffix in PACKED
        body = _packed(file) if packed else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(file) + ("; charset=utf-8" if packed else ""))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Says what went wrong, but for a browser that went away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@functools.cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)


@contextmanager
def hosting(site: Path) -> Iterator[str]:
    """Serves a site until the block ends; gives its address, which ends with a slash."""
    handler = type("Handler", (_Handler,), {"site": site})
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
