"""Reading what a build has written, to search it for traces."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from village_site.exports.contentlines import read_through
from village_site.privacy.traces import Candidates, same_photo

_TEXTS = frozenset(
    ("", ".html", ".json", ".geojson", ".xml", ".txt", ".csv", ".md", ".webmanifest", ".js", ".ics", ".vcf")
) | {".svg"}
_PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp"))
_PACKED = ".gz"
SEARCHED = _TEXTS | _PICTURES | {_PACKED}
"""Endings of files whose form is known; what is neither here nor below is read as text."""
NOT_SEARCHED = {
    ".css": "holds no data",
    ".map": "the theme's own",
    ".pdf": "its text is drawn; that of plates is searched before, a document is published as it was given",
}
"""Endings of files that are not searched, and why."""


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in order."""
    for base, names, files in os.walk(folder):
        names.sort()
        yield from (Path(base, name) for name in sorted(files))


def in_file(path: Path, candidates: Candidates, traces: frozenset[str]) -> set[str]:
    """The traces found in a file's name or contents."""
    suffix = path.suffix.lower()
    found = candidates.found(path.name)
    if suffix in NOT_SEARCHED:
        return found
    data = path.read_bytes()
    if suffix in _PICTURES:
        return found | same_photo(traces, data)
    if suffix == _PACKED:
        data, suffix = gzip.decompress(data), Path(path.stem).suffix.lower()
    return found | candidates.found("\n".join(readings(data.decode("utf-8", "replace"), suffix)))


def readings(text: str, suffix: str) -> Iterator[str]:
    """A file's text as people and programs may read it: with and without tags, entities, escapes."""
    yield unquote(html.unescape(text))
    if suffix in (".html", ".xml", ".svg"):
        yield html.unescape(re.sub(r"<[^>]*>", " ", text))
    elif suffix in (".ics", ".vcf"):
        yield read_through(text)
    elif suffix in (".json", ".geojson", ".webmanifest"):
        try:
            yield "\n".join(_strings(json.loads(text)))
        except ValueError:
            return


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _strings(item)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(item, float) for item in value):
            yield f"{value[0]}, {value[1]}"
        for item in value:
            yield from _strings(item)
