"""`mkdocs serve` without the pages' policy, which would forbid the script that reloads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from village_site.policy import without


def without_policy(serve: WSGIApplication) -> WSGIApplication:
    """The same pages without their policy. MkDocs writes a script into each as it is asked for, with another
    number every time, so that no hash can allow it; what is published keeps its policy."""

    def preview(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        begun: list[Any] = []

        def hold(status: str, headers: list[tuple[str, str]], *rest: Any) -> Callable[[bytes], object]:
            begun[:] = [status, headers, *rest]
            return lambda _: None

        body = serve(environ, hold)
        status, headers, *rest = begun
        if dict(headers).get("Content-Type") != "text/html":
            start(status, headers, *rest)
            return body
        page = without(b"".join(body))
        if (close := getattr(body, "close", None)) is not None:
            close()
        others = [(name, value) for name, value in headers if name != "Content-Length"]
        start(status, [*others, ("Content-Length", str(len(page)))], *rest)
        return [page]

    return preview
