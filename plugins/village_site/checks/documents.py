"""Documents can be read: their files are there and harmless, and what replaced them is another document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.media import papers
from village_site.model.documents import DOCUMENTS, Document
from village_site.problems import Level, Problem, at
from village_site.render import capital
from village_site.vietnamese import key


def documents(atlas: Atlas) -> Iterator[Problem]:
    """A document has a file or an address, stands there once and is not replaced by itself."""
    for folder in atlas.folders:
        seen: dict[tuple[str, str, int], Document] = {}
        for document in folder.of(DOCUMENTS):
            if document.file is None and document.link is None:
                yield at(document.origin.place(), "document-nowhere", Level.WARNING)
            if document.replaced_by is not None and document.replaced_by.id == (folder.id, document.id):
                yield at(document.origin.place("replaced_by"), "document-replaces-itself")
            yield from _title(document)
            if document.number is None:
                continue
            own = (key(document.number), key(document.issuer.vi), document.date.year)
            first = seen.setdefault(own, document)
            if first is not document:
                file, line, _ = first.origin.place("number")
                params = {"found": document.number, "other": f"{file}:{line}"}
                yield at(document.origin.place("number"), "document-twice", **params)


def _title(document: Document) -> Iterator[Problem]:
    """The page puts type and number before the title; typed into it they would stand there twice."""
    title = document.title.vi
    kind = document.type.term.vi
    number = r"(?:số [0-9][^\s,:;]*|[0-9]+/[^\s,:;]+)"
    begins = re.compile(rf"{re.escape(kind)} {number}[\s,:;–-]*", re.IGNORECASE)
    if found := begins.match(title):
        params = {"found": found[0].rstrip(" ,:;–-"), "guess": capital(title[found.end() :])}
        yield at(document.origin.place("title"), "document-title-doubled", Level.WARNING, **params)


def files(atlas: Atlas) -> Iterator[Problem]:
    """A file that is named lies beside the file that names it, and only shows pages."""
    for paper in papers.papers(atlas):
        where, found = paper.document.origin.place("file"), str(paper.document.file)
        if papers.beside(paper.document) not in atlas.dataset.papers:
            yield at(where, "no-such-document-file", found=found)
            continue
        try:
            if papers.examine(paper.file):
                yield at(where, "document-author", Level.WARNING, found=found)
        except papers.BadPaper as fault:
            yield at(where, fault.code, found=found, **fault.params)


def unused_files(atlas: Atlas) -> Iterator[Problem]:
    """A file that no document names is forgotten, or its name is mistyped; it is never published."""
    if not atlas.dataset.whole:  # what names it may be among what could not be read
        return
    for shown in sorted(atlas.dataset.papers - papers.named(atlas)):
        yield at((shown, 1, 1), "unused-document-file", Level.WARNING)
