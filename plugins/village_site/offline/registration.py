"""The few lines with which every page asks for the worker, and takes word from it."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from village_site.inline import compact
from village_site.offline.worker import WORKER
from village_site.policy import OWN, digest
from village_site.render import environment

SCRIPT = "assets/offline.js"
"""Where Material's pages find the script; on light pages it stands within, for they are one request."""


def registration(root: str, *, lost: bool = False) -> Markup:
    """The element a light page ends with. `root` leads to the site's root and ends with "/".

    By its address the worker tells pages of its own site from whatever else a host may answer; `lost` marks
    the page that stands for all that are not there, which is never kept.
    """
    said = Markup(" data-lost") if lost else ""
    return Markup('<script data-sw="{}{}"{}>{}</script>').format(
        root, WORKER, said, Markup(registration_script())
    )


@cache
def registration_script() -> str:
    """The script, exactly as it stands between the tags: its SHA-256 goes into a policy."""
    return compact(environment().get_template("offline/registration.js").render())


def needs() -> tuple[tuple[str, str], ...]:
    """What a light page must be allowed for it. `child-src` is for Safari before 15.5, which does not know
    `worker-src`."""
    return (("script-src", digest(registration_script())), ("worker-src", OWN), ("child-src", OWN))
