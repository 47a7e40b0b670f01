"""Walks the records of households and persons for what nobody may publish of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from village_site.privacy.forbidden import tag
from village_site.privacy.forbidden.prefilter import TooMuch, folded, words_of
from village_site.privacy.sensitive.wording import Wording, spoken
from village_site.privacy.sensitive.words import KEYS, OFFICE, OFFICE_KEYS, PEOPLE
from village_site.problems import Problem
from village_site.source import Mapping, Node, Scalar, Sequence
from village_site.vietnamese import key

_LANGUAGES = frozenset(("vi", "en"))
_LONGEST_KEY = 60

# A syllable of every pattern in `words`, without accents and without đ: what a file must hold to be walked.
_SYLLABLES = re.compile(
    rb"(?<![a-z])(?:sinh|sn|tuoi|birth\w*|born|aged?|dob|years|benh|tat|hiv|aids|ung|than|tieu|thao|bien|kinh|"
    rb"nghien|liet|d?iec|khiem|mu|suy|chay|tram|ky|nhiem|chat|thai|om|suc|nhom|health|disab\w*|ill|illness|"
    rb"disease|cancer|mentally|bedridden|d?ao|ton|giao|phat|tin|quy|cao|hao|faith|catholic|buddhist|protestant|"
    rb"christian|muslim|religi\w*|toc|goc|nguoi|ethnic\w*|ngheo|khan|tro|d?ien|loai|poor|poverty|d?ang|party|"
    rb"tre|be|em|con|chau|mo|lop|hoc|nien|(?:grand)?child\w*|kids?|bab\w+|toddlers?|pupils?|orphans?|grand\w+|"
    rb"%b)(?![a-z])" % "|".join(KEYS).encode()
)


def speaks_of_people(text: str) -> bool:
    """False for a file's text in which `sensitive` cannot find anything: nearly every list of households."""
    try:
        return _SYLLABLES.search(folded(words_of(text))) is not None
    except TooMuch:
        return True


def sensitive(node: Node, file: str) -> Iterator[Problem]:
    """An error for each field, and each value, that tells something sensitive of a household or a person.

    `node` is what a file of a kind with `about_people` holds, or one of its records. Fields that describe an
    office (role, tasks …) are only refused where they speak of the person who holds it. An error stands at
    the name of the field or at the beginning of the value.
    """
    yield from _walk(node, file, office=False)


def without_guesses(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without “no such field, did you mean …” where the field's name is refused as sensitive."""
    problems = list(problems)
    refused = {(one.file, one.line, one.column) for one in problems if one.code in PEOPLE}
    return [
        one
        for one in problems
        if one.code != "unknown-field" or (one.file, one.line, one.column) not in refused
    ]


def _walk(node: Node, file: str, *, office: bool) -> Iterator[Problem]:
    if type(node) is Scalar:
        for code in _told(node.text, office):
            yield _problem(node, file, code)
    elif type(node) is Mapping:
        for name, value in node.pairs:
            yield from _field(name, value, file, office)
    elif type(node) is Sequence:
        for item in node.items:
            yield from _walk(item, file, office=office)


def _field(name: Scalar, value: Node, file: str, office: bool) -> Iterator[Problem]:
    if code := _named(name.text):
        yield _problem(name, file, code)
        return
    within = office if name.text in _LANGUAGES else key(name.text[:_LONGEST_KEY]) in OFFICE_KEYS
    yield from _walk(value, file, office=within)


def _problem(node: Scalar, file: str, code: str) -> Problem:
    return Problem(file, node.line, node.column, code, params={"tag": tag(spoken(node.text), code)})


@lru_cache(maxsize=1024)
def _named(name: str) -> str:
    """The message code of a field that should not be there; "" for any other."""
    known = key(name[:_LONGEST_KEY])
    if code := KEYS.get(known):
        return code
    return next(iter(_codes(spoken(name.replace("_", " ")), PEOPLE)), "")


@lru_cache(maxsize=8192)
@lru_cache(maxsize=16_384)  # villages have most of their words and numbers in common
def _told(text: str, office: bool) -> tuple[str, ...]:
    """The message codes of all that a value tells."""
    said = spoken(text)
    if not _SYLLABLES.search(folded(said)):
        return ()
    return _codes(said, OFFICE if office else PEOPLE)


def _codes(said: str, wordings: dict[str, Wording]) -> tuple[str, ...]:
    return tuple(code for code, wording in wordings.items() if wording.search(said))
