"""Bad inputs say what is wrong, where, and how it is mended, to the letter. See README.md beside."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.bad.cases import Case, accept, cases, kind_of, lines, problems

CASES = cases()
LEAST_INPUTS, LEAST_CODES, KINDS_EACH = 120, 60, 2


@pytest.mark.golden
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_input_says(case: Case, request: pytest.FixtureRequest) -> None:
    said = lines(case)
    assert said, "nothing is wrong with it"
    if request.config.getoption("--accept"):
        accept(case, said)
    else:
        assert said == case.said, "`pytest tests/bad --accept` accepts what is said now; read it before"


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= LEAST_INPUTS
    assert len({case.parts for case in CASES}) == len(CASES), "a case stands there twice"
    kinds: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        for problem in problems(case):
            kinds[problem.code].add(kind_of(problem))
    enough = {code for code, found in kinds.items() if len(found - {"folder", "unknown"}) >= KINDS_EACH}
    assert len(enough) >= LEAST_CODES, sorted(kinds.keys() - enough)
