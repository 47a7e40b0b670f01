"""The web app manifest (W3C): what a phone needs to put the site among its apps."""

from __future__ import annotations

import json
from importlib import resources
from typing import Final

from village_site.atlas import Atlas
from village_site.offline.icons import ICONS

MANIFEST: Final = "manifest.webmanifest"
_GREEN: Final = "#0a5237"
_PAPER: Final = "#ffffff"


def manifest(atlas: Atlas) -> str:
    """The file's text. All addresses are relative to it, so that it holds below any path.

    `minimal-ui` leaves the site's address in sight: who reads a phone number should see whose page it is on.
    """
    site = atlas.dataset.site
    told = {
        "name": site.name.vi,
        "lang": "vi",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": _GREEN,
        "background_color": _PAPER,
        "icons": [
            {
                "src": icon.path,
                "sizes": f"{icon.size}x{icon.size}",
                "type": "image/png",
                "purpose": "maskable" if icon.maskable else "any",
            }
            for icon in ICONS
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def icon_files() -> dict[str, bytes]:
    """The icons by their address from the site's root."""
    folder = resources.files("village_site") / "templates" / "offline" / "icons"
    return {icon.path: (folder / icon.file).read_bytes() for icon in ICONS}
