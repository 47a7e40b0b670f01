"""Units in English: what is counted or measured most in villages. Any other stays as it was typed."""

from __future__ import annotations

from decimal import Decimal

_SCALES = {"nghìn": "thousand", "ngàn": "thousand", "triệu": "million", "tỷ": "billion", "tỉ": "billion"}
_SCALES |= {english: english for english in _SCALES.values()}
_UNITS = {
    "hộ": ("household", "households"),
    "hộ dân": ("household", "households"),
    "người": ("person", "people"),
    "người dân": ("resident", "residents"),
    "nhân khẩu": ("resident", "residents"),
    "khẩu": ("resident", "residents"),
    "học sinh": ("pupil", "pupils"),
    "thành viên": ("member", "members"),
    "hội viên": ("member", "members"),
    "đoàn viên": ("member", "members"),
    "đảng viên": ("party member", "party members"),
    "phiếu": ("form", "forms"),
    "đồng": ("VND", "VND"),
    "ngày": ("day", "days"),
    "tuần": ("week", "weeks"),
    "tháng": ("month", "months"),
    "năm": ("year", "years"),
    "giờ": ("hour", "hours"),
    "phút": ("minute", "minutes"),
    "tiêu chí": ("criterion", "criteria"),
    "chỉ tiêu": ("indicator", "indicators"),
    "tổ": ("group", "groups"),
    "nhóm": ("group", "groups"),
    "thôn": ("village", "villages"),
    "xã": ("commune", "communes"),
    "trường": ("school", "schools"),
    "nhà": ("house", "houses"),
    "vườn": ("garden", "gardens"),
    "đường": ("road", "roads"),
    "tuyến": ("road", "roads"),
    "cầu": ("bridge", "bridges"),
    "điểm": ("point", "points"),
    "cây": ("tree", "trees"),
    "con": ("animal", "animals"),
    "bộ": ("set", "sets"),
    "chiếc": ("piece", "pieces"),
    "cái": ("piece", "pieces"),
    "đèn": ("lamp", "lamps"),
    "cột": ("pole", "poles"),
    "loa": ("loudspeaker", "loudspeakers"),
    "camera": ("camera", "cameras"),
    "bóng": ("lamp", "lamps"),
    "ngày công": ("day's work", "days' work"),
    "tấn": ("tonne", "tonnes"),
    "lần": ("time", "times"),
    "buổi": ("session", "sessions"),
    "lớp": ("class", "classes"),
    "% số hộ": ("% of households", "% of households"),
    "hợp tác xã": ("cooperative", "cooperatives"),
}


def english_unit(unit: str, number: Decimal) -> str:
    """A unit in English: `triệu đồng/người/năm` becomes `million VND/person/year`; as typed where unknown."""
    first, *rest = unit.split("/")
    words = first.strip()
    scale, _, counted = words.partition(" ")
    if scale in _SCALES:
        parts = [f"{_SCALES[scale]} {_one(counted, many=True)}".rstrip()]
    else:
        parts = [_one(words, many=number != 1)]
    return "/".join([*parts, *(_one(part.strip(), many=False) for part in rest)])


def _one(words: str, *, many: bool) -> str:
    return _UNITS[words.lower()][many] if words.lower() in _UNITS else words
