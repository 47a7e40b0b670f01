"""The scripts that search: the one behind Material's box, and that of the light page."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from village_site.finder import code_script
from village_site.inline import compact

WORKER: Final = "assets/javascripts/workers/search.*.min.js"
"""Where Material keeps the script that its search box runs as a worker; ours takes its place.

Material's own indexes with lunr: of 5,000 pages for seconds, at every page view. The box knows its worker by
four messages only, so a small one that knows Vietnamese can stand in for it.
"""

_RULES: Final = ("words.js", "pages.js", "finding.js", "answers.js")


@cache
def worker_script() -> str:
    """The whole worker: the rules, and talking to the box."""
    return script("worker.js")


def script(last: str) -> str:
    """The rules, then the file that puts them to use."""
    return f"(function () {{\n'use strict';\n{rules()}{_read(last)}}}());\n"


@cache
def rules() -> str:
    """How codes are read, and what is found by what is typed; the same wherever one searches."""
    return code_script() + "".join(map(_read, _RULES))


def _read(name: str) -> str:
    folder = resources.files("village_site") / "templates" / "search"
    return compact((folder / name).read_text("utf-8"))
