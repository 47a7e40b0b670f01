"""The documents, and what the tests want to know of them: code blocks, commands, links, anchors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.vi.md")
GUIDES = ("content/huong-dan/index.md", "content/bao-tri/index.md", "content/phat-trien/index.md")
EDITORS, MAINTAINERS, DEVELOPERS = GUIDES

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """A fenced block, with the lines of text before and after it."""

    language: str
    text: str
    lead: str
    rest: str

    @property
    def file(self) -> str:
        """The file it is to stand in: the last that is named in the line before."""
        named: list[str] = re.findall(r"`([\w./-]+\.\w+)`", self.lead)
        assert named, f"no file is named before:\n{self.text}"
        return named[-1]


def read(document: str) -> str:
    """A document's text."""
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(document: str) -> list[Block]:
    """Its fenced blocks, in order."""
    text = read(document)
    found = []
    for hit in _FENCE.finditer(text):
        lead, rest = text[: hit.start()].rstrip(), text[hit.end() :].lstrip()
        found.append(Block(hit[1], hit[2], lead.rpartition("\n")[2], rest.partition("\n")[0]))
    return found


def code(document: str) -> str:
    """Everything in it that is set as code, fenced or in a line."""
    text = read(document)
    inline = re.findall(r"`([^`\n]+)`", _FENCE.sub("", text))
    return "\n".join([*(block.text for block in blocks(document)), *inline])


def table_under(document: str, heading: str, column: str) -> list[list[str]]:
    """The rows of the table whose first column is `column`, below a heading; cells as typed."""
    section = re.split(r"^##+ ", read(document).partition(f"## {heading}\n")[2], flags=re.MULTILINE)[0]
    tables = [part for part in re.split(r"\n\n", section) if part.startswith(f"| {column} |")]
    assert tables, f"{document} has no table of {column} below {heading}"
    rows = [line for part in tables for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in rows if "`" in line]


def named(cell: str) -> set[str]:
    """What stands in backticks."""
    return set(re.findall(r"`([^`]+)`", cell))


def links(document: str) -> list[str]:
    """Where its links and pictures lead."""
    return _LINK.findall(_FENCE.sub("", read(document)))
