"""Asks one host for the pages of codes, as a phone would: a fresh connection, no redirect followed.

`http.client` asks exactly the host it is told to: it knows neither proxies of the environment nor redirects.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import quote, urlsplit

from village_site import __version__
from village_site.frozen import frozen

MOST_BYTES = 256 * 1024
"""A page is far smaller; of a larger one no more is read."""
MOST_RETRY_AFTER = 60.0
AGENT = f"village-site/{__version__} (villages audit --live; asks for its own site's codes)"


class NoAnswer(Exception):
    """The host gave no whole answer. `reason` is a key of the catalogue without `watch-why-`."""

    def __init__(self, reason: str, **params: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.params = params


@frozen
class Answer:
    """What the host said. `text` is None for a body that was not read: another status, or too large.
    `type` and `charset` are lower case; where the host gives none, browsers find out, and ours are right."""

    status: int
    type: str = "text/html"
    charset: str = "utf-8"
    text: str | None = None
    location: str = ""
    retry_after: float | None = None

    @property
    def is_passing(self) -> bool:
        """True when the server itself says that it cannot answer now."""
        return self.status == 429 or self.status >= 500


def site_address(url: str) -> str:
    """The address that codes are asked at, without a slash at its end: `https://lang.example`.

    Raises ValueError when it is not http or https, has no host, or has more than host, port and path.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:
        raise ValueError(url) from None
    if (
        parts.scheme not in ("http", "https")
        or not host
        or parts.query
        or parts.fragment
        or "@" in parts.netloc
    ):
        raise ValueError(url)
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&()*+,;=~")
    return f"{parts.scheme}://{host}{f':{port}' if port is not None else ''}{path}"


class Host:
    """The host of an address. `timeout` in seconds bounds connecting, and then the whole answer."""

    def __init__(self, url: str, timeout: float) -> None:
        self.url = site_address(url)
        parts = urlsplit(self.url)
        self._host, self._port, self._path = parts.hostname or "", parts.port, parts.path
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._timeout = timeout

    def get(self, code: str) -> Answer:
        """The answer to `GET …/Q/7K3MXT4M/`. Raises NoAnswer."""
        connection = self._connection()
        try:
            connection.connect()
            with _deadline(connection.sock, self._timeout) as over:
                try:
                    return self._exchange(connection, f"{self._path}/Q/{code}/")
                except (NoAnswer, OSError, http.client.HTTPException):
                    if over.is_set():
                        raise TimeoutError from None
                    raise
        except (OSError, http.client.HTTPException) as fault:
            raise no_answer(fault) from None
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        if self._tls is None:
            return http.client.HTTPConnection(self._host, self._port, timeout=self._timeout)
        return http.client.HTTPSConnection(self._host, self._port, timeout=self._timeout, context=self._tls)

    def _exchange(self, connection: http.client.HTTPConnection, path: str) -> Answer:
        headers = {"User-Agent": AGENT, "Accept": "text/html", "Connection": "close"}
        connection.request("GET", path, headers=headers)
        with connection.getresponse() as response:
            return Answer(
                status=response.status,
                type=response.headers.get_content_type()
                if "Content-Type" in response.headers
                else "text/html",
                charset=_printable(response.headers.get_content_charset("utf-8")),
                text=_text(response) if response.status == 200 else None,
                location=_printable(response.getheader("Location", "")),
                retry_after=_seconds(response.getheader("Retry-After", "")),
            )


@contextmanager
def _deadline(sock: socket.socket, seconds: float) -> Iterator[threading.Event]:
    """Ends a connection after a time, however slowly it drips; a socket's own timeout begins anew with
    every byte. The event tells that it was ended."""
    over = threading.Event()

    def end() -> None:
        over.set()
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield over
    finally:
        timer.cancel()


def _text(response: http.client.HTTPResponse) -> str | None:
    """The body as text; None when it is too large. Raises NoAnswer when it is broken off or garbled."""
    body = response.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        return None
    if response.length:
        raise NoAnswer("cut")
    packed = response.getheader("Content-Encoding", "identity").strip().lower()
    if packed in ("gzip", "x-gzip"):
        body = _unpacked(body)
    elif packed not in ("", "identity"):  # asked for neither, so no browser is bound to read it
        raise NoAnswer("packed", found=_printable(packed))
    if len(body) > MOST_BYTES:
        return None
    return body.decode("utf-8", "replace")


def _unpacked(body: bytes) -> bytes:
    """What gzip packed, of a bomb no more than what is too much."""
    gzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = gzip.decompress(body, MOST_BYTES + 1)
    except zlib.error:
        raise NoAnswer("garbled") from None
    if not gzip.eof and len(found) <= MOST_BYTES:
        raise NoAnswer("cut")
    return found


def no_answer(fault: OSError | http.client.HTTPException) -> NoAnswer:
    """What a fault of the connection means for whoever keeps the site."""
    match fault:
        case TimeoutError():
            return NoAnswer("timeout")
        case ssl.SSLCertVerificationError():
            return NoAnswer("certificate", found=_printable(fault.verify_message))
        case ssl.SSLError():
            return NoAnswer("tls", found=_printable(fault.reason or ""))
        case socket.gaierror():
            return NoAnswer("no-host")
        case ConnectionRefusedError():
            return NoAnswer("refused")
        case http.client.IncompleteRead():
            return NoAnswer("cut")
        case ConnectionError():
            return NoAnswer("dropped")
        case http.client.HTTPException():
            return NoAnswer("garbled")
    return NoAnswer("unreachable", found=_printable(fault.strerror or ""))


def _seconds(text: str) -> float | None:
    """A Retry-After in seconds, within bounds; one that names a time is left to our own patience."""
    return min(float(text), MOST_RETRY_AFTER) if text.isascii() and text.isdigit() else None


def _printable(text: str) -> str:
    """What a server said, safe to show: one short line, no control characters, nothing a fence ends at."""
    shown = "".join(letter if letter.isprintable() and letter != "`" else " " for letter in text)
    words = " ".join(shown.split())
    return words if len(words) <= 120 else f"{words[:119]}…"
