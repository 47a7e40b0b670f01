"""From a tree to records: every fault of a record is reported, not only its first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar

from village_site.model.declare import Field, Origin, Record, Run, Table, is_absent, table
from village_site.model.reading import Reading
from village_site.source import Mapping, Node, Scalar, Sequence
from village_site.vietnamese import closest, fold

R = TypeVar("R", bound=Record)
_BETWEEN_ITEMS = re.compile("[,;]")
_MOST_RUN_TOGETHER = 40


def bind(cls: type[R], node: Node, reading: Reading, **given: object) -> R | None:
    """The record of a mapping, or None after reporting why there is none.

    `given` are values that come from outside the mapping, such as a village's id from its folder.
    """
    if type(node) is not Mapping:
        reading.error(node, "want-mapping", found=_glimpse(node))
        return None
    fields = table(cls)
    before = len(reading.problems)
    values = _values(fields, node, reading)
    for spec in fields.fields:
        if spec.en in values:
            continue
        if spec.required and spec.en not in given:
            code = "missing-cell" if reading.is_table else "missing-field"
            reading.error(node, code, field=name_in(spec, language_of(node, fields)))
        values[spec.en] = spec.default
    if any(problem.is_error for problem in reading.problems[before:]):
        return None
    return cls(origin=Origin(reading.file, node, fields), **{**values, **given})


def lay_over(base: R, node: Mapping, reading: Reading) -> R | None:
    """The record with the personal fields of a private entry laid over it, or None after reporting.

    The entry may hold nothing else but the `id` both share.
    """
    fields = table(type(base))
    before = len(reading.problems)
    values = _values(fields, node, reading)
    for name, _ in node.pairs:
        spec = fields.find(name.text)
        if spec is None or spec.en == "id":
            continue
        if spec.personal is None:
            reading.error(name, "private-not-personal", field=name.text)
        elif getattr(base, spec.en) not in (None, ()):
            file, line, _ = base.origin.place(spec.en)
            reading.error(name, "private-given-twice", field=name.text, other=f"{file}:{line}")
    if any(problem.is_error for problem in reading.problems[before:]):
        return None
    given = {spec.en: values[spec.en] for spec in fields.personal if spec.en in values}
    origin = replace(base.origin, over=Origin(reading.file, node, fields))
    return replace(base, origin=origin, **given)


def _values(fields: Table, node: Mapping, reading: Reading) -> dict[str, Any]:
    """The values of a mapping's known keys; unknown, doubled and two-named keys are reported."""
    values: dict[str, Any] = {}
    typed: dict[str, str] = {}
    for name, value in node.pairs:
        spec = fields.by_key.get(name.text) or fields.find(
            name.text
        )  # a call for each value typed would tell
        if spec is None:
            reading.error(name, "unknown-field", found=name.text[:60], guess=guess_field(name.text, fields))
            continue
        if spec.en in typed:
            code = "duplicate-field" if typed[spec.en] == name.text else "field-named-twice"
            reading.error(name, code, found=name.text, other=typed[spec.en])
            continue
        typed[spec.en] = name.text
        if is_absent(value):
            if spec.required:
                reading.error(name, "empty-field", field=name.text)
                values[spec.en] = None
            continue
        values[spec.en] = _many(spec, value, reading) if spec.many else spec.shape.read(value, reading)
    return values


def _many(spec: Field, node: Node, reading: Reading) -> tuple[Any, ...]:
    if type(node) is Mapping:
        reading.error(node, "want-list", found=_glimpse(node))
        return ()
    if type(node) is Scalar and (parts := _run_together(spec, node, reading)):
        reading.error(node, "want-list-of", found=_glimpse(node), items=f"[{', '.join(parts)}]")
        return ()
    typed = node.items if type(node) is Sequence else [node]  # one scalar is a list of one
    if len(typed) > spec.most:
        reading.error(typed[spec.most], "too-many-items", limit=str(spec.most))
        return ()
    items: list[Any] = []
    for item in typed:
        if is_absent(item):
            reading.error(item, "empty-item")
        elif (value := spec.shape.read(item, reading)) is not None:
            items += value if type(value) is Run else (value,)
    return tuple(items)


def _run_together(spec: Field, node: Scalar, reading: Reading) -> list[str]:
    """The items that somebody typed as one text with commas; empty when it can be read as it stands."""
    parts = [part for typed in _BETWEEN_ITEMS.split(node.text) if (part := typed.strip())]
    if not 1 < len(parts) <= min(spec.most, _MOST_RUN_TOGETHER) or _reads(spec, node, node.text, reading):
        return []
    return parts if all(_reads(spec, node, part, reading) for part in parts) else []


def _reads(spec: Field, node: Scalar, text: str, reading: Reading) -> bool:
    """True for a text that the field would take; nothing is reported."""
    trial = Reading(reading.file, reading.folder)
    spec.shape.read(replace(node, text=text), trial)
    return not trial.told


def guess_field(typed: str, fields: Table) -> str:
    """The field an unknown key probably meant, in the language it was typed in; "" when none is near."""
    names = {name: name.replace("_", " ") for spec in fields.fields for name in spec.names}
    return closest(typed.replace("_", " "), names.values()) or ""


def language_of(node: Mapping, fields: Table) -> str:
    """ "vi" when most of a record's keys are Vietnamese, else "en"."""
    return "vi" if leaning(node, fields) > 0 else "en"


def leaning(node: Mapping, fields: Table) -> int:
    """How many more of a record's keys are Vietnamese than English; below 0 when most are English."""
    vietnamese = english = 0
    for name, _ in node.pairs:
        spec = fields.find(name.text)
        if spec is None:
            continue
        typed = fold(name.text).replace("_", " ")
        vietnamese += typed == fold(spec.vi)
        english += typed == spec.en.replace("_", " ")
    return vietnamese - english


def name_in(spec: Field, lang: str) -> str:
    """A field's key in a language."""
    return spec.vi if lang == "vi" else spec.en


def _glimpse(node: Node) -> str:
    """The beginning of what was typed, for a message."""
    if type(node) is Scalar:
        return " ".join(node.text.split())[:60]
    return "{…}" if type(node) is Mapping else "[…]"
