"""What a script asks of a browser: syntax, and the names of what it uses, in the terms of browser-compat-data.

Nobody can tell of which interface `thing.replaceAll` is without running it. So a name counts as known since the
first interface that has it was; a name that no interface has is the script's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from tests.readers.css_features import Feature

_PARSER: Final = Parser(Language(tree_sitter_javascript.language()))

_ES2015: Final = """
    program comment hash_bang_line empty_statement expression_statement statement_block
    lexical_declaration variable_declaration variable_declarator function_declaration
    function_expression arrow_function formal_parameters arguments identifier property_identifier
    shorthand_property_identifier shorthand_property_identifier_pattern statement_identifier
    member_expression subscript_expression call_expression new_expression parenthesized_expression
    sequence_expression binary_expression unary_expression update_expression ternary_expression
    assignment_expression assignment_pattern augmented_assignment_expression object object_pattern
    object_assignment_pattern array array_pattern pair pair_pattern computed_property_name
    method_definition spread_element rest_pattern string string_fragment escape_sequence template_string
    template_substitution number regex regex_pattern regex_flags true false null undefined this super
    if_statement else_clause for_statement for_in_statement while_statement do_statement
    switch_statement switch_body switch_case switch_default break_statement continue_statement
    labeled_statement return_statement throw_statement try_statement catch_clause finally_clause class
    class_declaration class_body class_heritage yield_expression generator_function
    generator_function_declaration debugger_statement meta_property
"""
"""What browsers have parsed since long before WebView 70 (ECMAScript 2015 to 2017 come whole with Chrome 58)."""

_KNOWN_SINCE_2015: Final = frozenset(_ES2015.split())

_LATER: Final = {
    "await_expression": "javascript.operators.await",
    "optional_chain": "javascript.operators.optional_chaining",
    "private_property_identifier": "javascript.classes.private_class_fields",
    "field_definition": "javascript.classes.public_class_fields",
    "class_static_block": "javascript.classes.static.initialization_blocks",
    "import": "javascript.operators.import",
    "import_statement": "javascript.statements.import",
    "export_statement": "javascript.statements.export",
    "??": "javascript.operators.nullish_coalescing",
    "??=": "javascript.operators.nullish_coalescing_assignment",
    "||=": "javascript.operators.logical_or_assignment",
    "&&=": "javascript.operators.logical_and_assignment",
    "**": "javascript.operators.exponentiation",
    "**=": "javascript.operators.exponentiation_assignment",
}


def features(script: str) -> Iterator[Feature]:
    """All of a script. Raises ValueError where it cannot be parsed, or has syntax that is not listed here."""
    tree = _PARSER.parse(script.encode())
    nodes = list(_nodes(tree.root_node))
    own = {_text(node) for node in nodes if _is_declared(node)}
    for node in nodes:
        if node.is_error or node.is_missing:
            raise ValueError(f"line {node.start_point.row + 1}: {_text(node)[:60]!r} is no JavaScript")
        yield from _of_syntax(node)
        if node.type in ("identifier", "property_identifier") and _text(node) not in own:
            yield (f"name.{_text(node)}",)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _of_syntax(node: Node) -> Iterator[Feature]:
    if node.type in _LATER and (node.is_named or not node.type.isalpha()):
        yield (_LATER[node.type],)
    elif node.is_named and node.type not in _KNOWN_SINCE_2015:
        raise ValueError(f"{node.type}: add this syntax to the lists of js_features.py")
    text = _text(node)
    if node.type == "number" and "_" in text:
        yield ("javascript.grammar.numeric_separators",)
    elif node.type == "regex_pattern":
        for sign, name in (
            ("(?<=", "lookbehind_assertion"),
            ("(?<!", "lookbehind_assertion"),
            ("\\p{", "unicode_character_class_escape"),
        ):
            if sign in text:
                yield (f"javascript.regular_expressions.{name}",)
    elif node.type == "regex_flags":
        names = {"s": "dotAll", "y": "sticky", "u": "unicode", "d": "hasIndices", "v": "unicodeSets"}
        for flag in set(text) & set(names):
            yield (f"javascript.builtins.RegExp.{names[flag]}",)
    elif node.type == "catch_clause" and node.child_by_field_name("parameter") is None:
        yield ("javascript.statements.try_catch.optional_catch_binding",)
    elif node.type == "spread_element" and node.parent is not None and node.parent.type == "object":
        yield ("javascript.operators.spread.spread_in_object_literals",)


def _is_declared(node: Node) -> bool:
    """True for the name of a variable, a function, a parameter, or a key that the script itself writes."""
    parent = node.parent
    if parent is None or node.type not in (
        "identifier",
        "property_identifier",
        "shorthand_property_identifier",
    ):
        return False
    if parent.type == "pair":
        return parent.child_by_field_name("key") == node
    if parent.type == "member_expression":
        over = parent.child_by_field_name("object")
        return over is not None and _text(over).endswith(".dataset") and node.type == "property_identifier"
    if parent.type == "arrow_function":
        return parent.child_by_field_name("parameter") == node
    if parent.type == "catch_clause":
        return True
    if parent.type in ("variable_declarator", "function_declaration", "function_expression"):
        return parent.child_by_field_name("name") == node
    return parent.type in ("formal_parameters", "array_pattern", "rest_pattern") or node.type.startswith(
        "shorthand"
    )


def _text(node: Node) -> str:
    return (node.text or b"").decode()
