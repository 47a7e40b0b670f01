"""Texts that seem to name a person, in records or fields that are to name nobody: “ông Tư”, “Nguyễn Văn …”.

Mostly a warning, no error: a road may be called after somebody, and every rule for names of persons is a
guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from village_site.privacy.forbidden import tag
from village_site.privacy.sensitive.wording import spoken
from village_site.problems import Level, Problem
from village_site.source import Mapping, Node, Scalar, Sequence
from village_site.vietnamese import fold, nfc

CODE = "sensitive-name"
IN_OFFICE = "sensitive-office-name"

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \t]+")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_TITLES = _words("ông bà anh chị cô chú bác cậu mợ thím dì dượng em cụ cháu hộ mr mrs ms")
_PLACES = _words(
    "đường phố ngõ ngách hẻm kiệt lộ quốc cầu cống chợ bến vàm kênh rạch sông suối hồ ao đầm đập núi đồi hòn",
    "đảo thôn xóm làng bản ấp khóm buôn tổ khu cụm xã phường trấn huyện quận tỉnh thành nước tiếng",
    "thcs thpt trường học non giáo thông trạm viện viên đài nhà hội quỹ giải công ty hàng hiệu quán",
    "tượng tích chùa đền đình miếu lăng thờ họ dòng road street bridge school",
)
"""Words before a name that make it one of a place, a body or a prize."""
_HEADS = _words("trưởng phó")
_SURNAMES = _words(
    "nguyễn trần lê phạm phan huỳnh hoàng vũ võ đặng bùi đỗ ngô dương lý đinh đoàn trịnh trương lương đào",
    "lâm hà hồ mai tạ tô cao thái châu quách chu kiều lưu tống vương phùng nghiêm thạch sơn kim danh hứa",
)
_MIDDLES = _words("văn thị")
_BARE_SURNAMES, _BARE_MIDDLES = (frozenset(map(fold, names)) for names in (_SURNAMES, _MIDDLES))
_SURE = _words("nguyễn trần phạm huỳnh đặng bùi đỗ võ đinh trịnh")
"""Surnames with which hardly any place begins."""
_LEAST = 3
"""Syllables of a full name without one of the usual middle names."""
_NOBODY = _words("hồ rịa nà đen trưởng phó chủ bí giám hiệu bộ cán công gia nghèo cận ngoan lớn nhỏ ơi ạ")
"""What follows “Bác”, “Bà” … where everybody knows who is meant, or what office."""


def named_people(node: Node, file: str, code: str = CODE, level: Level = Level.WARNING) -> Iterator[Problem]:
    """A problem for each value that seems to name a person, at its beginning; the name is not repeated.

    `code` is `CODE` in a record that names nobody, `IN_OFFICE` in a field for an office or a body.
    """
    if type(node) is Scalar:
        if names_person(node.text):
            yield Problem(file, node.line, node.column, code, level, {"tag": tag(spoken(node.text), code)})
    elif type(node) is Mapping:
        for _, value in node.pairs:
            yield from named_people(value, file, code, level)
    elif type(node) is Sequence:
        for item in node.items:
            yield from named_people(item, file, code, level)


@lru_cache(maxsize=4096)
def names_person(text: str) -> bool:
    """True for a text in which somebody seems to be named."""
    whole = nfc(text)
    found = list(_WORD.finditer(whole))
    words = [word[0] for word in found]
    gaps = (_GAP.fullmatch(whole, one.end(), other.start()) for one, other in pairwise(found))
    joined = [False, *(gap is not None for gap in gaps)]
    return any(_begins(words, joined, place) for place in range(len(words)))


def _begins(words: list[str], joined: list[bool], place: int) -> bool:
    """True when somebody's name, or the word people put before it, stands at a place."""
    before = words[place - 1].lower() if place and joined[place] else ""
    if before in _PLACES and not _is_head(words, joined, place - 2):
        return False
    word, low = words[place], words[place].lower()
    name = _name_from(words, joined, place + 1)
    if low in _TITLES and name and (word.islower() or not before):
        return name[0].lower() not in _NOBODY and name[0].lower() not in _PLACES
    return word[:1].isupper() and _is_full_name([word, *name])


def _is_head(words: list[str], joined: list[bool], place: int) -> bool:
    """True for “Trưởng thôn …”: a person's office, after which comes a name of a person."""
    return place >= 0 and joined[place + 1] and words[place].lower() in _HEADS


def _name_from(words: list[str], joined: list[bool], place: int) -> list[str]:
    """The capitalised words in a row from a place on."""
    end = place
    while end < len(words) and joined[end] and words[end][:1].isupper():
        end += 1
    return words[place:end]


def _is_full_name(words: list[str]) -> bool:
    low = [word.lower() for word in words]
    if low[0] in _SURNAMES and low[1:2] and low[1] in _MIDDLES and len(low) >= _LEAST:
        return True
    if words[0].isascii() and low[0] in _BARE_SURNAMES and low[1:2] and low[1] in _BARE_MIDDLES:
        return len(low) >= _LEAST
    return low[0] in _SURE and len(low) >= _LEAST
