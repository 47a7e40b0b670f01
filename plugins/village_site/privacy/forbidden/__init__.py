"""What must never stand in the data: numbers of persons, secrets, ways into private networks.

The whole text of a file is searched, comments and keys too, for a public repository shows all of it. No
message holds a value or a part of one: it says what kind of thing was found, how long it is, and a tag by
which a reviewed exception can name it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from village_site.codes.alphabet import ALPHABET, parse_code
from village_site.privacy.forbidden.judging import NUMBERS, UNCHECKED
from village_site.privacy.forbidden.networks import networks
from village_site.privacy.forbidden.numbers import numbers
from village_site.privacy.forbidden.prefilter import TooMuch, suspicious
from village_site.privacy.forbidden.secrets import secrets
from village_site.privacy.forbidden.view import Places, View, view
from village_site.problems import Problem
from village_site.source import Unreadable, read_bounded

HIDDEN = "•••"
_TEXTS = frozenset((".md", ".markdown", ".html", ".txt", ".yml", ".yaml", ".csv", ".json", ".toml"))
# What stands before a code is looked at behind its first half: a search for a letter of a set is quick.
_CODE = re.compile(rf"[{ALPHABET}]{{4}}(?<![\w-].{{4}})-?[{ALPHABET}]{{4}}(?![\w-])")
_NO_SIGN, _NO_DIGIT = re.compile("[^a-z0-9]+"), re.compile("[^0-9]+")


def forbidden(text: str, file: str) -> list[Problem]:
    """An error for each forbidden value of a file's text, each once, in order; messages call it `file`."""
    text = _CODE.sub(_unless_code, text)
    places = Places(text)
    try:
        stretches = suspicious(text)
    except TooMuch:
        return [unchecked(file)]
    found = [one for start, end in stretches for one in _values(text, view(text, start, end), file)]
    return [
        Problem(file, *places.of(start), code, params=_params(value, code))
        for start, _, code, value in _apart(found)
    ]


def _unless_code(found: re.Match[str]) -> str:
    """A plate code is nobody's number, however many digits it has; as many letters take its place. Without
    its hyphen it must be right, and have a letter, to be taken for one."""
    code = found[0]
    if "-" in code:
        is_one = not code.replace("-", "").isdigit() or parse_code(code) is not None
    else:
        is_one = not code.isdigit() and parse_code(code) is not None
    return "x" * len(code) if is_one else code


def unchecked(file: str) -> Problem:
    """The error for a file in which too much would have to be looked at. No text for readers is like that."""
    return Problem(file, 1, 1, UNCHECKED, params=_params("", UNCHECKED))


def is_unchecked(problems: Iterable[Problem]) -> bool:
    """True when a file was found too full to be looked through."""
    return any(problem.code == UNCHECKED for problem in problems)


def _params(value: str, code: str) -> dict[str, str]:
    return {"length": str(len(value)), "tag": tag(value, code)}


def tag(value: str, code: str) -> str:
    """Three hexadecimal digits by which an exception names a value.

    Twelve bits: of the numbers that somebody could guess, one in 4,096 has the same tag, so that a public
    log does not tell which it was. Longer ones would.
    """
    return hashlib.blake2b(f"{code}:{value}".encode(), digest_size=2).hexdigest()[:3]


def forbidden_in_folder(folder: Path, shown: str) -> Iterator[Problem]:
    """The forbidden values in every text below a folder, and in the names of its files, in order.

    `shown` is how messages name the folder. Symbolic links are not followed, files too large to be data are
    refused unread, and bytes that are no UTF-8 passed over.
    """
    for parent, folders, files in os.walk(folder):
        folders.sort()
        place = "/".join((shown, *Path(parent).relative_to(folder).parts))
        for name in sorted((*folders, *files)):
            named = list(forbidden_in_name(name, place))
            yield from named
            path = Path(parent, name)
            if not named and path.suffix.lower() in _TEXTS and path.is_file() and not path.is_symlink():
                yield from _in_file(path, f"{place}/{name}")


def _in_file(path: Path, shown: str) -> Iterator[Problem]:
    try:
        data = read_bounded(path, shown)
    except Unreadable as fault:
        yield fault.problem
        return
    yield from forbidden(data.decode("utf-8", "ignore"), shown)


def forbidden_in_name(name: str, folder: str) -> Iterator[Problem]:
    """An error when the name of a file or folder holds a forbidden value; it points at the folder."""
    for found in forbidden(name, folder):
        yield replace(found, line=1, column=1, code="forbidden-in-name")
        return


def _values(text: str, seen: View, file: str) -> Iterator[tuple[int, int, str, str]]:
    """Beginning and end in the file, message code and bare value of everything found in a view."""
    page = not file.endswith((".yml", ".yaml", ".csv"))
    for code, start, end in (*secrets(seen, text), *networks(seen.flat, page=page), *numbers(seen.flat)):
        other = _NO_DIGIT if code in NUMBERS else _NO_SIGN
        yield seen.offset(start), seen.offset(end - 1) + 1, code, other.sub("", seen.flat[start:end])


def _apart(found: Iterable[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    """Of findings that overlap the longest, of equal ones the first; in order of place."""
    chosen: list[tuple[int, int, str, str]] = []
    for one in sorted(found, key=lambda one: (one[0], -one[1])):
        if chosen and one[0] < chosen[-1][1]:
            continue
        chosen.append(one)
    return chosen
