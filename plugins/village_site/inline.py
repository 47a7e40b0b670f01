"""Our own scripts and styles as they stand within a page."""

from __future__ import annotations

import re


def compact(source: str) -> str:
    """CSS or JavaScript without its comments, empty lines and indentation."""
    bare = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return "".join(f"{line.strip()}\n" for line in bare.splitlines() if line.strip())
