"""The syllables by which texts are passed over: made from the patterns, no text that tells something is."""

from __future__ import annotations

import random
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as sre_parse  # type: ignore[import-not-found]
from typing import Any

import pytest

from village_site.privacy.forbidden.prefilter import folded
from village_site.privacy.sensitive import counts_people, speaks_of_people
from village_site.privacy.sensitive.aggregates import COUNTED, MEMBERS, NAMED, NAMED_MEMBERS
from village_site.privacy.sensitive.offices import OFFICE
from village_site.privacy.sensitive.syllables import TELLING
from village_site.privacy.sensitive.wording import Wording, spoken
from village_site.privacy.sensitive.words import PEOPLE
from village_site.vietnamese import fold

EACH = 60


def made(pattern: Any, dice: random.Random) -> str:
    """A text that a parsed pattern matches, but for what it only looks at."""
    return "".join(_part(kind, value, dice) for kind, value in pattern)


def _part(kind: Any, value: Any, dice: random.Random) -> str:
    if kind is sre.LITERAL:
        return chr(value)
    if kind is sre.IN:
        if value[0][0] is sre.NEGATE:
            return dice.choice("qz")
        inner, letters = dice.choice(value)
        return chr(letters if inner is sre.LITERAL else dice.randint(*letters))
    if kind is sre.BRANCH:
        return made(dice.choice(value[1]), dice)
    if kind is sre.SUBPATTERN:
        return made(value[3], dice)
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        least, most, repeated = value
        return "".join(made(repeated, dice) for _ in range(dice.randint(least, min(most, least + 2))))
    assert kind in (sre.ASSERT, sre.ASSERT_NOT, sre.NOT_LITERAL)
    return "q" if kind is sre.NOT_LITERAL else ""


WORDINGS = [(code, wording) for table in (PEOPLE, OFFICE) for code, wording in table.items()]


@pytest.mark.parametrize(("code", "wording"), WORDINGS)
def test_whatever_tells_something_is_looked_at(code: str, wording: Wording) -> None:
    dice, told = random.Random(code), 0
    for pattern in map(sre_parse.parse, wording.typed):
        for text in (made(pattern, dice) for _ in range(EACH)):
            for typed in (text, fold(text), text.upper()):
                if wording.search(said := spoken(typed)):
                    told += 1
                    assert TELLING[code].search(folded(said)), typed
                    assert speaks_of_people(f"- gần: {typed}\n"), typed
                    assert speaks_of_people("- gần: >-\n    {}\n".format(typed.replace(" ", "\n    "))), typed
    assert told > EACH


@pytest.mark.parametrize("near", ["Trường Tiểu học", "Trạm Y tế", "Đường Cao Thắng", "Nhà học cộng đồng"])
def test_a_common_syllable_alone_tells_nothing(near: str) -> None:
    assert not speaks_of_people(f"- mã riêng: ho-01\n  gần: {near}\n")


@pytest.mark.parametrize("wording", [COUNTED, MEMBERS, NAMED, NAMED_MEMBERS])
def test_whatever_counts_people_is_looked_at(wording: Wording) -> None:
    dice, told = random.Random(0), 0
    for pattern in map(sre_parse.parse, wording.typed):
        for text in (made(pattern, dice) for _ in range(10 * EACH)):
            for typed in (text, fold(text), text.upper()):
                if wording.search(spoken(typed)):
                    told += 1
                    assert counts_people(f"tên: {typed}\n"), typed
                    assert counts_people(f"{typed.replace(' ', '_')}: 2\n"), typed
    assert told > EACH
    assert not counts_people("- mã riêng: ho-01\n  gần: Trường Tiểu học\n")


@pytest.mark.parametrize(
    "near", ['"tiểu\\x20đường"', "trầm\n    cảm", "học (cấp 2)", "Cao  Đài", "hoc\tcap 3"]
)
def test_two_syllables_that_tell_something_together(near: str) -> None:
    assert speaks_of_people(f"- gần: {near}\n")
