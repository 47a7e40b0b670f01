"""The script behind the search box."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from village_site.finder import code_script

WORKER: Final = "assets/javascripts/workers/search.*.min.js"
"""Where Material keeps the script that its search box runs as a worker; ours takes its place.

Material's own indexes with lunr: of 5,000 pages for seconds, at every page view. The box knows its worker by
four messages only, so a small one that knows Vietnamese can stand in for it.
"""


@cache
def worker_script() -> str:
    """The whole worker: reading codes, finding pages, talking to the box."""
    folder = resources.files("village_site") / "templates" / "search"
    parts = [
        code_script(),
        *((folder / name).read_text("utf-8") for name in ("words.js", "finding.js", "worker.js")),
    ]
    return "(function () {\n'use strict';\n" + "\n".join(parts) + "}());\n"
