"""What Android's WebView of the year 2018 knows, by MDN's browser-compat-data (CC0), and what pages ask of it.

`known.json` has what the pages use and nothing else; `python -m tests.audit.known` looks it up anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from tests.readers.css_features import Feature

OLDEST: Final = 70
"""The oldest version of Android's WebView (and of Chrome) that everything must work with."""
KNOWN: Final = Path(__file__).with_name("known.json")

DEGRADES: Final = {
    "css.at-rules.media.prefers-color-scheme": "the page stays light",
    "css.properties.text-wrap": "lines of a heading are filled from the left",
    "css.properties.text-underline-offset": "the line stands where it always stood",
    "css.properties.outline": "before 94 it has square corners",
    "css.selectors.focus-visible": "the browser's own ring marks what has the focus",
    "css.properties.font-family.ui-monospace": "the next font of the list is taken",
    "html.global_attributes.property": "no browser reads it: it is for those who show previews of links",
    "html.global_attributes.autocorrect": "a code's letters may be mended by the keyboard, and are found again",
    "html.global_attributes.enterkeyhint": "the keyboard's key shows an arrow",
    "name.config": "no interface's: a word of our own search index",
    "name.onLine": "may say there is a net where there is none; nobody is sent away for it",
    "html.elements.img.loading": "pictures are loaded at once; those in what is closed are not",
}
"""What a light page may use though `OLDEST` does not know it, and what is seen there instead."""


@cache
def known() -> dict[str, int | None]:
    """The version of WebView that each feature came with; None where none has it whole.

    A name that no interface of the data has came with version 0: it is a script's own.
    """
    found: dict[str, int | None] = json.loads(KNOWN.read_text("utf-8"))["features"]
    return found


def key_of(feature: Feature) -> str | None:
    """The key under which the data has it: "" where it need not. None for what was never looked up."""
    return next((key for key in feature if not key or key in known()), None)


def is_old(feature: Feature) -> bool:
    """True for what the oldest browser knows."""
    key = key_of(feature)
    if key is None:
        raise LookupError(f"{feature[0]} is not in {KNOWN.name}: `python -m tests.audit.known` looks it up")
    version = known()[key] if key else 0
    return version is not None and version <= OLDEST


def too_new(features: Iterable[Feature]) -> list[str]:
    """What does not work with the oldest browser and has no reason to be used all the same; sorted, each once."""
    found = set()
    for feature in set(features):
        key = key_of(feature)
        if key is None:
            found.add(f"{feature[0]}: not in {KNOWN.name}; `python -m tests.audit.known` looks it up")
        elif not is_old(feature) and not any(key == one or key.startswith(f"{one}.") for one in DEGRADES):
            found.add(f"{key}: since {known()[key]}")
    return sorted(found)
