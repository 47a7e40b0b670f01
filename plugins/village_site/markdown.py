"""Plain text inside the Markdown pages that are written from the program."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|&]")


def unsearched(description: str) -> str:
    """Front matter of a page for editors, which residents looking for a village should not find. The
    description must have no colon, which YAML would take for its own."""
    return f"---\ndescription: {description}\nsearch:\n  exclude: true\n---"


def plain(text: str) -> str:
    """Markdown for a table's cell that shows a text as it stands; `{vi, en}` would be taken as attributes."""
    return _MARKUP.sub(lambda mark: f"&#{ord(mark[0])};", " ".join(text.split()))


def row(*cells: str) -> str:
    """A table's row of ready Markdown."""
    return f"| {' | '.join(cells)} |"
