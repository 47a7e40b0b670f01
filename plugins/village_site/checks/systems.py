"""A camera is a public notice: what for, who answers for it, on which road, and never at whose house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from village_site.atlas import Atlas
from village_site.model.declare import table
from village_site.model.systems import SYSTEMS, System, SystemKind, says_camera
from village_site.model.text import Text
from village_site.problems import Problem, at
from village_site.vietnamese import fold

# Numbers of houses and posts in folded text. “Ngõ 12” is the name of a lane, “Luật số 91/2025” a document,
# “mỗi nhà 2 người” a rule.
_NOT_HOUSE = r"(?!\s*(?:tang|gian|nguoi|ho|may|nghin|ngan|trieu|dong|lan|%))"
_NOT_EACH = r"(?<!\bmoi )(?<!\bmot )(?<!\btung )(?<!\bcac )"
_SPOTS = tuple(
    map(
        re.compile,
        (
            r"\b(?:so nha|nha so|house(?: no\.?| number)?)\s*[0-9]+",
            rf"{_NOT_EACH}\bnha\s+[0-9]+[a-z]?(?:/[0-9]+[a-z]?)*\b{_NOT_HOUSE}",
            r"\bso\s+[0-9]+[a-z]?(?:/[0-9]+[a-z]?)*,?\s+(?:duong|ngo|ngach|hem|kiet|pho|lo)\b",
            r"\b(?:cot|tru)(?:\s+dien)?(?:\s+so)?\s+[0-9]+",
            r"[0-9]{1,2}[.,][0-9]{3,}\s*[,;]\s*[0-9]{2,3}[.,][0-9]{3,}",
            r"\b[0-9]{1,3}\s*[°º˚]\s*[0-9]{1,2}\b",
            r"\b[0-9]{1,3}\s*do\s*[0-9]{1,2}(?:[.,][0-9]+)?\s*(?:phut|['’′])",
            r"\b[0-9]{1,3}[.,][0-9]{4,}\s*(?:[°º˚]|[nebd]\b|vi do|kinh do)",
            r"\bgeo:\s*[0-9]|\bmaps?\.[a-z]|\bgoo\.gl\b|\bopenstreetmap\b|\bplus\.codes\b|\.[a-z]{2,4}/maps?\b",
            r"\b[2-9cfghjmpqrvwx]{4,8}\+[2-9cfghjmpqrvwx]{2,3}\b",
        ),
    )
)
# Somebody's house, with the accents: without them “nhà cô” is “nhà có”. A name begins with a large letter, or
# is one of those that children are called by in their order.
_TITLES = ("ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "cậu", "mợ", "thím", "dì", "dượng", "thầy")
_ORDER = ("cả", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út")
_SOMEBODYS = re.compile(rf"\b(?:nhà|hộ)\s+(?:{'|'.join(_TITLES)})\s+(\w+)", re.IGNORECASE)
_HOLDERS = re.compile(
    r"\bnhà\s+(?:trưởng|tổ trưởng|bí thư|phó (?:thôn|xóm|ấp)|hộ(?!\s+sinh\b))(?!\w)", re.IGNORECASE
)
_NAMED = re.compile(r"\b(?:[Nn]hà|NHÀ|[Hh]ộ|HỘ)\s+(\w+)")
_COMMON = frozenset(
    {
        "van", "may", "tre", "sinh", "hoc", "truong", "tho", "nuoc", "thi", "dieu", "khach", "be", "ga",
        "thuoc", "hat", "xe", "kho", "an", "chua", "cong", "rong", "truyen", "bao", "chung", "tinh",
        "dan", "gia", "kinh", "nong", "cua", "hang", "luu", "ve", "doi", "phu", "khai",
    }
)  # fmt: skip
"""What follows “Nhà” in names of buildings that are everybody's, and “Hộ” in words, folded."""


def cameras(atlas: Atlas) -> Iterator[Problem]:
    """Every camera of every village, whatever kind of system it was typed as."""
    for place in atlas.places:
        for system in place.folder.of(SYSTEMS):
            if system.kind is SystemKind.CAMERA or _says_camera(system.name):
                yield from _notice(system)
                yield from _spots(system)
            elif any(_says_camera(text) for _, text in _texts(system)):
                yield from _spots(system)


def _says_camera(text: Text | None) -> bool:
    return text is not None and says_camera(f"{text.vi} {text.en or ''}")


def _notice(system: System) -> Iterator[Problem]:
    """What the law and one's neighbours want to know is said."""
    if system.purpose is None:
        yield at(system.origin.place(), "camera-without-purpose")
    if system.responsible is None:
        yield at(system.origin.place(), "camera-without-responsible")
    if not system.roads and system.area is None:
        yield at(system.origin.place(), "camera-without-road")


def _spots(system: System) -> Iterator[Problem]:
    """No text of it says at which house or post it hangs."""
    for name, value in _texts(system):
        spots = (spot for text in (value.vi, value.en or "") if (spot := _spot(text)))
        if found := next(spots, None):
            yield at(system.origin.place(name), "camera-place", found=found)


def _texts(system: System) -> Iterator[tuple[str, Text]]:
    """Its texts by their fields' names."""
    for spec in table(System).fields:
        value = getattr(system, spec.en)
        if isinstance(value, Text):
            yield spec.en, value


def _spot(text: str) -> str:
    """The first words that give a place away, as typed; "" when there are none."""
    for owner in _SOMEBODYS.finditer(text):
        if owner[1][0].isupper() or owner[1] in _ORDER:
            return owner[0]
    if holder := _HOLDERS.search(text):
        return holder[0]
    for named in _NAMED.finditer(text):
        word = named[1]
        if word[0].isupper() and fold(word) not in _COMMON and word.lower() not in _TITLES:
            return named[0]
    flat = fold(text)  # letter for letter, so that the words can be shown as they were typed
    for pattern in _SPOTS:
        if spot := pattern.search(flat):
            return text[spot.start() : spot.end()]
    return ""
