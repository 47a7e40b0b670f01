"""What a style sheet asks of a browser, in the terms of MDN's browser-compat-data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import tinycss2  # type: ignore[import-untyped]

Feature = tuple[str, ...]
"""One thing a browser must know, as the keys under which the data may have it, the likeliest first. A last key
of "" says that it need not stand there: most values are as old as their property."""
Knows = Callable[[Feature], bool]

_FUNCTIONS: Final = (
    *("", ".color", ".gradient", ".image", ".transform-function"),
    *(".filter-function", ".basic-shape", ".easing-function"),
)
_LONGHAND: Final = {"font": "font-family", "background": "background-image", "columns": "column-width"}
_FLEX: Final = {"flex", "inline-flex"}
_GAPS: Final = {"gap", "row-gap", "column-gap"}
_GROUPS: Final = {
    **dict.fromkeys(("deg", "turn", "rad"), "angle"),
    **dict.fromkeys(("s", "ms"), "time"),
    **dict.fromkeys(("dvh", "dvw", "dvmin", "dvmax"), "length.viewport_percentage_units_dynamic"),
    **dict.fromkeys(("svh", "svw", "lvh", "lvw"), "length.viewport_percentage_units_small"),
    **dict.fromkeys(("cqw", "cqh", "cqi", "cqb"), "length.container_query_length_units"),
    "fr": "flex",
}
"""Under what the data has units that it does not list one by one."""


def features(css: str) -> Iterator[Feature]:
    """All of a style sheet."""
    yield from _of_rules(_rules(css))


def as_known(css: str, knows: Knows) -> str:
    """The style sheet as a browser takes it that `knows` only some features: the others dropped as CSS says,
    a declaration, a rule or a condition at a time."""
    return "".join(_known_rule(rule, knows) for rule in _rules(css))


def _rules(css: str) -> list[Any]:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _of_rules(rules: Iterable[Any]) -> Iterator[Feature]:
    for rule in rules:
        if rule.type == "error":
            raise ValueError(f"{rule.source_line}: {rule.message}")
        if rule.type == "qualified-rule":
            yield from _of_selector(rule.prelude)
            declarations = _declarations(rule)
            for one in declarations:
                yield from _of_declaration(one, declarations)
        else:
            yield from _of_condition(rule)
            yield from _within(rule)


def _within(rule: Any) -> Iterator[Feature]:
    if rule.content is None:
        return
    if rule.at_keyword in ("font-face", "page"):
        for one in _declarations(rule):
            if rule.at_keyword == "page":
                yield (f"css.properties.{one.name}", f"css.at-rules.page.{one.name}")
        return
    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    if "keyframes" in rule.at_keyword:
        for step in inner:
            declarations = _declarations(step)
            for one in declarations:
                yield from _of_declaration(one, declarations)
        return
    yield from _of_rules(inner)


def _declarations(rule: Any) -> list[Any]:
    parsed: list[Any] = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    for one in parsed:
        if one.type != "declaration":
            raise ValueError(f"{one.source_line}: {one.type} within a rule: {tinycss2.serialize([one])}")
    return parsed


def _of_condition(rule: Any) -> Iterator[Feature]:
    name = rule.lower_at_keyword.removeprefix("-webkit-")
    yield (f"css.at-rules.{name}",)
    if name != "media":
        return
    for block in rule.prelude:
        if block.type == "() block":
            ident = next((token.lower_value for token in block.content if token.type == "ident"), "")
            yield (f"css.at-rules.media.{ident.removeprefix('min-').removeprefix('max-')}",)
            if any(
                token.type == "literal" and token.value in ("<", ">", "<=", ">=") for token in block.content
            ):
                yield ("css.at-rules.media.range_syntax",)


def _of_selector(prelude: Iterable[Any]) -> Iterator[Feature]:
    colons = 0
    for token in prelude:
        if token.type == "literal" and token.value == ":":
            colons += 1
            continue
        if colons and token.type in ("ident", "function"):
            name = token.lower_value if token.type == "ident" else token.lower_name
            yield (f"css.selectors.{name}", f"css.selectors.{name.removeprefix('-webkit-')}")
        if token.type == "function":
            yield from _of_selector(token.arguments)
        if token.type == "[] block" and any(
            part.type == "ident" and part.lower_value == "i" for part in token.content[-1:]
        ):
            yield ("css.selectors.attribute.case_insensitive_modifier",)
        colons = 0


def _of_declaration(one: Any, beside: list[Any]) -> Iterator[Feature]:
    name = one.lower_name
    if name.startswith(("-moz-", "-ms-")):
        return  # said to other browsers
    if name.startswith("--"):
        yield ("css.properties.custom-property",)
    else:
        plain = "gap" if name == "grid-gap" else name.removeprefix("-webkit-")
        yield (f"css.properties.{name}", f"css.properties.{plain}")
        if name in _GAPS:
            yield (f"css.properties.{name}.{'flex' if _is_flex(beside) else 'grid'}_context",)
    yield from _of_value(name, one.value)


def _is_flex(beside: list[Any]) -> bool:
    """True unless the same rule makes a grid or columns: then a gap is one between flexible items."""
    shown = [
        word.lower_value
        for one in beside
        if one.lower_name == "display"
        for word in one.value
        if word.type == "ident"
    ]
    return not any("grid" in word for word in shown) and not any(
        one.lower_name == "columns" for one in beside
    )


def _of_value(name: str, value: Iterable[Any]) -> Iterator[Feature]:
    property_key = f"css.properties.{_LONGHAND.get(name, name)}"
    for token in value:
        if token.type == "ident" and not name.startswith("--"):
            yield (f"{property_key}.{token.lower_value}", f"css.properties.{name}.{token.lower_value}", "")
        elif token.type == "dimension":
            yield (
                f"css.types.length.{token.lower_unit}",
                f"css.types.{_GROUPS.get(token.lower_unit, token.lower_unit)}",
            )
        elif token.type == "function":
            known = (f"css.types{group}.{token.lower_name}" for group in _FUNCTIONS)
            yield (*known, f"{property_key}.{token.lower_name}", f"css.properties.{name}.{token.lower_name}")
            yield from _of_value(name, token.arguments)
        elif token.type == "hash" and len(token.value) in (4, 8) and not name.startswith("--"):
            yield ("css.types.color.rgb_hexadecimal_notation.alpha_hexadecimal_notation",)
        elif token.type in ("() block", "[] block"):
            yield from _of_value(name, token.content)


def _known_rule(rule: Any, knows: Knows) -> str:
    if rule.type == "qualified-rule":
        if not all(knows(one) for one in _of_selector(rule.prelude)):
            return ""
        declarations = _declarations(rule)
        kept = [one for one in declarations if all(knows(use) for use in _of_declaration(one, declarations))]
        body = ";".join(tinycss2.serialize([one]) for one in kept)
        return f"{tinycss2.serialize(rule.prelude)}{{{body}}}\n"
    if not all(knows(one) for one in _of_condition(rule)):
        return ""
    if rule.lower_at_keyword not in ("media", "supports"):
        return f"{tinycss2.serialize([rule])}\n"
    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{''.join(_known_rule(one, knows) for one in inner)}}}\n"
