"""The roll-ups as data: one number a row, with how many reported and the ids that lead to other tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from village_site import campaigns
from village_site.atlas import Atlas
from village_site.exports.data import Row, number
from village_site.exports.schema import Schema, document
from village_site.model.text import Text
from village_site.model.units import Unit
from village_site.rollups import (
    Added,
    Aim,
    Claim,
    Counted,
    RollUp,
    Standard,
    day_of,
    larger_units,
    parts_of,
    rollup,
)
from village_site.values import FuzzyDate, Quantity

NAME = "rollups"
TITLE = Text("Tổng hợp theo đơn vị", "Roll-ups")
HELP = Text(
    "Mỗi dòng một con số của một xã, một huyện trước đây hay một tỉnh, kèm bao nhiêu nơi đã báo.",
    "One number a row, of a commune, a former district or a province, with how many reported.",
)
REST = "còn lại"
"""The part that nobody named."""

_STRING: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "number"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_FLAG: Schema = {"type": "boolean"}
COLUMNS: dict[str, tuple[Schema, Text]] = {
    "unit": (_STRING, Text("mã đơn vị trong unit.json", "id in unit.json")),
    "day": (
        {"type": "string", "format": "date"},
        Text(
            "tính đến ngày; của đơn vị đã thôi là ngày cuối cùng",
            "as of; the last day of a unit that is gone",
        ),
    ),
    "measure": (
        {
            "enum": [
                *("villages", "communes", "standard", "criterion", "claim", "tally", "part", "target"),
                *("reached", "targets", "campaign-item"),
            ]
        },
        Text("đếm gì", "what is counted"),
    ),
    "level": (
        {"enum": ["own", "villages", "communes", "below"]},
        Text(
            "do chính đơn vị báo, hay cộng từ các thôn, các xã", "the unit's own word, or added up from below"
        ),
    ),
    "item": (
        _STRING,
        Text(
            "mã bộ tiêu chí, mục đếm, chỉ tiêu, đợt thi đua; số cộng được thì là loại",
            "id of the set, tally, target or campaign; the topic of what was added up",
        ),
    ),
    "name": (_STRING, Text("tên", "name")),
    "part": (
        _STRING,
        Text("phần, tiêu chí số, hay việc của đợt", "part, criterion's number, or campaign's item"),
    ),
    "number": (_NUMBER, Text("con số", "the number")),
    "of": (_NUMBER, Text("trên tổng", "of this whole")),
    "counted_in": (_STRING, Text("đơn vị tính", "the unit of measure")),
    "qualifier": (
        _STRING,
        Text("hơn, khoảng, ít nhất…; không có là chính xác", "more, about …; exact without"),
    ),
    "reported": (_COUNT, Text("bao nhiêu nơi đã báo", "how many reported")),
    "members": (_COUNT, Text("có bao nhiêu nơi", "how many there are")),
    "since": (_STRING, Text("số cũ nhất của ngày nào", "date of the oldest figure")),
    "until": (_STRING, Text("số mới nhất của ngày nào", "date of the newest figure")),
    "met": (
        _FLAG,
        Text("chỉ tiêu đã đạt; không có là chưa rõ", "whether the target is met; unknown without"),
    ),
    "illustrative": (_FLAG, Text("có dữ liệu minh hoạ trong đó", "some of it is sample data")),
}


def schema() -> Schema:
    """The schema of `rollups.json`."""
    row: Schema = {
        "type": "object",
        "properties": {
            name: {**shape, "description": " / ".join((told.vi, told.to("en")))}
            for name, (shape, told) in COLUMNS.items()
        },
        "required": ["unit", "day", "measure", "level"],
        "additionalProperties": False,
    }
    return document(NAME, TITLE, HELP, row, {})


def rollup_rows(atlas: Atlas) -> list[Row]:
    """The roll-up of every province and former district, then of every commune, each on its day."""
    units = (*larger_units(atlas), *(commune.unit for commune in atlas.communes))
    return [row for unit in units for row in _of_unit(atlas, unit)]


def _of_unit(atlas: Atlas, unit: Unit) -> Iterator[Row]:
    sums = rollup(atlas, unit, day_of(atlas, unit))
    for row in _rows(sums):
        filled = {"unit": unit.id, "day": sums.day.isoformat(), **row}
        yield {name: filled[name] for name in COLUMNS if filled.get(name) is not None}


def _rows(sums: RollUp) -> Iterator[Row]:
    yield {"measure": "villages", "level": "villages", "number": len(sums.members.places)}
    if not sums.unit.kind.is_local:
        yield {"measure": "communes", "level": "communes", "number": len(sums.members.communes)}
    for level, standards in (("villages", sums.village_standards), ("communes", sums.commune_standards)):
        for standard in standards:
            yield from _standard(level, standard)
    for claim in sums.claims:
        yield from _claim("own" if sums.unit.kind.is_local else "communes", claim)
    for counted in sums.own:
        yield from _own(counted)
    for level, added in (("villages", sums.from_villages), ("communes", sums.from_communes)):
        for one in added:
            yield from _added(level, one)
    for aim in sums.aims:
        yield from _aim(aim)
    for level, below in _aims_below(sums):
        met = sum(one.met is True for one in below)
        yield {"measure": "targets", "level": level, "number": met, "of": len(below)}
    for standing in sums.campaigns:
        yield from _campaign(sums, standing)


def _standard(level: str, one: Standard) -> Iterator[Row]:
    told = {"level": level, "item": one.set.id}
    yield {
        **told,
        "measure": "standard",
        "name": str(one.set.label),
        "number": one.reached,
        "reported": one.reported,
        "members": one.members,
        "illustrative": bool(one.illustrative),
    }
    for known in one.by_criterion:
        criterion = known.criterion
        row = {**told, "measure": "criterion", "part": criterion.number, "name": str(criterion.name)}
        yield {**row, "number": known.met, "of": known.assessed, "members": one.members}


def _claim(level: str, one: Claim) -> Iterator[Row]:
    values = (
        [one.total] if one.total is not None else [row.villages for row in one.told[:1] if len(one.told) == 1]
    )
    for value in values:
        row = {"measure": "claim", "level": level, "item": one.set.id, "name": str(one.set.label)}
        yield {**row, **_quantity(value), "reported": len(one.told), "members": one.members}


def _own(one: Counted) -> Iterator[Row]:
    tally = one.newest
    told: Row = {"level": "own", "item": tally.id, **_dates(tally.date, tally.date)}
    told["illustrative"] = tally.illustrative
    unit = tally.total.value.unit
    yield {**told, "measure": "tally", "name": str(tally.name), **_quantity(tally.total.value)}
    for part in tally.parts:
        row = {**told, "measure": "part", "name": str(tally.name), "part": str(part.name), "counted_in": unit}
        yield {**row, **_quantity(part.number.value)}
    for rest in parts_of(tally):
        if rest.name is None:
            row = {**told, "measure": "part", "name": str(tally.name), "part": REST, "counted_in": unit}
            yield {**row, "number": number(rest.number)}


def _added(level: str, one: Added) -> Iterator[Row]:
    told = {"level": level, "item": one.topic.term.en, "name": str(one.name), **_dates(*one.dates)}
    told |= {"reported": one.reported, "members": one.members, "illustrative": one.illustrative}
    yield {
        **told,
        "measure": "tally",
        "counted_in": one.unit or None,
        **(_quantity(one.total) if one.total else {}),
    }
    for part in one.parts:
        name = str(part.name) if part.name is not None else REST
        row = {**told, "measure": "part", "part": name, "counted_in": one.unit or None}
        yield {**row, "number": number(part.number)}


def _aim(one: Aim) -> Iterator[Row]:
    told: Row = {"level": "own", "item": one.target.id, "name": str(one.target.name)}
    told["illustrative"] = one.target.illustrative
    yield {**told, "measure": "target", **_quantity(one.target.target.value), "met": one.met}
    if one.reached is not None:
        dates = _dates(one.reached.date, one.reached.date) if one.reached.date is not None else {}
        yield {**told, "measure": "reached", **_quantity(one.reached.value), **dates}


def _aims_below(sums: RollUp) -> Iterator[tuple[str, list[Aim]]]:
    for level, owner in (("communes", Unit), ("villages", object)):
        found = [one for one in sums.aims_below if isinstance(one.owner, Unit) is (owner is Unit)]
        if found:
            yield level, found


def _campaign(sums: RollUp, standing: campaigns.Standing) -> Iterator[Row]:
    home = standing.home
    level = "own" if home.folder.id == sums.unit.id else "below"
    for one in standing.items:
        yield {
            "measure": "campaign-item",
            "level": level,
            "item": home.key,
            "part": one.item.id,
            "name": str(one.item.name),
            "number": number(one.share.done),
            "of": number(one.share.target) if one.share.target is not None else None,
            "counted_in": one.share.unit or None,
            "illustrative": standing.illustrative or home.campaign.illustrative,
        }


def _quantity(value: Quantity) -> Row:
    found: dict[str, Any] = {"number": number(value.number)}
    if value.of is not None:
        found["of"] = number(value.of)
    if value.unit:
        found["counted_in"] = value.unit
    if value.qualifier.value != "exact":
        found["qualifier"] = value.qualifier.value
    return found


def _dates(first: FuzzyDate, last: FuzzyDate) -> Row:
    return {"since": first.iso(), "until": last.iso()}
