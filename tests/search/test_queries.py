"""What is typed in a real browser, and what comes first: the table `queries.csv`, in Material's box and on the
light page alike.

A row: how it is typed (`nfd` is decomposed before typing), the text, where the wanted item leads, the worst rank
allowed for it and, where given, the letters that must be marked in the titles of the page at that rank.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.search.asking import AT_ONCE, BOX, LIGHT, Found, ask
from tests.search.conftest import Box
from tests.search.made_up import PAIRS
from village_site.vietnamese import fold

Answers = dict[str, list[Found]]


@dataclass(frozen=True)
class Query:
    """One row of the table."""

    kind: str
    typed: str
    page: str
    worst: int
    marked: list[str]


def table() -> list[Query]:
    with (Path(__file__).parent / "queries.csv").open(encoding="utf-8", newline="") as file:
        return [
            Query(
                row["kind"],
                unicodedata.normalize("NFD" if row["kind"] == "nfd" else "NFC", row["typed"]),
                row["page"],
                int(row["worst"]),
                sorted(row["marked"].split("|")) if row["marked"] else [],
            )
            for row in csv.DictReader(file)
        ]


QUERIES = table()
NAMES = [name for pair in PAIRS for name in pair]


def written(name: str) -> Iterator[str]:
    """A name as some type it: decomposed, in capitals."""
    yield unicodedata.normalize("NFD", name)
    yield name.upper()


TYPED = [
    *(query.typed for query in QUERIES),
    *(text for name in NAMES for text in (name, fold(name), *written(name))),
]


@pytest.fixture(scope="module")
def in_box(box: Box) -> Answers:
    """What Material's box answers to everything."""
    return ask(box.page, BOX, ".md-search__input", TYPED)


@pytest.fixture(scope="module")
def on_light_page(browser: Browser, served: str) -> Iterator[Answers]:
    """What the light page answers; nothing may be complained of."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(AT_ONCE)
    page.goto(f"{served}tim/?q=hoang+dieu")
    page.wait_for_selector("#found a[href$='#duong-hoang-dieu']")
    yield ask(page, LIGHT, "#q", TYPED)
    assert said == []
    context.close()


@pytest.fixture(params=["in_box", "on_light_page"])
def answers(request: pytest.FixtureRequest) -> Answers:
    """What either answers."""
    found: Answers = request.getfixturevalue(request.param)
    return found


def test_the_names_are_confusable_and_the_queries_many() -> None:
    assert len(PAIRS) >= 30
    assert all(one != two and fold(one) == fold(two) for one, two in PAIRS)
    assert len(QUERIES) >= 60
    assert len({(query.typed, query.page) for query in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.kind}: {query.typed} -> {query.page}")
def test_a_query_finds_its_page(answers: Answers, query: Query) -> None:
    items = answers[query.typed]
    found = [rank for rank, item in enumerate(items, 1) if query.page in item.links]
    assert found, items
    assert found[0] <= query.worst, items[: found[0]]
    if query.marked:
        assert items[found[0] - 1].marked == query.marked


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_typed_accents_come_before_others(answers: Answers, pair: tuple[str, str]) -> None:
    for name in pair:
        assert answers[name][0].heading == f"Thôn {name}"
        assert answers[name][0].marked == sorted(name.split())
        both = {item.heading for item in answers[fold(name)][:2]}
        assert both == {f"Thôn {one}" for one in pair}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_decomposed_and_in_capitals(answers: Answers, name: str) -> None:
    for typed in written(name):
        assert answers[typed][0].heading == f"Thôn {name}", typed


def test_both_find_the_same(in_box: Answers, on_light_page: Answers) -> None:
    for typed, items in in_box.items():
        same = on_light_page[typed][: len(items)]
        assert [{*item.links} for item in same] == [{*item.links} for item in items], typed
