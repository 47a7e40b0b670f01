"""The sources of one page, numbered in the order they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from village_site.frozen import frozen
from village_site.model.common import Citation
from village_site.model.site import SourceRecord


@frozen
class Cited:
    """An entry of the page's list: a known source, or the editor's own words for one."""

    number: int
    record: SourceRecord | None
    words: str


class Citations:
    """Collects what a page cites while its sections are rendered; the list of sources comes last."""

    def __init__(self, known: Mapping[str, SourceRecord]) -> None:
        self._known = known
        self._cited: dict[str, Cited] = {}

    def numbers(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of these citations, each once and ascending; new ones are added to the list."""
        return tuple(sorted({self._number(citation.text) for citation in citations}))

    @property
    def entries(self) -> tuple[Cited, ...]:
        """Everything cited so far, by number."""
        return tuple(self._cited.values())

    def _number(self, text: str) -> int:
        if text not in self._cited:
            self._cited[text] = Cited(len(self._cited) + 1, self._known.get(text), text)
        return self._cited[text].number
