"""The reference of every message code, derived from the catalogues."""

from __future__ import annotations

import re
from itertools import groupby

from village_site.catalogue import label, messages
from village_site.guides.words import marked
from village_site.pages.page import Page
from village_site.pages.writer import Writer


def message_guide(page: Writer, url: str) -> Page:
    """Every message with its mend, by code; “…” is what gets filled in.

    There is a table a letter, for a phone need not lay out those that it does not show.
    """
    rows = [
        (code, _shown(entry.message), _shown(entry.hint))
        for code, entry in sorted(messages(page.lang).items())
    ]
    letters = [(letter, [*found]) for letter, found in groupby(rows, key=lambda row: row[0][0])]
    return Page(
        path=f"{url}index.md",
        title=label("messages-title", page.lang),
        description=label("messages-description", page.lang),
        html=page.render("guides/messages.html", letters=letters, marked=marked),
        sections=tuple((letter, letter.upper()) for letter, _ in letters),
        updated=None,
        source=None,
        parent=None,
    )


def _shown(template: str) -> str:
    blanks = re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", template)
    return blanks.replace("{{", "{").replace("}}", "}")
