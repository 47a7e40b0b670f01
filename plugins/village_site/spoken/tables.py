"""The tables of `words.toml` and the patterns made of them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

_TABLES: Final[Mapping[str, Any]] = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))

_REACH: Final = 60


def table(name: str) -> Mapping[str, str]:
    """A table of what is written and how it is read."""
    found: Mapping[str, str] = _TABLES[name]
    return found


def context(name: str) -> tuple[str, ...]:
    """The words beside figures that tell how they are meant."""
    return tuple(_TABLES["context"][name])


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, so that `km/h` is not taken for `km`."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def after(name: str) -> re.Pattern[str]:
    """Matches at the end of a text whose last word is one of a context's, in any case."""
    return re.compile(rf"(?:^|[^\w])(?P<word>{one_of(context(name))})[ :]*\Z", re.IGNORECASE)


def text_before(found: re.Match[str]) -> str:
    """What stands before a match, as far back as a word beside it can reach."""
    return found.string[max(0, found.start() - _REACH) : found.start()]


UNITS: Final = table("units")
# m2 ends in a digit, and `2m25` are two metres twenty-five; `2m5` are two metres five.
UNIT: Final = (
    rf"(?:{one_of(unit for unit in UNITS if unit[-1].isdigit())}(?!\w)"
    rf"|{one_of(unit for unit in UNITS if unit[-1].isalpha())}(?![^\W\d_])"
    rf"|{one_of(unit for unit in UNITS if not unit[-1].isalnum())})"
)
"""A pattern for the sign of a unit after a number."""
