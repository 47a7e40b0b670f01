"""Writes the pictures into a site, drawing only those that were not drawn before."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

from village_site.atlas import Atlas
from village_site.social.signs import Sign, signs

_LOOK: Final = "1"
"""Raised when pictures of the same words are to look different."""


def write_social(atlas: Atlas, site: Path, cache: Path | None = None) -> None:
    """Writes every picture below `site`. `cache` keeps what was drawn, by its words; what no picture of this
    site needs any more goes from it. Without one all are drawn."""
    used: set[str] = set()
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
    for sign in signs(atlas):
        target = site / sign.path
        target.parent.mkdir(parents=True, exist_ok=True)
        kept = cache / f"{_digest(sign)}.png" if cache is not None else None
        if kept is not None:
            used.add(kept.name)
        target.write_bytes(_picture(sign, kept))
    if cache is not None:
        for old in cache.iterdir():
            if old.name not in used:
                old.unlink()


def _picture(sign: Sign, kept: Path | None) -> bytes:
    if kept is not None and kept.is_file():
        return kept.read_bytes()
    from village_site.social.draw import draw  # Pillow costs a tenth of a small build's start

    data = draw(sign)
    if kept is not None:
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_bytes(data)
        beside.replace(kept)
    return data


def _digest(sign: Sign) -> str:
    from PIL import __version__  # only its number, not the library: another one may pack otherwise

    words = "\0".join((_LOOK, __version__, sign.kind, sign.name, sign.where, sign.domain))
    return hashlib.sha256(words.encode()).hexdigest()[:24]
