"""The register of every code ever issued: a folder of files that are added and never changed.

Each issuing is one CSV file, `<day>-<digest>.csv`, where the digest is taken from the file's own text:
two branches that issue codes make two files and merge without conflict, and a file that somebody
changed no longer bears its right name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from village_site.codes.alphabet import is_code, shown
from village_site.frozen import frozen
from village_site.privacy.forbidden import forbidden
from village_site.problems import MOST_IN_A_FILE, Problem
from village_site.source import Unreadable, read_bounded
from village_site.source.folder import entries

HEADER = ("code", "kind", "record")
MAX_BYTES = 8_000_000
"""Of one register file: an issuing of some 180,000 codes."""
_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-([0-9a-f]{16})\.csv")
_LINE = re.compile(r"(?:^|(?<=\n))[^\n]*")
_ROW = re.compile(r"([^,]*),([a-z0-9-]+),([a-z0-9-]+(?:/[a-z0-9-]+)?)")


@dataclass(frozen=True, slots=True)
class Issued:
    """One code and the record it was issued for: `village/id`, or the village alone."""

    code: str
    kind: str
    record: str
    file: str
    line: int

    @property
    def village(self) -> str:
        """The village's id at the time."""
        return self.record.partition("/")[0]


@frozen
class Register:
    """Every code ever issued, by code and by record.

    Branches that each issued a code for one new record leave it with two: both open its page, `by_record`
    has the one that comes first by the register files' names and lines, and the record may carry either.
    """

    by_code: dict[str, Issued]
    by_record: dict[tuple[str, str], Issued]

    @staticmethod
    def empty() -> Register:
        """A register with nothing in it."""
        return Register({}, {})


def digest(text: str) -> str:
    """The part of a register file's name that proves its text: 16 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def file_text(rows: Iterable[tuple[str, str, str]]) -> str:
    """The text of a register file for (code, kind, record) rows, in the order given."""
    cells = (HEADER, *((shown(code), kind, record) for code, kind, record in rows))
    return "".join(",".join(row) + "\n" for row in cells)


def read_register(folder: Path, folder_shown: str, problems: list[Problem]) -> Register:
    """Reads all register files; whatever is wrong in one is added to `problems` with its line."""
    register = Register.empty()
    for entry in entries(folder, folder_shown):
        name = _NAME.fullmatch(entry.path.name)
        if entry.fault not in ("", "symlink"):
            problems.append(Problem(entry.shown, 1, 1, entry.fault, params=entry.params))
            continue
        if entry.is_link or entry.is_folder or name is None:
            problems.append(Problem(entry.shown, 1, 1, "register-stranger"))
            continue
        try:
            data = read_bounded(entry.path, entry.shown, MAX_BYTES)
        except Unreadable as fault:
            problems.append(fault.problem)
            continue
        # Git on Windows may have changed the line ends, which says nothing about the text.
        text = data.decode("utf-8", "replace").replace("\r\n", "\n")
        if digest(text) != name[1]:
            problems.append(Problem(entry.shown, 1, 1, "register-altered"))
            problems.extend(forbidden(text, entry.shown))  # what a command wrote holds codes and ids alone
        read_register_text(text, entry.shown, register, problems)
    return register


def read_register_text(text: str, file: str, register: Register, problems: list[Problem]) -> None:
    """Adds the rows of a register file's text to a register; wrong rows are added to `problems`.

    Reading ends where a file has had far too many of them.
    """
    before = len(problems)

    def refuse(line: int, code: str, **params: str) -> None:
        problems.append(Problem(file, line, 1, code, params=params))

    rows = (found[0] for found in _LINE.finditer(text.removesuffix("\n")))
    header = next(rows, "")
    if header != ",".join(HEADER):
        refuse(1, "register-row", found=header[:60])
    for line, row in enumerate(rows, 2):
        if len(problems) - before >= MOST_IN_A_FILE:
            refuse(line, "too-many-problems")
            return
        if (cells := _ROW.fullmatch(row)) is None:
            refuse(line, "register-row", found=row[:60])
            continue
        typed, kind, record = cells.groups()
        code = typed.replace("-", "", 1)
        if not is_code(code) or typed != shown(code):
            refuse(line, "register-code", found=typed[:20])
        elif (other := register.by_code.get(code)) is not None:
            refuse(line, "register-twice", found=typed, other=f"{other.file}:{other.line}")
        else:
            issued = register.by_code[code] = Issued(code, kind, record, file, line)
            register.by_record.setdefault((kind, record), issued)
