"""Files of documents: which the data names, whether they can be published, where they are.

A file is published as it lies there, so it must be a PDF that only shows pages: none that runs programs,
carries other files, asks for a password or is too large for a telephone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from village_site.atlas import Atlas
from village_site.frozen import frozen
from village_site.model.documents import DOCUMENTS, Document
from village_site.source.files import Unreadable, read_bounded

MAX_BYTES = 5_000_000


class BadPaper(Exception):
    """The file cannot be published; `code` is that of the message."""

    def __init__(self, code: str, **params: str) -> None:
        self.code, self.params = code, params
        super().__init__(code)


@frozen
class Paper:
    """A file a document names, and the path in the site it is published under."""

    document: Document
    file: Path
    path: str


def papers(atlas: Atlas) -> Iterator[Paper]:
    """Every file of a document that a village's or commune's page leads to."""
    for home in atlas.homes:
        for document in home.folder.of(DOCUMENTS):
            if document.file is not None:
                path = home.url + url(document)
                yield Paper(document, _source(atlas, document), path)


def url(document: Document) -> str:
    """Where a document's file is published, relative to the page of its village or commune."""
    return f"{DOCUMENTS.file_vi}/{document.file}"


def named(atlas: Atlas) -> set[str]:
    """Every file that a document names, as messages name it; also those of units that are gone."""
    return {beside(one) for folder in atlas.folders for one in folder.of(DOCUMENTS) if one.file is not None}


def beside(document: Document) -> str:
    """A document's file as messages name it."""
    return f"{document.origin.file.rpartition('/')[0]}/{document.file}"


def examine(file: Path) -> bool:
    """True when a file says who wrote it, which is published with it.

    Raises BadPaper for a file that is no PDF, is too large, or does more than show pages.
    """
    from village_site.media import pdf  # its patterns take long to make, and few villages have documents

    try:
        data = read_bounded(file, file.name, MAX_BYTES)
    except Unreadable as fault:
        if fault.problem.code == "file-too-large":
            raise BadPaper("document-too-large", limit=str(MAX_BYTES // 1_000_000)) from None
        raise BadPaper("document-unreadable") from None
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        raise BadPaper("document-unreadable")
    try:
        return pdf.examine(data)
    except pdf.Active:
        raise BadPaper("document-active") from None


def write_papers(atlas: Atlas, site: Path) -> None:
    """Writes every file beside the page that lists its document."""
    for paper in papers(atlas):
        target = site / paper.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(read_bounded(paper.file, paper.file.name, MAX_BYTES))


def _source(atlas: Atlas, document: Document) -> Path:
    return atlas.dataset.root / beside(document).partition("/")[2]
