"""The days of the week as people name them."""

from __future__ import annotations

import re

from village_site.vietnamese import fold

DAYS = {
    **{f"thu {word}": n for n, word in enumerate(("hai", "ba", "tu", "nam", "sau", "bay"), start=1)},
    **{f"thu {n + 1}": n for n in range(1, 7)},
    **{f"t{n + 1}": n for n in range(1, 7)},
    "chu nhat": 7,
    "cn": 7,
    **{
        f"{day}day": n
        for n, day in enumerate(("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"), start=1)
    },
}
"""Their numbers in ISO 8601 by their folded names."""

# For folded text with single spaces and plain hyphens, matched in full.
DAY = "|".join(sorted(DAYS, key=len, reverse=True))
EVERY = "(?:hang|moi|every)"
WHOLE_WEEK = re.compile(f"{EVERY} (?:ngay|day)")
_AGAIN = f"{EVERY} (?:tuan|week)"
_NAMED = rf"(?:{DAY}|\b[2-7]\b)"
_RUN = rf"(?:(?:tu|from) )?{_NAMED}(?: ?- ?| den | to ){_NAMED}"
_WEEKDAYS = re.compile(
    rf"(?:(?:cac|vao|on) )?(?P<days>(?:{_RUN}|{DAY})(?:(?: ?[,;]| va| and|, va) ?(?:{_RUN}|{_NAMED}))*)"
    rf"(?: {_AGAIN})?"
)
_PIECE = re.compile(rf"(?P<first>{_NAMED})(?:(?: ?- ?| den | to )(?P<last>{_NAMED}))?")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def plain(text: str) -> str:
    """The text folded, with single spaces and plain hyphens."""
    return " ".join(_DASHES.sub("-", fold(text)).split())


def parse_weekdays(text: str) -> tuple[int, ...]:
    """The days a text names, 1 to 7 from Monday; empty where it names none.

    `thứ 2`, `t2`, `thứ 2, 4, 6`, `thứ 2 đến thứ 6`, `hằng ngày`.
    """
    said = plain(text)
    if WHOLE_WEEK.fullmatch(said):
        return tuple(range(1, 8))
    if not (found := _WEEKDAYS.fullmatch(said)):
        return ()
    days: set[int] = set()
    for piece in _PIECE.finditer(found["days"]):
        first = _number(piece["first"])
        days |= _run(first, _number(piece["last"]) if piece["last"] else first)
    return tuple(sorted(days))


def _number(name: str) -> int:
    return DAYS[f"thu {name}" if name.isdigit() else name]


def _run(first: int, last: int) -> set[int]:
    """The days from one to another, over the end of the week where it must be."""
    return {(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)}
