"""What pages show of documents: by year, with their file or address and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from village_site.frozen import frozen
from village_site.homes import Home
from village_site.media import papers
from village_site.model.documents import DOCUMENTS, Document
from village_site.model.shapes import Ref
from village_site.tongues import text_in

if TYPE_CHECKING:
    from village_site.pages.writer import Writer


@frozen
class Documents:
    """Stands in templates as `page.documents`."""

    page: Writer

    def newest_first(self, documents: Iterable[Document]) -> list[Document]:
        """Documents by their date; equal dates stay in the order typed."""
        return sorted(documents, key=lambda one: one.date.sort_key(), reverse=True)

    def by_year(self, documents: Iterable[Document]) -> list[tuple[int, list[Document]]]:
        """The years and their documents, the newest first."""
        years = groupby(self.newest_first(documents), key=lambda one: one.date.year)
        return [(year, list(found)) for year, found in years]

    def name(self, document: Document) -> str:
        """Type and number: “Quyết định 12/QĐ-UBND”."""
        parts = (document.type, document.number or "")
        return " ".join(filter(None, (text_in(part, self.page.lang) for part in parts)))

    def address(self, home: Home, document: Document) -> str | None:
        """Where a document can be read: its file, else its address; None where it has neither."""
        if document.file is not None:
            return f"{self.page.root}{home.url}{papers.url(document)}"
        return document.link

    def is_over(self, document: Document) -> bool:
        """True for a document that was replaced or has come to its last day."""
        ended = document.until is not None and document.until.latest() < self.page.day
        return ended or document.replaced_by is not None

    def found(self, ref: Ref) -> tuple[str, str | None] | None:
        """Name and place of the document a reference means; no place where no page lists it."""
        document = self.page.atlas.record(ref, DOCUMENTS)
        if document is None:
            return None
        home = self.page.atlas.home(ref.id[0])
        if home is None:
            return self.name(document), None
        return self.name(document), f"{self.page.own_page(home, DOCUMENTS)}#{DOCUMENTS.file_vi}-{document.id}"
