"""Syllables by which nearly every text is known to tell nothing, before any pattern of `words` is tried.

Without accents, and without the đ: `prefilter.folded` drops it. What matches a pattern has a syllable of its
topic here; a test makes such texts from the patterns themselves.
"""

from __future__ import annotations

import re

from village_site.privacy.sensitive.words import (
    BIRTH,
    CHILDREN,
    ETHNICITY,
    HEALTH,
    KEYS,
    PARTY,
    POVERTY,
    RELIGION,
)

_BY_TOPIC = {
    BIRTH: r"sinh\w*|sn|tuoi|birth\w*|born|aged?|years",
    HEALTH: r"benh|tat|hiv|aids|ung|than|thao|quy|bien|kinh|nghien|liet|d?iec|khiem|mu|ky|chat|thai|om|suc|"
    r"disab\w*|illness|disease|cancer|mentally|bedridden",
    RELIGION: r"d?ao|ton|giao|phat|tin|quy|hao|catholic|buddhist|protestant|christian|muslim|religi\w*",
    ETHNICITY: r"toc\w*|goc|nguoi|ethnic\w*",
    POVERTY: r"ngheo|khan|tro|poor|poverty",
    PARTY: r"d?ang|party",
    CHILDREN: r"tre|be|con|chau|mo|lop|nien|mam|giao|(?:grand)?child\w*|kids?|bab\w+|toddlers?|pupils?|"
    r"orphans?|grand\w+",
}
_PAIRS = {HEALTH: ("tieu d?uong", "tram cam"), RELIGION: ("cao d?ai",), CHILDREN: ("hoc (?:cap|nha)",)}
"""Of two common syllables that only tell something together: many a house stands near a primary school."""

_OF_KEYS = "dob|ill|nhom|loai|d?ien|faith|hoc_?sinh|em|health"
"""Syllables that only stand in names of fields."""

_BEFORE, _BEHIND = rb"(?<![a-z])(?:", rb")(?![a-z])"


def _pairs(topic: str) -> str:
    return "|".join(_PAIRS.get(topic, ())).replace(" ", "[^a-z]+")


TELLING = {
    topic: re.compile(_BEFORE + "|".join(filter(None, (alone, _pairs(topic)))).encode() + _BEHIND)
    for topic, alone in _BY_TOPIC.items()
}
"""By message code: what is in every text, folded, of which a pattern of the code is true."""

ALONE = re.compile(_BEFORE + "|".join((*_BY_TOPIC.values(), _OF_KEYS, *KEYS)).encode() + _BEHIND)
"""One of these is in every text, folded, of which a pattern is true but for the pairs, and in every name of a
field in `KEYS`."""

PAIRED = re.compile("|".join(pair.partition(" ")[0] for topic in _PAIRS.values() for pair in topic).encode())
PAIRS = re.compile("|".join(_pairs(topic) for topic in _PAIRS).encode())
"""The first syllables of all pairs, and the pairs; also within longer words."""
