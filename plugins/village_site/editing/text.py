"""Text as YAML reads it back."""

from __future__ import annotations

import json


def quoted(text: str) -> str:
    """A text on one line that YAML reads as it was typed; JSON's quotes are YAML's too."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
