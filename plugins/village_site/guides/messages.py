"""The reference of every message code, derived from the catalogues."""

from __future__ import annotations

import re

from village_site.catalogue import label, messages
from village_site.guides.words import marked
from village_site.pages.page import Page
from village_site.pages.writer import Writer


def message_guide(page: Writer, url: str) -> Page:
    """Every message with its mend, by code; “…” is what gets filled in."""
    rows = [
        (code, _shown(entry.message), _shown(entry.hint))
        for code, entry in sorted(messages(page.lang).items())
    ]
    return Page(
        path=f"{url}index.md",
        title=label("messages-title", page.lang),
        description=label("messages-description", page.lang),
        html=page.render("guides/messages.html", rows=rows, marked=marked),
        sections=(),
        updated=None,
        source=None,
        parent=None,
    )


def _shown(template: str) -> str:
    blanks = re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", template)
    return blanks.replace("{{", "{").replace("}}", "}")
