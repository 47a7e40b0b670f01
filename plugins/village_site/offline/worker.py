"""The scripts at the site's root: the worker that keeps pages, and the one that takes itself away."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import Final

from markupsafe import escape

from village_site.catalogue import LANGUAGES, label
from village_site.inline import compact
from village_site.model.safety import SAFETY
from village_site.render import environment

WORKER: Final = "sw.js"
"""Its address from the site's root: a worker rules what lies beside and below it."""
PROJECT: Final = "village-site"
"""What the names of our caches begin with; sites of one GitHub user share an origin, and so their caches."""
FALLBACK: Final = "khong-co-mang/"
"""Address of the page that is shown for pages never seen."""
DATE: Final = "{date}"
"""Stands in a text for the day on which a copy was kept; the worker fills it in."""


def worker(fallback: str, folders: Sequence[str]) -> str:
    """The whole worker. `fallback` is the HTML of the fallback page: with another one the worker's bytes are
    others too, and that alone makes phones fetch it anew. `folders` are those at the site's root: where
    that is a host's, others may belong to neighbours."""
    words = {
        lang: {
            "saved": str(escape(label("offline-saved", lang, date=DATE))),
            "none": str(escape(label("offline-none", lang))),
        }
        for lang in LANGUAGES
    }
    script = environment().get_template("offline/worker.js")
    return compact(
        script.render(
            project=PROJECT,
            fallback=FALLBACK,
            version=hashlib.sha256(fallback.encode()).hexdigest()[:12],
            emergency=f"{SAFETY.file_vi}/",
            words=words,
            folders=sorted(folders),
            heading=str(escape(label("offline-list", "vi"))),
        )
    )


@cache
def retiring_worker() -> str:
    """A worker for a site that goes away: it deletes what ours has kept, then itself."""
    return compact(environment().get_template("offline/retire.js").render(project=PROJECT))
