"""Judges a chain of digits: which forbidden number it is as a whole, or holds among others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from village_site.privacy.forbidden.allowed import address_before, money_before, phone_before
from village_site.privacy.forbidden.chains import Chain, joined
from village_site.privacy.forbidden.digits import (
    CITIZEN,
    OLD,
    is_card,
    is_citizen,
    is_known_long,
    is_old_id,
    is_phone,
)

CITIZEN_ID, OLD_ID = "forbidden-citizen-id", "forbidden-old-id"
CARD, ACCOUNT = "forbidden-card", "forbidden-account"
NUMBERS = frozenset((CITIZEN_ID, OLD_ID, CARD, ACCOUNT))
UNCHECKED = "forbidden-unchecked"

Span = tuple[str, int, int]
"""Message code, beginning and end in the view."""

LONGEST_CHAIN = 120
"""Nobody reads more groups of digits in a row; they would only cost time."""
_BARE_ACCOUNT_LENGTHS = range(13, 20)
_LIGHT = re.compile(r"[ ._/()\-]{1,4}|[ ]*\n[ #>*\-]{0,16}")


def is_light(gap: str) -> bool:
    """True for spaces, dots and the like, the next item of a list, and nothing else."""
    return _LIGHT.fullmatch(gap) is not None


def judge(chain: Chain, rest: str) -> Iterator[Span]:
    """The forbidden numbers in a chain of a text with everything allowed covered."""
    if len(joined(chain)) < OLD or counts_up(chain):
        return
    if is_citizen(joined(chain)) and not begins_with_phone(chain):
        yield CITIZEN_ID, chain[0].start, chain[-1].end
        return
    for part in without_phones(chain, rest):
        if code := _what(part, rest):
            yield code, part[0].start, part[-1].end
        elif len(part) > 1:
            yield from _parts(part, rest)


def begins_with_phone(chain: Chain) -> bool:
    """True when the first groups are a telephone number and more follows: 0912 345 678 – 12."""
    if len({len(group.digits) for group in chain}) == 1:
        return False
    lengths = enumerate(accumulate(len(group.digits) for group in chain), 1)
    begins = (joined(chain[:count]) for count, length in lengths if length in (10, 11))
    return any(is_phone(digits, near_phone_word=False) for digits in begins)


def without_phones(chain: Chain, rest: str) -> Iterator[Chain]:
    """The stretches of a chain between its telephone numbers."""
    start = place = 0
    while place < len(chain):
        if count := _phone_at(chain, place, rest):
            if chain[start:place]:
                yield chain[start:place]
            place += count
            start = place
        else:
            place += 1
    if chain[start:]:
        yield chain[start:]


def _phone_at(chain: Chain, place: int, rest: str) -> int:
    """Of how many groups the telephone number consists that begins here; 0 for none."""
    first = chain[place].start
    plus = "+" if rest[max(0, first - 3) : first].rstrip(" (").endswith("+") else ""
    digits, found = "", 0
    for count, group in enumerate(chain[place : place + 6], 1):
        digits += group.digits
        if len(digits) > 15:
            break
        if is_phone(plus + digits, near_phone_word=len(digits) == OLD and phone_before(rest, first)):
            found = count
            if not plus:
                break
    return found


def _what(part: Chain, rest: str) -> str:
    """The message code of what a stretch is as a whole; "" where it is nothing forbidden."""
    digits, sizes = joined(part), [len(group.digits) for group in part]
    if counts_up(part) or set(digits) <= {"0", "1"}:
        return ""
    if _is_address(part, rest):
        return ""
    if len(digits) == CITIZEN and _is_clear(part, sizes, rest):
        return CITIZEN_ID
    if len(digits) in _BARE_ACCOUNT_LENGTHS and is_card(digits) and (max(sizes) <= 6 or len(sizes) == 1):
        return CARD if _grouped_as_card(sizes) else ""
    if len(sizes) == 1 and len(digits) in _BARE_ACCOUNT_LENGTHS and not is_known_long(digits):
        return "" if money_before(rest, part[0].start) else ACCOUNT
    if is_old_id(digits) and _grouped_as_old(part, sizes, rest) and not is_sum(part, rest):
        return OLD_ID
    return ""


def _parts(part: Chain, rest: str) -> Iterator[Span]:
    """Numbers among others: whole groups, and neighbours that are built as a citizen id."""
    for place, group in enumerate(part):
        if code := _what((group,), rest):
            yield code, group.start, group.end
        if (window := citizen_at(part, place)) and len(window) > 1:
            yield CITIZEN_ID, window[0].start, window[-1].end


def citizen_at(chain: Chain, place: int) -> Chain:
    """The groups from `place` on that are built as a citizen id, none where there is no such beginning."""
    if chain[place].digits[0] != "0":
        return ()
    for end, length in enumerate(accumulate(len(group.digits) for group in chain[place:]), place + 1):
        if length >= CITIZEN:
            window = chain[place:end]
            return window if is_citizen(joined(window)) and not begins_with_phone(window) else ()
    return ()


def _is_clear(part: Chain, sizes: Sequence[int], rest: str) -> bool:
    """True for twelve digits that are grouped as people group an id, or begin with a nought as all ids do."""
    if part[0].digits[0] == "0":
        return True
    if is_sum(part, rest) or all(group.digits.endswith("0") for group in part):
        return False
    return tuple(sizes) in ((12,), (4, 4, 4), (3, 3, 3, 3), (6, 6), (3, 3, 6), (3, 9)) or max(sizes) == 1


def _grouped_as_card(sizes: Sequence[int]) -> bool:
    return len(sizes) == 1 or max(sizes) == 1 or set(sizes[:-1]) == {4} or tuple(sizes[:2]) == (4, 6)


def _grouped_as_old(part: Chain, sizes: Sequence[int], rest: str) -> bool:
    if len(sizes) == 1 or max(sizes) == 1:
        return True
    if tuple(sizes) not in ((3, 3, 3), (4, 5), (5, 4), (3, 6), (6, 3), (2, 7)):
        return False
    between = set(gaps(part, rest))
    single = len(between) == 1 and len(between.pop()) == 1
    return single and not all(group.digits.endswith("0") for group in part)


def is_sum(part: Chain, rest: str) -> bool:
    """True for thousands (123.456.000), or for any number behind words such as “kinh phí”."""
    first, last = part[0], part[-1]
    if first.digits[0] == "0":
        return False
    if money_before(rest, first.start):
        return True
    if len(part) == 1:
        return last.digits.endswith("00000")
    dotted = set(gaps(part, rest)) == {"."}
    thousands = len(first.digits) <= 3 and all(len(group.digits) == 3 for group in part[1:])
    return thousands and (last.digits.endswith("00") or (dotted and len(joined(part)) != OLD))


def _is_address(part: Chain, rest: str) -> bool:
    """True for the number of a house in a lane of a lane: 183/456/789."""
    return set(gaps(part, rest)) == {"/"} and address_before(rest, part[0].start)


def counts_up(part: Chain) -> bool:
    """True for a row such as 1 2 3 4 5 6 7 8 9."""
    numbers = [int(group.digits) for group in part if len(group.digits) < 4]
    return len(numbers) == len(part) > 3 and all(right - left == 1 for left, right in pairwise(numbers))


def gaps(part: Chain, rest: str) -> list[str]:
    """What stands between the groups."""
    return [rest[left.end : right.start] for left, right in pairwise(part)]
