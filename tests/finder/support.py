"""A small site with cards, the finder and a 404 page, served on this machine as a static host would."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import atlas
from village_site.atlas import Atlas
from village_site.cards import Cards, card_path
from village_site.codes.alphabet import ALPHABET, check_symbol, is_code, shown
from village_site.finder import finder_page, not_found_page

HOUSE = "2345678" + check_symbol("2345678")
HOSTILE = '9<img src="//evil.example/x" onerror="document.title=1">'


def one_off(code: str) -> list[str]:
    """Every valid code that differs from one in a single symbol, by trying all."""
    return [
        near
        for place in range(len(code))
        for symbol in ALPHABET
        if symbol != code[place] and is_code(near := code[:place] + symbol + code[place + 1 :])
    ]


WRONG = "XXXXVVV2"
"""A wrong code that two plates are one symbol off."""
TWINS = (one_off(WRONG)[1], one_off(WRONG)[5])
NOWHERE = "FFFFFFF" + check_symbol("FFFFFFF")
"""A right code that was never issued, nor any code beside it."""


def sample(tmp_path: Path) -> Atlas:
    """A road with three houses."""
    houses = ((HOUSE, "12"), (TWINS[0], "7"), (TWINS[1], HOSTILE))
    rows = [
        f"- {{id: h{at}, road: truc, number: '{number}', code: {shown(code)}}}\n"
        for at, (code, number) in enumerate(houses)
    ]
    files = {
        "nam-bac-thanh/roads.yml": "- {id: truc, name: Đường Trục}\n",
        "nam-bac-thanh/households.yml": "".join(rows),
    }
    return atlas(tmp_path, files)


@dataclass
class Host:
    """A running static host: `asked` has every path it was asked for; what is `broken` has another status and
    body; what has `moved` is answered with a redirect to another address."""

    origin: str
    folder: Path
    prefix: str
    asked: list[str] = field(default_factory=list)
    broken: dict[str, tuple[int, str]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The site's address."""
        return self.origin + self.prefix

    def write(self, found: Atlas, site_url: str | None) -> None:
        """Writes the site as if `site_url` were its address."""
        cards = Cards(found)
        for coded in found.coded():
            self._put(card_path(coded.code), cards.page(coded))
        self._put("Q/index.html", finder_page(found, site_url=site_url))
        self._put("404.html", not_found_page(found, site_url=site_url))
        self._put("index.html", "<!doctype html><title>Trang chủ</title>")

    def codes_asked(self) -> list[str]:
        """The codes whose pages were asked for, and forgets them."""
        found = [path.split("/Q/")[1].rstrip("/") for path in self.asked if "/Q/" in path]
        self.asked.clear()
        return found

    def answer(self, path: str) -> tuple[int, bytes]:
        """Status and body for a path, with the 404 page for whatever there is no file for."""
        self.asked.append(path)
        if path in self.moved:
            return 301, b""
        if path in self.broken:
            status, body = self.broken[path]
            return status, body.encode()
        inside = path.removeprefix(self.prefix) if path.startswith(self.prefix) else "?"
        file = self.folder / inside / "index.html" if path.endswith("/") else self.folder / inside
        if inside != "?" and file.is_file():
            return 200, file.read_bytes()
        return 404, (self.folder / "404.html").read_bytes()

    def _put(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@contextmanager
def serving(folder: Path, prefix: str) -> Iterator[Host]:
    """A host that serves a folder under a path such as `/` or `/kho/`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            status, body = host.answer(path)
            self.send_response(status)
            if status == 301:
                self.send_header("Location", host.moved[path])
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host = Host(f"http://127.0.0.1:{server.server_port}", folder, prefix)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield host
    server.shutdown()
    server.server_close()
