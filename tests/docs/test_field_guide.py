"""The references of fields, messages and tables are whole and show what they say."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.docs.support import ROOT
from tests.pages.support import one
from tests.support import atlas
from village_site.catalogue import messages
from village_site.exports.write import tables
from village_site.guides import URLS, guides
from village_site.model import KINDS, Kind
from village_site.model.common import Amount, Figure
from village_site.model.declare import Field, Record, table
from village_site.model.shapes import Choice, Nested
from village_site.pages.page import Page
from village_site.pages.writer import Writer
from village_site.render import environment

FIELDS, MESSAGES, TABLES = URLS


@cache
def composed(lang: str = "vi") -> dict[str, Page]:
    """The references, by their addresses."""
    with TemporaryDirectory() as folder:
        data = atlas(Path(folder), {})
        return {url: make(Writer(environment(lang), data, "../" * url.count("/"))) for url, make in guides()}


@cache
def rendered(url: str) -> LexborHTMLParser:
    """A reference as it is read."""
    return LexborHTMLParser(composed()[url].html)


def fields(record: type[Record], seen: set[type[Record]]) -> Iterator[Field]:
    """Every field of a record and of the records within it."""
    if record in seen:
        return
    seen.add(record)
    for spec in table(record).fields:
        yield spec
        if isinstance(spec.shape, Nested):
            yield from fields(spec.shape.record, seen)
        elif isinstance(spec.shape, Amount):
            yield from fields(Figure, seen)


@cache
def rows(url: str) -> list[list[str]]:
    """The text of the cells of every table."""
    return [[cell.text() for cell in row.css("td")] for row in rendered(url).css("tbody tr")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_field_and_value_is_told(kind: Kind[Any]) -> None:
    page = rendered(FIELDS)
    assert one(page, f"h2#{kind.name}").text() == kind.title.vi
    told = rows(FIELDS)
    values = [item.text() for item in page.css("li")]
    for spec in fields(kind.record, set()):
        names = " hoặc ".join((spec.vi, *spec.also))
        meaning = f"{spec.title.vi}. {' '.join(spec.help.vi.split())}" + (
            " Bắt buộc." if spec.required else ""
        )
        shape = f"danh sách: {spec.shape.title.vi}" if spec.many else spec.shape.title.vi
        assert [names, spec.en, meaning, shape] in told
        if isinstance(spec.shape, Choice):
            for member in spec.shape.values:
                tail = f" – {member.term.help.vi}" if member.term.help.vi else ""
                assert f"{member.term.vi} = {member.term.en}{tail}" in values


def test_every_file_is_named_under_both_names() -> None:
    told = rendered(FIELDS).html or ""
    for kind in KINDS:
        assert all(f"/{name}" in told for name in kind.files)


@pytest.mark.parametrize("url", URLS)
def test_anchors_are_used_once_and_found(url: str) -> None:
    page = rendered(url)
    anchors = [node.attributes["id"] for node in page.css("[id]")]
    assert len(anchors) == len(set(anchors))
    wanted = {(node.attributes["href"] or "").removeprefix("#") for node in page.css('a[href^="#"]')}
    assert wanted | {anchor for anchor, _ in composed()[url].sections} <= set(anchors)


def test_every_message_is_told() -> None:
    told = {row[0]: row[1:] for row in rows(MESSAGES)}
    assert told.keys() == messages("vi").keys()
    assert told["number-ambiguous"] == ["“…” có thể là … hoặc …", "viết … hoặc …"]
    assert told["too-deep"][1] == "bớt các lớp [ ] và { }"


def test_every_table_and_what_is_in_none_is_told() -> None:
    page = rendered(TABLES)
    links = {node.attributes["href"] for node in page.css("a[href]")}
    for table_ in tables(KINDS):
        assert one(page, f"h2#{table_.name}").text() == f"{table_.title.vi}: {table_.name}"
        files = (table_.files["json"], table_.files["schema"], *table_.files["csv"])
        assert links >= {f"../data/v1/{name}" for name in files}
    never = [item.text() for item in page.css("li")]
    for words in ("Hộ: không xuất bảng này", "Đồng ý: không xuất bảng này"):
        assert words in never
    assert any(item.startswith("Liên hệ: không có họ tên, ảnh") for item in never)


def test_a_table_leads_to_its_fields() -> None:
    anchors = {node.attributes["id"] for node in rendered(FIELDS).css("[id]")}
    start = f"../{FIELDS}#"
    led = [str(node.attributes["href"]) for node in rendered(TABLES).css(f'a[href^="{start}"]')]
    assert {link.removeprefix(start) for link in led} <= anchors
    assert len(led) == sum(1 for table_ in tables(KINDS) if table_.kind is not None)


@pytest.mark.parametrize("url", URLS)
def test_names_and_codes_are_set_as_code_and_nothing_is_markup(url: str) -> None:
    html = composed()[url].html
    assert "`" not in html
    assert "&lt;code" not in html
    assert "](" not in html


@pytest.mark.parametrize("url", URLS)
def test_there_is_an_english_edition(url: str) -> None:
    english = composed("en")[url].html
    assert english != composed()[url].html
    assert not any(words in english for words in ("Tên mục", "Cách sửa", "Các bảng"))


@pytest.mark.parametrize("url", URLS)
def test_the_menu_leads_there(url: str) -> None:
    assert f": {url}index.md\n" in (ROOT / "mkdocs.yml").read_text("utf-8")
