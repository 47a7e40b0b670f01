"""A record of every kind with every field filled, derived from the declarations, so that no field is forgotten."""

from __future__ import annotations

import json
from typing import Any, cast

from village_site.agenda import parse_when
from village_site.model import KINDS, Kind, Layout
from village_site.model.common import Amount, PlateCode, Source
from village_site.model.criteria_sets import CRITERIA_SETS
from village_site.model.declare import Field, Record, table
from village_site.model.personal import CONSENTS, PersonalData, Scope
from village_site.model.prints import PLATES
from village_site.model.shapes import Choice, Flag, Line, Nested, Parsed, Pattern, Reference, Slug, Words
from village_site.model.units import UNITS
from village_site.values import (
    parse_clock,
    parse_coordinates,
    parse_date,
    parse_days,
    parse_email,
    parse_form,
    parse_moment,
    parse_office_phone,
    parse_phone,
    parse_quantity,
    parse_url,
    parse_video,
    parse_zalo,
)

VILLAGE = "nam-bac-thanh"
PARSED = {
    parse_date: "2020",
    parse_when: "20/11 hằng năm",
    parse_clock: "19:30",
    parse_moment: "17:00 ngày 31/12/2020",
    parse_days: "2",
    parse_phone: "0239 3892 689",
    parse_office_phone: "0239 3892 689",
    parse_coordinates: "18.25, 105.98",
    parse_quantity: "5 m",
    parse_form: "https://forms.office.com/r/mau",
    parse_url: "https://lang.example/bai",
    parse_video: "https://www.youtube.com/watch?v=mau",
    parse_zalo: "https://zalo.me/84239389268",
    parse_email: "vanphong@lang.example",
}
PATTERNS = {
    "bad-photo": "anh.png",
    "bad-document-file": "van-ban.pdf",
    "bad-base-url": "https://lang.example",
    "bad-schema": "1",
    "bad-shop-domain": "lang.example",
    "bad-exception-code": "forbidden-account",
    "bad-exception-tag": "a1f",
}
IDS = {
    "unit": "cam-binh",
    "criteria": "bo-mau",
    "road": "road-1",
    "group": "group-1",
    "household": "household-1",
    "contact": "contact-1",
    "village": "nam-bac-thanh",
    "campaign": "campaign-1",
    "document": "document-1",
    "place": "place-1",
    "cooperative": "cooperative-1",
    "notice": "notice-1",
}
# The program would rightly refuse these to be filled at random.
SPECIAL = {
    ("Village", "memberships"): [{"unit": "cam-thanh", "until": "30/06/2025"}, {"unit": "cam-binh", "since": "01/07/2025"}],
    ("Unit", "memberships"): [],
    ("Unit", "formed_from"): ["cam-thanh"],
    ("Unit", "until"): None,
    ("Unit", "kind"): "commune",
    ("Unit", "id"): "cam-binh",
    ("NamedFigure", "date"): "2021",
    ("CriteriaSet", "replaces"): "bo-cu",
    ("CriteriaSet", "size"): "1 tiêu chí",
    ("Assessment", "villages"): None,
    ("Notice", "villages"): None,
    ("Household", "number"): "12",
    ("Product", "cooperative"): None,
    ("Product", "household"): None,
    ("CodeEvent", "what"): "merged",
    ("CodeEvent", "codes"): None,
    ("CodeEvent", "village"): "thon-cu",
    ("CodeEvent", "to"): ["nam-bac-thanh"],
    ("Site", "personal_data"): "public",
    ("Consent", "contact"): None,
    ("Consent", "fields"): [data.term.en for data in PersonalData],
    ("Consent", "scope"): [scope.term.en for scope in Scope],
    ("Consent", "date"): "01/10/2026",
    ("Consent", "review"): None,
    ("Consent", "withdrawn"): None,
    ("Consent", "traces"): None,
    ("Campaign", "since"): "01/09/2020",
    ("Campaign", "until"): "30/11/2020",
    ("Theme", "since"): "01/09/2020",
    ("Theme", "until"): "30/09/2020",
    ("WeeklyReport", "date"): "02/10/2020",
    ("Progress", "date"): "01/10/2020",
    ("Progress", "item"): "campaign-1",
    # A place has its own name; a year's checks are not yet old.
    ("EvacuationPoint", "name"): None,
    ("EvacuationPoint", "location"): None,
    ("FirePoint", "checked"): "01/10/2026",
    ("SafetyReview", "date"): "01/10/2026",
    ("CallStep", "phone"): None,  # that of the contact who bears the same text as role
    ("Opinion", "state"): "answered",
    ("Document", "replaced_by"): None,
    ("Contribution", "amount"): {"value": "hơn 5 triệu đồng", "date": "2020"},
    ("PrintRun", "sample"): "yes",
    ("PrintRun", "plates"): [],
}  # fmt: skip

# Numbers of criteria and indicators are words; those of a score and of what is continued lead to them.
NUMBERS = {
    ("Score", "criterion"),
    ("Score", "indicator"),
    ("Care", "criterion"),
    ("Criterion", "number"),
    ("Criterion", "continues"),
    ("Indicator", "number"),
}


def record(cls: type[Record], text: str, name: str) -> dict[str, Any]:
    """Every field of a record; `text` stands wherever text may stand."""
    found = {}
    for spec in table(cls).fields:
        key = (cls.__name__, spec.en)
        value = SPECIAL[key] if key in SPECIAL else _value(spec, text, name)
        if key in NUMBERS:
            value = [text] if spec.many else text
        if value is not None:
            found[spec.en] = value
    return found


def _value(spec: Field, text: str, name: str) -> Any:
    shape = spec.shape
    value: Any
    match shape:
        case PlateCode():
            return None
        case Line() | Source():
            value = text
        case Words():
            value = {"vi": text, "en": text}
        case Slug():
            value = f"{name}-1"
        case Parsed():
            value = PARSED[cast(Any, shape.parse)]
        case Choice():
            value = shape.values.members()[0].term.en
        case Flag():
            value = "no"
        case Reference():
            value = IDS[shape.to]
        case Pattern():
            value = PATTERNS[shape.code]
        case Amount():
            unit = shape.units[0] if shape.units else "m"
            value = {"value": f"5 {unit}", "date": "2020", "sources": [text], "confirmed": "no"}
        case Nested():
            value = record(shape.record, text, name)
        case _:
            raise NotImplementedError(type(shape))
    return [value] if spec.many else value


def files(text: str, kinds: tuple[Kind[Any], ...] = KINDS) -> dict[str, str]:
    """The data folder's files, one filled record a kind; JSON is YAML too."""
    found = {}
    path: str
    data: Any
    for kind in kinds:
        if kind is PLATES:
            continue  # a plate without its code, which is drawn at random, would be an error
        filled = record(kind.record, text, kind.name)
        if kind.layout is Layout.FOLDER_LIST:
            former = {"id": "cam-thanh", "kind": "commune", "name": "Cẩm Thành", "until": "30/06/2025"}
            path, data = (f"{kind.file}/ha-tinh.yml", [filled, former] if kind is UNITS else [filled])
        elif kind.layout is Layout.FOLDER:
            path, data = f"{kind.file}/bo-mau.yml", filled
            if kind is CRITERIA_SETS:  # the set it replaces
                before = {name: filled[name] for name in ("name", "level", "verified", "criteria")}
                before["criteria"] = [dict.fromkeys(("number", "name"), text)]
                found[f"{kind.file}/bo-cu.yml"] = json.dumps(before, ensure_ascii=False)
        else:
            folder = f"{VILLAGE}/" if kind.in_village else ""
            path = f"{folder}{kind.file}.yml"
            single = kind.layout in (Layout.VILLAGE, Layout.SHARED)
            data = filled if single else [filled]
            if kind is CONSENTS:  # one more, for the office holder
                of_contact = {name: value for name, value in filled.items() if name != "household"}
                data.append(
                    {**of_contact, "id": "consent-2", "contact": IDS["contact"], "fields": ["name", "photo"]}
                )
        found[path] = json.dumps(data, ensure_ascii=False)
    return found
