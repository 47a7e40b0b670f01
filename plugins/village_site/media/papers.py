"""Files of documents: which the data names, whether they can be published, where they are.

A file is published as it lies there, so it must be a PDF that only shows pages: none that runs programs,
carries other files, asks for a password or is too large for a telephone.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from village_site.atlas import Atlas, Home
from village_site.model.documents import DOCUMENTS, Document
from village_site.source.files import Unreadable, read_bounded

MAX_BYTES = 5_000_000
_MOST_HIDDEN = 20_000_000
"""Bytes of a file's packed objects that are looked through."""

_ACTIVE = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|Encrypt)(?![A-Za-z0-9])")
"""Names of what does more than show (ISO 32000-1: 12.6.4, 7.11.4, 13.6, 12.7.8), and of passwords (7.6)."""
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n")
# A stream of packed objects begins with their numbers and places (ISO 32000-1, 7.5.7).
_PACKED = re.compile(rb"\s*[0-9]+\s+[0-9]+\s")


class BadPaper(Exception):
    """The file cannot be published; `code` is that of the message."""

    def __init__(self, code: str, **params: str) -> None:
        self.code, self.params = code, params
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Paper:
    """A file a document names, and the path in the site it is published under."""

    document: Document
    file: Path
    path: str


def papers(atlas: Atlas) -> Iterator[Paper]:
    """Every file of a document that a village's or commune's page leads to."""
    homes: tuple[Home, ...] = (*atlas.communes, *atlas.places)
    for home in homes:
        for document in home.folder.of(DOCUMENTS):
            if document.file is not None:
                path = home.url + url(document)
                yield Paper(document, _source(atlas, document), path)


def url(document: Document) -> str:
    """Where a document's file is published, relative to the page of its village or commune."""
    return f"{DOCUMENTS.file_vi}/{document.file}"


def named(atlas: Atlas) -> set[str]:
    """Every file that a document names, as messages name it; also those of units that are gone."""
    folders = (*atlas.dataset.unit_folders.values(), *(place.folder for place in atlas.places))
    return {beside(one) for folder in folders for one in folder.of(DOCUMENTS) if one.file is not None}


def beside(document: Document) -> str:
    """A document's file as messages name it."""
    return f"{document.origin.file.rpartition('/')[0]}/{document.file}"


def examine(file: Path) -> None:
    """Raises BadPaper for a file that is no PDF, is too large, or does more than show pages."""
    try:
        data = read_bounded(file, file.name, MAX_BYTES)
    except Unreadable as fault:
        if fault.problem.code == "file-too-large":
            raise BadPaper("document-too-large", limit=str(MAX_BYTES // 1_000_000)) from None
        raise BadPaper("document-unreadable") from None
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        raise BadPaper("document-unreadable")
    if _is_active(data) or any(_is_active(part) for part in _hidden(data)):
        raise BadPaper("document-active")


def write_papers(atlas: Atlas, site: Path) -> None:
    """Writes every file beside the page that lists its document."""
    for paper in papers(atlas):
        target = site / paper.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(read_bounded(paper.file, paper.file.name, MAX_BYTES))


def _source(atlas: Atlas, document: Document) -> Path:
    return atlas.dataset.root / beside(document).partition("/")[2]


def _is_active(data: bytes) -> bool:
    return _ACTIVE.search(_ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), data)) is not None


def _hidden(data: bytes) -> Iterator[bytes]:
    """The objects that newer files keep packed; a file with very many of them is not looked through to the
    end and raises BadPaper."""
    left = _MOST_HIDDEN
    for stream in _STREAM.finditer(data):
        unpacking = zlib.decompressobj()
        try:
            found = unpacking.decompress(data[stream.end() : stream.end() + 4096], 64)
            if not _PACKED.match(found):
                continue
            found = zlib.decompressobj().decompress(data[stream.end() :], left)
        except zlib.error:
            continue
        left -= len(found)
        if left <= 0:
            raise BadPaper("document-active")
        yield found
