"""Finds the numbers of persons: citizen ids, old identity cards, cards and accounts of banks.

First everything allowed is covered (`allowed`). What is left are groups of digits; neighbours that only
spaces, dots and the like keep apart form a chain, which is judged as a whole and by its parts (`judging`).
Near a word such as “căn cước” or “STK” other words may stand between the groups too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from village_site.privacy.forbidden.allowed import URL, cover, money_before, phone_before
from village_site.privacy.forbidden.chains import Chain, Group, chains, groups_of, joined
from village_site.privacy.forbidden.digits import CITIZEN, OLD, is_citizen, is_old_id
from village_site.privacy.forbidden.judging import (
    ACCOUNT,
    CITIZEN_ID,
    LONGEST_CHAIN,
    OLD_ID,
    UNCHECKED,
    Span,
    begins_with_phone,
    citizen_at,
    counts_up,
    gaps,
    is_light,
    is_sum,
    judge,
    without_phones,
)

_ENOUGH = re.compile("[0-9](?:[^0-9]*+[0-9]){7}")
_BETWEEN = r"[ ,;:.'\"()/_-]"
_WORD = re.compile(rf"{_BETWEEN}{{0,3}}(?:([a-z]{{1,8}}){_BETWEEN}{{1,3}})?")
_WORDS = re.compile(r"[^a-z0-9\x01]{0,4}(?:[a-z]{1,8}[^a-z0-9\x01]{1,4}){0,3}")

# A number in front of or behind one of these counts something: two of them are not parts of one number.
_COUNTERS = re.compile(
    r"\b(?:ngay|thang|nam|gio|phut|giay|luc|quy|ky|den|toi|tu|m|km|ha|kg|ta|tan|dong|d|trieu|ty|nghin|ngan|"
    r"ho|nguoi|khau|nha|ngo|hem|to|xom|thon|xa|thua|dieu|khoan|muc|trang|lan|cai|con|cay|chiec|bo|tiet|"
    r"lop|tang|"
    r"phong|x|h|g|k|duoi|tren|hon|gan|khoang|moi|cac|day|month|year|hours|from|of|households|people)\b"
)
_JOINING = frozenset(
    ("va", "voi", "roi", "tiep", "them", "noi", "xong", "so", "sau", "gach", "cham", "cach", "and", "then")
)

_ID_WORD = re.compile(
    r"(?<![a-z])(?:cccd|cmnd|cmtnd|cmt|can cuoc|cancuoc|chung minh|dinh danh|giay to tuy than|id card|"
    r"identity|"
    r"citizen)(?![a-z])"
)
_ACCOUNT_WORD = re.compile(
    r"(?<![a-z])(?:stk|so tk|tk|so tai khoan|tai khoan|account|iban|so the|the atm|chuyen khoan|ck)(?![a-z])"
)
_BANK_NAME = re.compile(
    r"(?<![a-z])(?:vietcombank|vcb|agribank|vietinbank|bidv|techcombank|tcb|mb ?bank|mb|acb|sacombank|vpbank|"
    r"tpbank|hdbank|shb|vib|msb|ocb|scb|eximbank|seabank|lpbank|lienvietpostbank|namabank|bacabank|"
    r"abbank|ncb|"
    r"pvcombank|kienlongbank|co-?opbank|baovietbank|pgbank|vietbank|vbsp|napas|cake|timo|ngan hang|"
    r"bank)(?![a-z])"
)
_OTHER_ACCOUNT = re.compile(r"zalo|facebook|\bfb\b|mang xa hoi|dien thoai|sdt|\bdt\b|hotline|phone|vneid")
_PAYMENT_CODE = re.compile("vietqr|a000000727|/qr/|napas247")
_IN_ADDRESS = re.compile("(?<![0-9])0[0-9]{11}(?![0-9])")

_ACCOUNT_LENGTHS = range(8, 20)
_REACH_BEHIND, _REACH_BEFORE = 60, 24


def numbers(flat: str) -> Iterator[Span]:
    """The forbidden numbers of a folded text; some may be found twice."""
    if not _ENOUGH.search(flat):
        return
    yield from _in_addresses(flat)
    rest = cover(flat)
    groups = groups_of(rest)
    if not groups:
        return
    for chain in chains(rest, groups, is_light):
        if len(chain) > LONGEST_CHAIN:
            yield UNCHECKED, chain[0].start, chain[-1].end
        else:
            yield from judge(chain, rest)
    for chain in chains(rest, groups, _is_word):
        if 1 < len(chain) <= CITIZEN and _is_told(chain, rest):
            yield CITIZEN_ID, chain[0].start, chain[-1].end
    yield from _near_id_words(rest, groups)
    yield from _near_bank_words(rest, groups)


def _is_word(gap: str) -> bool:
    """True for at most one word that counts nothing."""
    found = _WORD.fullmatch(gap)
    return found is not None and not (found[1] and _COUNTERS.fullmatch(found[1]))


def _is_told(chain: Chain, rest: str) -> bool:
    """True for an id whose groups single words keep apart: 001 rồi 085 rồi 012345."""
    digits = joined(chain)
    if len(digits) != CITIZEN or digits[0] != "0" or begins_with_phone(chain) or _is_row(chain):
        return False
    words = set(re.findall("[a-z]+", rest[chain[0].start : chain[-1].end]))
    return is_citizen(digits) or (words <= _JOINING and len(chain) <= 4 and bool(words))


def _is_row(chain: Chain) -> bool:
    """True for 01 02 03 04 05 06, and for a table's 0 1 0 0 1 1."""
    return counts_up(chain) or set(joined(chain)) <= {"0", "1"}


def _is_words(gap: str) -> bool:
    """True for at most three words that count nothing."""
    return _WORDS.fullmatch(gap) is not None and not _COUNTERS.search(gap)


def _in_addresses(flat: str) -> Iterator[Span]:
    """Addresses of pages may hold any number but a citizen's, nor lead to somebody's account."""
    for found in URL.finditer(flat):
        if _PAYMENT_CODE.search(found[0]) and sum(letter.isdigit() for letter in found[0]) >= 6:
            yield ACCOUNT, found.start(), found.end()
        for digits in _IN_ADDRESS.finditer(found[0]):
            if is_citizen(digits[0]):
                yield CITIZEN_ID, found.start() + digits.start(), found.start() + digits.end()


def _near_id_words(rest: str, groups: Sequence[Group]) -> Iterator[Span]:
    """Nine or twelve digits near a word for identity cards, however they are split."""
    spans = [(word.start() - _REACH_BEHIND, word.end() + _REACH_BEHIND) for word in _ID_WORD.finditer(rest)]
    for start, end in _merged(spans):
        near = _within(groups, start, end)
        for chain in (*chains(rest, near, is_light), *chains(rest, near, _is_words)):
            yield from _ids(chain, rest)


def _ids(chain: Chain, rest: str) -> Iterator[Span]:
    digits = joined(chain)
    if len(digits) < OLD or counts_up(chain):
        return
    light = all(map(is_light, gaps(chain, rest)))
    if len(digits) == CITIZEN and (light or digits[0] == "0"):
        yield CITIZEN_ID, chain[0].start, chain[-1].end
    elif len(digits) == OLD and (light or is_old_id(digits)):
        yield OLD_ID, chain[0].start, chain[-1].end
    else:
        yield from _windows(chain)


def _windows(chain: Chain) -> Iterator[Span]:
    for place, group in enumerate(chain):
        if window := citizen_at(chain, place):
            yield CITIZEN_ID, window[0].start, window[-1].end
        elif len(group.digits) in (OLD, CITIZEN):
            yield CITIZEN_ID if len(group.digits) == CITIZEN else OLD_ID, group.start, group.end


def _near_bank_words(rest: str, groups: Sequence[Group]) -> Iterator[Span]:
    for word in _ACCOUNT_WORD.finditer(rest):
        near = _within(groups, word.end(), word.end() + _REACH_BEHIND)
        for chain in chains(rest, near, _is_words):
            between = rest[word.end() : chain[0].start]
            if not _OTHER_ACCOUNT.search(between) and between.count("\n") <= 2:
                yield from _account(chain, rest, _of_any)
    for word in _BANK_NAME.finditer(rest):
        near = _within(groups, word.start() - _REACH_BEFORE, word.end() + _REACH_BEHIND)
        for chain in chains(rest, near, is_light):
            yield from _account(chain, rest, _of_no_phone)


def _account(chain: Chain, rest: str, fits: Callable[[Chain, str], bool]) -> Iterator[Span]:
    """The whole chain or else its longest group, where it is as long as an account's number."""
    longest = max(chain, key=lambda group: len(group.digits))
    for part in (chain, (longest,)):
        if len(joined(part)) in _ACCOUNT_LENGTHS and fits(part, rest):
            yield ACCOUNT, part[0].start, part[-1].end
            return


def _of_any(part: Chain, rest: str) -> bool:
    """Behind “STK” even what could be a telephone number is an account; a sum is none."""
    return not (len(part) > 1 and part[-1].digits == "000") and not money_before(rest, part[0].start)


def _of_no_phone(part: Chain, rest: str) -> bool:
    if is_sum(part, rest) or not _of_any(part, rest):
        return False
    return bool(list(without_phones(part, rest))) and not phone_before(rest, part[0].start)


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that touch as one."""
    whole: tuple[int, int] | None = None
    for start, end in spans:
        if whole is not None and start <= whole[1]:
            whole = whole[0], end
            continue
        if whole is not None:
            yield whole
        whole = start, end
    if whole is not None:
        yield whole


def _within(groups: Sequence[Group], start: int, end: int) -> list[Group]:
    """The groups that begin in a stretch of the text."""
    return list(groups[bisect_left(groups, start, key=_start) : bisect_left(groups, end, key=_start)])


def _start(group: Group) -> int:
    return group.start
