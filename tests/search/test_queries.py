"""What is typed in the search box of a real browser, and what comes first: the table `queries.csv`.

A row: how it is typed (`nfd` is decomposed before typing), the text, where the wanted item leads, the worst rank
allowed for it and, where given, the letters that must be marked in the headings of the page at that rank.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.search.conftest import Box
from tests.search.made_up import PAIRS
from village_site.vietnamese import fold


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
                row["marked"].split("|") if row["marked"] else [],
            )
            for row in csv.DictReader(file)
        ]


QUERIES = table()


def test_the_names_are_confusable_and_the_queries_many() -> None:
    assert len(PAIRS) >= 30
    assert all(one != two and fold(one) == fold(two) for one, two in PAIRS)
    assert len(QUERIES) >= 60
    assert len({(query.typed, query.page) for query in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.kind}: {query.typed} -> {query.page}")
def test_a_query_finds_its_page(box: Box, query: Query) -> None:
    box.type(query.typed)
    links = box.links()
    found = [rank for rank, item in enumerate(links, 1) if query.page in item]
    assert found, links
    assert found[0] <= query.worst, links[: found[0]]
    if query.marked:
        assert box.marked(found[0]) == query.marked


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_typed_accents_come_before_others(box: Box, pair: tuple[str, str]) -> None:
    headings = []
    for name in pair:
        box.type(name)
        headings.append(box.heading(1))
        assert headings[-1] == f"Thôn {name}"
        assert box.marked(1) == name.split()
        box.type(fold(name))
        assert {box.heading(1), box.heading(2)} == {f"Thôn {one}" for one in pair}


def test_every_pair_is_found_decomposed_and_in_capitals(box: Box) -> None:
    for name in (name for pair in PAIRS for name in pair):
        for typed in (unicodedata.normalize("NFD", name), name.upper()):
            box.type(typed)
            assert box.heading(1) == f"Thôn {name}", typed
