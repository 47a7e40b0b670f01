"""From a written text to one that can be read aloud.

Every line goes through the same readings, one after the other. What an earlier one has put into words holds
no figure, sign or abbreviation any more, so no later one can take it for something else; hence their order.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from village_site.frozen import frozen
from village_site.spoken.abbreviations import read_abbreviations, read_phrases
from village_site.spoken.dates import read_clocks, read_dates
from village_site.spoken.documents import read_documents, roman_to_figures
from village_site.spoken.figures import read_measures, read_odd_shares, read_shares
from village_site.spoken.links import read_links
from village_site.spoken.phones import read_phones
from village_site.spoken.ranges import read_date_ranges, read_ranges
from village_site.spoken.tidy import plain, tidy

SYLLABLES_A_MINUTE: Final = 160
"""This project's setting for a loudspeaker in the open, slower than a newsreader in a studio."""
_COMMA_SECONDS: Final = 0.3
_STOP_SECONDS: Final = 0.7
_LINE_SECONDS: Final = 1.0

_READINGS: Final[tuple[Callable[[str], str], ...]] = (
    read_links,
    read_documents,
    read_phrases,
    roman_to_figures,
    read_shares,
    read_date_ranges,
    read_dates,
    read_phones,
    read_ranges,
    read_clocks,
    read_odd_shares,
    read_measures,
)


@frozen
class Spoken:
    """A text for the loudspeaker.

    `text` holds words and plain punctuation only, in the lines and paragraphs of the original. `seconds` is
    how long it takes to read. `unknown` are the abbreviations that could only be spelled, each once.
    """

    text: str
    seconds: int
    unknown: tuple[str, ...]


def speak(text: str) -> Spoken:
    """Write out numbers, dates, units, abbreviations and addresses of a Vietnamese text.

    Takes any text and never fails; what it has written out once it leaves as it is.
    """
    unknown: list[str] = []
    lines = [_speak_line(line, unknown) for line in plain(text).split("\n")]
    spoken = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()
    return Spoken(spoken, seconds_to_read(spoken), tuple(dict.fromkeys(unknown)))


def seconds_to_read(spoken: str) -> int:
    """Whole seconds, rounded up, to read plain words aloud, with a pause at commas, stops and line ends."""
    seconds = len(spoken.split()) * 60 / SYLLABLES_A_MINUTE
    seconds += _COMMA_SECONDS * len(re.findall("[,;:]", spoken))
    seconds += _STOP_SECONDS * len(re.findall("[.?!]", spoken))
    seconds += _LINE_SECONDS * len(re.findall("\n+", spoken))
    return math.ceil(round(seconds, 3))


def speak_words(text: str) -> str:
    """The words of a part of a sentence, such as a unit, without a capital put at its start."""
    return " ".join(_speak_line(line, []) for line in plain(text).split("\n"))


def _speak_line(line: str, unknown: list[str]) -> str:
    begins_large = _begins_large(line)
    for reading in _READINGS:
        line = reading(line)
    return tidy(read_abbreviations(line, unknown), begins_large=begins_large)


def _begins_large(line: str) -> bool:
    """True for a line of several words whose first letter is a capital; a bare `NTM` is no sentence."""
    first = next((letter for letter in line if letter.isalnum()), " ")
    return " " in line and unicodedata.category(first) == "Lu"
