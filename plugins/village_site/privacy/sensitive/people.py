"""Walks records for what nobody may publish of a household or a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from village_site.privacy.forbidden import tag
from village_site.privacy.forbidden.prefilter import TooMuch, folded, words_of
from village_site.privacy.sensitive.naming import names_person
from village_site.privacy.sensitive.offices import NAMED, OFFICE, OFFICE_KEYS
from village_site.privacy.sensitive.syllables import ALONE, PAIRED, PAIRS, TELLING
from village_site.privacy.sensitive.wording import Wording, spoken
from village_site.privacy.sensitive.words import KEYS, PEOPLE
from village_site.problems import Problem
from village_site.source import Mapping, Node, Scalar, Sequence
from village_site.vietnamese import key

_LANGUAGES = frozenset(("vi", "en"))
_LONGEST_KEY = 60
_SENTENCE = re.compile(r"[.!?;]\s|\n")


def speaks_of_people(text: str) -> bool:
    """False for a file's text in which `sensitive` cannot find anything: nearly every list of households."""
    try:
        words = folded(words_of(text))
    except TooMuch:
        return True
    if ALONE.search(words):
        return True
    # Only an escape could hide that two syllables stand side by side.
    return PAIRED.search(words) is not None and ("\\" in text or PAIRS.search(folded(text)) is not None)


def sensitive(node: Node, file: str, *, for_all: bool = False) -> Iterator[Problem]:
    """An error for each field, and each value, that tells something sensitive of a household or a person.

    `node` is what a file of a kind with `about_people` holds, or one of its records. Fields that describe an
    office (role, tasks …) are only refused where they speak of the person who holds it; so are all fields of
    what is told `for_all`. An error stands at the name of the field or at the beginning of the value.
    """
    yield from _walk(node, file, for_all, office=for_all)


def without_guesses(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without “no such field, did you mean …” where the field's name is refused as sensitive."""
    problems = list(problems)
    refused = {(one.file, one.line, one.column) for one in problems if one.code in PEOPLE}
    return [
        one
        for one in problems
        if one.code != "unknown-field" or (one.file, one.line, one.column) not in refused
    ]


def _walk(node: Node, file: str, for_all: bool, *, office: bool) -> Iterator[Problem]:
    if type(node) is Scalar:
        for code in _told(node.text, office):
            yield _problem(node, file, code)
    elif type(node) is Mapping:
        for name, value in node.pairs:
            yield from _field(name, value, file, for_all, office=office)
    elif type(node) is Sequence:
        for item in node.items:
            yield from _walk(item, file, for_all, office=office)


def _field(name: Scalar, value: Node, file: str, for_all: bool, *, office: bool) -> Iterator[Problem]:
    if code := _named(name.text):
        yield _problem(name, file, code)
        return
    if name.text not in _LANGUAGES:
        office = for_all or key(name.text[:_LONGEST_KEY]) in OFFICE_KEYS
    yield from _walk(value, file, for_all, office=office)


def _problem(node: Scalar, file: str, code: str) -> Problem:
    return Problem(file, node.line, node.column, code, params={"tag": tag(spoken(node.text), code)})


@lru_cache(maxsize=1024)
def _named(name: str) -> str:
    """The message code of a field that should not be there; "" for any other."""
    known = key(name[:_LONGEST_KEY])
    if code := KEYS.get(known):
        return code
    return next(iter(_codes(name.replace("_", " "), PEOPLE)), "")


@lru_cache(maxsize=16_384)  # villages have most of their words and numbers in common
def _told(text: str, office: bool) -> tuple[str, ...]:
    """The message codes of all that a value tells."""
    if not office:
        return _codes(text, PEOPLE)
    named = [part for part in _SENTENCE.split(text) if names_person(part)]
    found = (*_codes(text, OFFICE), *(code for part in named for code in _codes(part, NAMED)))
    return tuple(dict.fromkeys(found))


def _codes(text: str, wordings: dict[str, Wording]) -> tuple[str, ...]:
    said = spoken(text)
    bare = folded(said)
    return tuple(
        code for code, wording in wordings.items() if TELLING[code].search(bare) and wording.search(said)
    )
