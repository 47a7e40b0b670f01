"""The viewer of 360° pictures: Pannellum by Matthew Petroff, as released, and the script that opens it.

Nothing of it is loaded before somebody asks for a picture, and a site without such pictures has none of it.
`pannellum-2.5.7/` holds the two built files and the licence (MIT) of its release, unchanged; its own file
`templates/panorama/README.md` says how to take over the next one.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from village_site.policy import Need

VERSION = "2.5.7"
NEEDS = (Need("img-src", "blob:", "a 360° picture, which its viewer fetches and hands on from memory"),)
"""What a page that opens 360° pictures must be allowed besides."""

_HERE = files("village_site") / "templates" / "panorama"
_PANNELLUM = ("pannellum.js", "pannellum.css", "COPYING.txt")
_SCRIPT = "look.js"


def script_url() -> str:
    """Where our script is, from the site's root; the viewer lies beside it."""
    return f"{_folder()}/{_SCRIPT}"


def write(site: Path) -> None:
    """Puts the script and the viewer into a site."""
    folder = site / _folder()
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in _contents().items():
        (folder / name).write_bytes(data)


@cache
def _contents() -> dict[str, bytes]:
    found = {name: (_HERE / f"pannellum-{VERSION}" / name).read_bytes() for name in _PANNELLUM}
    return {_SCRIPT: (_HERE / _SCRIPT).read_bytes(), **found}


@cache
def _folder() -> str:
    """Named for what is in it, so that no browser keeps an old file for a new one."""
    digest = hashlib.sha256(b"".join(_contents().values())).hexdigest()[:8]
    return f"assets/360-{digest}"
