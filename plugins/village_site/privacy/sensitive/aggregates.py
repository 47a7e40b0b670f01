"""Counts so small that they point at somebody: “2 hộ nghèo” in a village names two families.

From five up a count may be published. Counts of a party cell's members are its public history: they are let
pass in history records, and where a sentence tells how the cell was founded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from village_site.privacy.forbidden import tag, unchecked
from village_site.privacy.forbidden.prefilter import TooMuch, places_of, stretches, words_of
from village_site.privacy.forbidden.view import Places
from village_site.privacy.sensitive.wording import Wording, spoken
from village_site.problems import Problem
from village_site.source import Mapping, Node, Scalar, Sequence
from village_site.vietnamese import fold, nfc

CODE = "sensitive-few-people"
FEWEST = 5

_FEW = "(?:0?[1-4]|một|hai|ba|bốn)"
_WHO = (
    "hộ|gia đình|nhà|người|cháu|em|cụ|ông|bà|trường hợp|đối tượng|trẻ|trẻ em|học sinh|thanh niên|phụ nữ|"
    "nam|nữ|khẩu|nhân khẩu|hộ dân"
)
_STATE = (
    "nghèo|cận nghèo|khuyết tật|tàn tật|hiv|aids|nghiện|nghiện ma túy|tâm thần|ung thư|hiểm nghèo|"
    "bị bệnh|mắc bệnh|theo đạo|có đạo|công giáo|giáo dân|phật tử|tin lành|tín đồ|dân tộc thiểu số|dân tộc|"
    "khó khăn|mồ côi|mắc (?:ung thư|hiv)|nhiễm hiv|bảo trợ xã hội"
)
_ALONE = (
    "giáo dân|phật tử|tín đồ|trẻ em|trẻ mồ côi|em nhỏ|cháu bé|cháu nhỏ|học sinh nghèo|hộ nghèo|người nghèo"
)
_NOT_MORE = (
    r"(?<![0-9])(?<![0-9][.,])(?<!mươi\x20)(?<!mười\x20)(?<!linh\x20)(?<!lẻ\x20)(?<!trăm\x20)"
    r"(?<!khoản\x20)(?<!điều\x20)"
)
_FINE = (
    "(?:giảm|xóa|xóa đói giảm|chống|vượt|thoát khỏi cảnh) nghèo",
    "nghèo đa chiều(?= ?[:.;]|$)",
    "vì người nghèo",
    "(?:lớp|trường|khu|sân|nhà|điểm)(?: [^ .,;]+){0,3} trẻ em",
)
COUNTED = Wording(
    rf"{_NOT_MORE}{_FEW} (?:{_WHO})(?: [^ .,;:]+){{0,3}}? (?:{_STATE})",
    rf"{_NOT_MORE}{_FEW} (?:{_ALONE})",
    r"(?:[1-4]|one|two|three|four) (?:poor|disabled|ethnic|catholic|christian|orphaned) (?:[a-z]+ )?[a-z]+",
    fine=_FINE,
)
MEMBERS = Wording(rf"{_NOT_MORE}{_FEW} đảng viên", r"(?:[1-4]|one|two|three|four) party members?")
_FOUNDING = Wording("thành lập", "ra đời", "buổi đầu", "ngày đầu", "đầu tiên", "founded", "first")
_SENTENCE = re.compile("[.!?]")

NAMED = Wording(
    "(?:hộ|người|trẻ em|học sinh|gia đình|số)(?: [^ .,;]+){0,2} (?:nghèo|cận nghèo)",
    "(?:hộ )?cận nghèo",
    "hộ nghèo",
    "(?:người|trẻ|trẻ em|học sinh)(?: [^ .,;]+){0,2} (?:khuyết tật|tàn tật|mồ côi|nghiện|nhiễm hiv|tâm thần)",
    "khuyết tật|hiv|giáo dân|phật tử|tín đồ",
    "(?:hộ|người)(?: [^ .,;]+){0,2} (?:dân tộc|công giáo|theo đạo|khó khăn)",
    "(?:số )?trẻ em(?: [^ .,;]+){0,3}",
    "poor households?|disabled people|orphans?",
    fine=("(?:giảm|xóa|chống) nghèo", "(?:trường|lớp|khu|sân|điểm|nhà)(?: [^ .,;]+){0,3} trẻ em"),
)
NAMED_MEMBERS = Wording("đảng viên", "party members?")
_VALUE = re.compile(
    r"\s*(?:khoang |gan |hon |chi |con |about )?0?[1-4](?: ?/ ?[0-9.]+)?\s*"
    r"(?:ho|nguoi|em|chau|tre|khau|dang vien|gia dinh|households?|people)?\s*"
)
# A word of every alternative above, and how it is typed without accents.
_TELLING = re.compile(
    r"(?<!\w)(?:nghèo|ngheo|khuyết|khuyet|tàn|hiv|aids|nghiện|nghien|ung|thần|than|bệnh|benh|đạo|dao|giáo|giao|phật|"
    r"phat|lành|lanh|tín|tin|tộc|toc|khăn|khan|mồ|coi|trợ|tro|đảng|dang|trẻ|tre|nhỏ|nho|bé|be|tat|poor|disabled|"
    r"ethnic|catholic|christian|orphaned|orphans?|party)(?!\w)"
)
_NAME_KEYS, _VALUE_KEYS = (
    frozenset(("ten", "name", "chi tieu", "noi dung")),
    frozenset(("gia tri", "value", "so luong", "tong", "total", "so", "number")),
)


def counts_people(text: str) -> bool:
    """False for a file's text in which neither `small_aggregates` nor `small_figures` can find anything: it
    has no word of theirs, nor an escape that could hide one."""
    try:
        words = words_of(text)
    except TooMuch:
        return True
    return "\\" in text or _TELLING.search(spoken(words.replace("_", " "))) is not None


def small_aggregates(text: str, file: str, *, party_history: bool = False) -> Iterator[Problem]:
    """An error for each count below five of people in a sensitive state, in the whole text of a file.

    `party_history`: the file holds history records, where the members of a party cell may be counted.
    """
    try:
        around = stretches(text, _telling(text))
    except TooMuch:
        yield unchecked(file)
        return
    places = Places(text)
    wordings = (COUNTED,) if party_history else (COUNTED, MEMBERS)
    for start, end in around:
        part = text[start:end]
        line, column = places.of(start)
        for first, typed in _counts(spoken(part), wordings):
            before = nfc(part)[:first]
            if below := before.count("\n"):
                where = line + below, first - before.rfind("\n")
            else:
                where = line, column + first
            yield _problem(file, *where, typed)


def _telling(text: str) -> Iterator[tuple[int, int]]:
    for word in words_of(text).split("\n"):
        if _TELLING.search(spoken(word)):
            yield from places_of(text, word)


def _counts(said: str, wordings: Iterable[Wording]) -> list[tuple[int, str]]:
    """Where each count stands in a spoken text, and its words."""
    found = [(wording, one) for wording in wordings for one in wording.finditer(said)]
    return sorted({(one.start(), one[0]) for wording, one in found if not _is_founding(wording, said, one)})


def small_figures(node: Node, file: str, *, party_history: bool = False) -> Iterator[Problem]:
    """An error for each figure whose name is of that kind and whose value is 1 to 4, at its value."""
    yield from _figures(node, file, party_history, is_such=False)


def _figures(node: Node, file: str, party_history: bool, *, is_such: bool) -> Iterator[Problem]:
    """`is_such`: what stands in the node counts people in a sensitive state."""
    if type(node) is Mapping:
        names = [value for name, value in node.pairs if _bare(name.text) in _NAME_KEYS]
        named = is_such or any(_is_such(text, party_history) for value in names for text in _texts(value))
        for name, value in node.pairs:
            counts = _is_such(name.text, party_history) or (named and _bare(name.text) in _VALUE_KEYS)
            if type(value) is not Scalar:
                yield from _figures(value, file, party_history, is_such=counts)
            elif counts and _VALUE.fullmatch(fold(value.text)):
                yield _problem(file, value.line, value.column, value.text)
    elif type(node) is Sequence:
        for item in node.items:
            yield from _figures(item, file, party_history, is_such=is_such)


def _problem(file: str, line: int, column: int, typed: str) -> Problem:
    params = {"least": str(FEWEST), "tag": tag(spoken(typed), CODE)}
    return Problem(file, line, column, CODE, params=params)


def _is_founding(wording: Wording, said: str, found: re.Match[str]) -> bool:
    """True for members of a cell that are counted where its founding is told."""
    if wording is not MEMBERS:
        return False
    start = max((stop.end() for stop in _SENTENCE.finditer(said, 0, found.start())), default=0)
    end = _SENTENCE.search(said, found.end())
    return _FOUNDING.search(said[start : end.start() if end else len(said)]) is not None


@lru_cache(maxsize=1024)
def _is_such(name: str, party_history: bool) -> bool:
    said = spoken(name.replace("_", " "))
    if NAMED.search(said):
        return True
    return not party_history and NAMED_MEMBERS.search(said) is not None


@lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    return fold(name).replace("_", " ").strip()


def _texts(node: Node) -> Iterator[str]:
    if type(node) is Scalar:
        yield node.text
    elif type(node) is Mapping:
        for _, value in node.pairs:
            yield from _texts(value)
