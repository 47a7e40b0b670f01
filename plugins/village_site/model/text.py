"""Text for readers in two languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Vietnamese text with its English, where somebody wrote one."""

    vi: str
    en: str | None = None

    def __str__(self) -> str:
        return self.vi

    def to(self, lang: str) -> str:
        """The text in a language; Vietnamese where that language is missing."""
        return self.en if lang == "en" and self.en else self.vi

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The Vietnamese text split where the editor left an empty line."""
        return tuple(" ".join(part.split()) for part in self.vi.split("\n\n") if part.strip())
