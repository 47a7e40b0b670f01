"""The lines of the two corpora."""

from __future__ import annotations

import re
from pathlib import Path

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


def lines(name: str) -> list[str]:
    """The lines of a corpus without its headings, escaped characters put in."""
    text = (Path(__file__).parent / name).read_text("utf-8")
    kept = [line for line in text.splitlines() if line and not line.startswith("# ")]
    return [_ESCAPED.sub(lambda found: chr(int(found[1], 16)), line) for line in kept]


def refused() -> list[tuple[str, str]]:
    """Message code and line of what must be refused."""
    pairs = [line.split(" | ", 1) for line in lines("corpus_refused.txt")]
    return [(f"forbidden-{code}", text) for code, text in pairs]
