"""Data folders in real Git repositories, and a summary read as GitHub's Markdown reads it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from tests.support import data_folder
from village_site.review import Review, as_markdown, compare, tree_at, tree_of

V = "nam-bac-thanh"
CONTACTS = f"{V}/contacts.yml"
BEFORE = {
    CONTACTS: """
        - role: Trưởng thôn
          phone: 0239 3892 689
          zalo: https://zalo.me/842393892689
        - role: Công an viên
          phone: 0239 3892 690
          email: congan@lang.example
    """,
    f"{V}/groups.yml": "- {id: to-1, kind: tổ liên gia, name: '1', head: Tổ trưởng}\n",
}

_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str, sent: bytes | None = None) -> str:
    """What git prints; the test fails when git does."""
    identity = ["-c", "user.name=Test", "-c", "user.email=test@lang.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        env=_ENVIRONMENT,
        input=sent,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def committed(tmp_path: Path, files: dict[str, str] | None = None) -> Path:
    """A data folder that is committed in a repository of its own."""
    root = data_folder(tmp_path, BEFORE if files is None else files)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=before")
    return root


def write(root: Path, name: str, text: str) -> None:
    """Puts a file in the place of one or beside the others."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")


def swap(root: Path, name: str, old: str, new: str) -> None:
    """Changes a text in a file; it must be there."""
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def reviewed(root: Path, base: str = "HEAD") -> Review:
    """The data now against a revision."""
    before = tree_at(root, base)
    assert before is not None
    return compare(before, tree_of(root))


@dataclass(frozen=True)
class Summary:
    """A summary's text and its tables by heading: rows of cells as typed."""

    text: str
    tables: dict[str, list[list[str]]]

    @property
    def outside_code(self) -> str:
        """Everything that Markdown reads as markup."""
        return "\n".join(_SPAN.sub("", line) for line in self.text.splitlines())

    def rows(self, heading: str) -> list[list[str]]:
        """The rows below the heading that begins so; none without the heading."""
        return next((rows for name, rows in self.tables.items() if name.startswith(heading)), [])


def cells(line: str) -> list[str]:
    """A row's cells: a pipe parts them unless a backslash stands before it, in code too."""
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]


def code_in(cell: str) -> list[str]:
    """What stands in code spans, as it is shown."""
    found = []
    for hit in _SPAN.finditer(cell):
        text = hit[2]
        strips = text.startswith(" ") and text.endswith(" ") and bool(text.strip())
        found.append(text[1:-1] if strips else text)
    return found


def parsed(text: str) -> Summary:
    """The parts of a summary."""
    tables: dict[str, list[list[str]]] = {}
    heading = ""
    for line in text.splitlines():
        if line.startswith("### "):
            heading = line[4:]
            tables[heading] = []
        elif line.startswith("| "):
            tables[heading].append(cells(line))
    return Summary(text, {name: rows[2:] for name, rows in tables.items()})


def summary(root: Path, base: str = "HEAD", lang: str = "vi") -> Summary:
    """The summary of the data now against a revision."""
    return parsed(as_markdown(reviewed(root, base), lang))


def rename(root: Path, old: str, new: str) -> None:
    """Gives a village's folder another name."""
    shutil.move(root / old, root / new)
