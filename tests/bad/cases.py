"""Reads the cases: a bad input each, and what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import DAY, data_folder
from village_site import report, site
from village_site.codes.register import digest
from village_site.model import KINDS
from village_site.problems import Problem
from village_site.source.folder import PICTURES

FOLDER = Path(__file__).parent
SAYS = "=== says\n"


@dataclass(frozen=True)
class Case:
    """One bad input. `parts` are the header of each file and its lines; `said` the lines expected."""

    path: Path
    about: str
    parts: tuple[tuple[str, str], ...]
    said: tuple[str, ...]

    @property
    def name(self) -> str:
        """Topic and name."""
        return self.path.relative_to(FOLDER).with_suffix("").as_posix()


def cases() -> list[Case]:
    """Every case, by name."""
    return [read(path) for path in sorted(FOLDER.rglob("*.case"))]


def read(path: Path) -> Case:
    """A case file; ValueError for one that is laid out in another way."""
    text, _, said = path.read_text("utf-8").partition(SAYS)
    about, *parts = re.split(r"^=== (.+)\n", text, flags=re.MULTILINE)
    if not about.strip() or not parts:
        raise ValueError(f"{path}: a sentence, then `=== path` and the file's lines")
    return Case(path, about, tuple(zip(parts[::2], parts[1::2], strict=True)), tuple(said.splitlines()))


def accept(case: Case, said: tuple[str, ...]) -> None:
    """Writes what is said now into the case."""
    text = case.path.read_text("utf-8").partition(SAYS)[0]
    case.path.write_text(f"{text}{SAYS}" + "".join(f"{line}\n" for line in said), encoding="utf-8")


@cache
def problems(case: Case) -> tuple[Problem, ...]:
    """What `villages check` finds in the good folder with the case laid over it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        data_folder(folder)
        for header, text in case.parts:
            _lay(folder, header, text)
        found = site.examine(folder / "villages", DAY)[1]
    wanted = any("mục này chưa có mã" in line for line in case.said)
    return tuple(problem for problem in found if wanted or problem.code != "no-code")


def lines(case: Case) -> tuple[str, ...]:
    """The lines that are said of a case."""
    return tuple(report.line(problem, "vi") for problem in problems(case))


def _lay(folder: Path, header: str, text: str) -> None:
    """Writes one file of a case."""
    name, arrow, target = header.partition(" ->")
    name, slash, _ = name.partition(" \\")
    data = _unescaped(text) if slash else text.encode()
    path = folder / name.replace("*", digest(text))
    path.parent.mkdir(parents=True, exist_ok=True)
    if not arrow:
        path.write_bytes(data)
        return
    path.unlink(missing_ok=True)
    if target.strip():
        path.symlink_to(target.strip())


def _unescaped(text: str) -> bytes:
    """Python's escapes: `\\xff` is that byte, `\\u202e` that character in UTF-8."""
    pieces = re.split(r"(\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[trn])", text)
    plain = {"\\t": b"\t", "\\r": b"\r", "\\n": b"\n"}
    return b"".join(plain.get(piece) or _piece(piece) for piece in pieces)


def _piece(piece: str) -> bytes:
    if re.fullmatch(r"\\x[0-9a-f]{2}", piece):
        return bytes([int(piece[2:], 16)])
    return chr(int(piece[2:], 16)).encode() if re.fullmatch(r"\\u[0-9a-f]{4}", piece) else piece.encode()


def kind_of(problem: Problem) -> str:
    """The kind of file a problem stands in: that of its records, or `register`, `picture`, `folder`."""
    _, *folders, name = problem.file.split("/")
    stem, dot, suffix = name.rpartition(".")
    if f".{suffix}" in PICTURES:
        return "picture"
    if folders[:1] == ["_register"]:
        return "register"
    shared = folders[0] if folders and folders[0].startswith("_") else ""
    known = {file: kind.name for kind in KINDS for file in kind.files}
    return known.get(shared or stem, "unknown") if dot else "folder"
