"""Every refusal of a value has its sentences in both languages."""

import ast
import pickle
import string
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from village_site import catalogue, values
from village_site.values import BadValue, parse_date, parse_number, parse_quantity


def raised() -> dict[str, set[frozenset[str]]]:
    """Every code in the source of `values/`, with the names of the parameters it is raised with."""
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for path in Path(str(values.__file__)).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "BadValue":
                names = frozenset(word.arg for word in node.keywords if word.arg)
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant):
                        found[str(part.value)].add(names | {"found"})
    return found


RAISED = raised()


def texts(lang: str) -> dict[str, dict[str, str]]:
    path = Path(str(catalogue.__file__)).parent / f"values.{lang}.toml"
    return tomllib.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("lang", catalogue.LANGUAGES)
def test_catalogue_has_the_codes_that_are_raised_and_no_other(lang: str) -> None:
    assert len(RAISED) > 20
    assert set(texts(lang)) == set(RAISED)


@pytest.mark.parametrize("code", sorted(RAISED))
def test_sentences_use_only_what_comes_with_the_code(code: str) -> None:
    assert len(RAISED[code]) == 1, "a code comes with the same parameters wherever it is raised"
    (params,) = RAISED[code]
    for lang in catalogue.LANGUAGES:
        entry = texts(lang)[code]
        assert set(entry) == {"message", "hint"}
        used = {name for text in entry.values() for _, name, _, _ in string.Formatter().parse(text) if name}
        assert used <= params
        assert params - {"other"} <= used | {"found"}, "what was found out is told"


def test_a_whole_sentence() -> None:
    with pytest.raises(BadValue) as refused:
        parse_number("1.500")
    told = catalogue.message(refused.value.code, "vi")
    assert told.message.format_map(refused.value.params) == "“1.500” có thể là 1500 hoặc 1,5"
    assert told.hint.format_map(refused.value.params) == "viết 1500 hoặc 1,5"


def test_part_of_a_longer_value_speaks_of_the_whole() -> None:
    with pytest.raises(BadValue, match=r"number-ambiguous: 'hơn 1\.500 hộ'") as refused:
        parse_quantity("hơn 1.500 hộ")
    assert refused.value.params["guess"] == "hơn 1500 hộ"


def test_braces_in_a_value_are_only_text() -> None:
    with pytest.raises(BadValue) as refused:
        parse_date("{guess} {0}")
    message = catalogue.message(refused.value.code, "en").message
    assert message.format_map(refused.value.params) == "“{guess} {0}” is no day, month or year"


def test_survives_a_process_pool() -> None:
    with pytest.raises(BadValue) as refused:
        parse_number("1.500")
    copy = pickle.loads(pickle.dumps(refused.value))
    assert (copy.code, copy.params) == (refused.value.code, refused.value.params)
