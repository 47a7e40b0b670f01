"""Every sentence and label people read, by language; Vietnamese is the first, English the second.

`labels-<topic>.<lang>.toml` hold short interface texts; every other `<topic>.<lang>.toml` holds messages,
one table a message code with `message` and, where there is a mend, `hint`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from village_site.frozen import frozen

LANGUAGES = ("vi", "en")


@frozen
class Message:
    """The two sentences of a message code; both are `str.format` templates."""

    message: str
    hint: str = ""


@cache
def messages(lang: str) -> dict[str, Message]:
    """Every message of a language by its code."""
    return {code: Message(**texts) for code, texts in _merged(lang, labels=False).items()}


@cache
def labels(lang: str) -> dict[str, str]:
    """Every interface label of a language by its key."""
    return _merged(lang, labels=True)


def _merged(lang: str, *, labels: bool) -> dict[str, Any]:
    """All entries of a language's label or message files; ValueError when two files share a key."""
    found: dict[str, Any] = {}
    for entry in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        topic, _, rest = entry.name.partition(".")
        if rest != f"{lang}.toml" or topic.startswith("labels-") is not labels:
            continue
        fresh = tomllib.loads(entry.read_text("utf-8"))
        if both := found.keys() & fresh.keys():
            raise ValueError(f"{entry.name}: {', '.join(sorted(both))} stand in another file too")
        found |= fresh
    return found


def message(code: str, lang: str) -> Message:
    """The message of a code; KeyError for a code no catalogue has, which a test rules out."""
    return messages(lang)[code]


def label(key: str, lang: str, **params: object) -> str:
    """A label with its placeholders filled."""
    text = labels(lang)[key]
    return text.format(**params) if params else text
