"""The words of a reference: labels in which names of fields, files and commands stand in backticks."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

_NAMED: Final = re.compile(r"`([^`]*)`")


def marked(text: str) -> Markup:
    """The text with what stands in backticks set as code; everything else is text."""
    return Markup(_NAMED.sub(r"<code>\1</code>", str(escape(text))))
