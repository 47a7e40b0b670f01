"""The reference of every message code, derived from the catalogues."""

from __future__ import annotations

import re

from village_site.catalogue import label, messages
from village_site.markdown import plain, row, unsearched


def message_guide(lang: str = "vi") -> str:
    """Every message with its mend as one Markdown page, by code; “…” is what gets filled in."""
    parts = [
        unsearched(label("messages-description", lang)),
        f"# {label('messages-title', lang)}",
        label("messages-intro", lang),
    ]
    heads = [label(f"messages-{name}", lang) for name in ("code", "message", "hint")]
    rows = [
        row(f"`{code}`", _shown(entry.message), _shown(entry.hint))
        for code, entry in sorted(messages(lang).items())
    ]
    parts.append("\n".join([row(*heads), row(*["---"] * len(heads)), *rows]))
    return "\n\n".join(parts) + "\n"


def _shown(template: str) -> str:
    blanks = re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", template)
    return plain(blanks.replace("{{", "{").replace("}}", "}"))
