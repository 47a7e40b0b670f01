"""The field reference is that of today's model, whole, and shows what it says."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.docs.support import GENERATED, read
from tests.pages.support import one
from village_site.catalogue import messages
from village_site.cli import main
from village_site.fieldguide import field_guide
from village_site.messageguide import message_guide
from village_site.model import KINDS, Kind
from village_site.model.common import Amount, Figure
from village_site.model.declare import Field, Record, table
from village_site.model.shapes import Choice, Nested

FIELDS, MESSAGES, _ = GENERATED
EXTENSIONS = ["attr_list", "tables", "meta"]


@cache
def rendered(document: str) -> LexborHTMLParser:
    """The page as MkDocs makes it."""
    return LexborHTMLParser(markdown.markdown(read(document), extensions=EXTENSIONS))


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
def rows(document: str) -> list[list[str]]:
    """The text of the cells of every table."""
    return [[cell.text() for cell in row.css("td")] for row in rendered(document).css("tbody tr")]


def test_all_references_are_current(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "--out", str(tmp_path)]) == 0
    for document in GENERATED:
        assert (tmp_path / document.removeprefix("content/")).read_text("utf-8") == read(document), (
            f"{document} is stale: run `.venv/bin/villages guide`"
        )
    assert capsys.readouterr().out.count("\n") == 3


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
    for kind in KINDS:
        assert all(f"/{name}" in read(FIELDS) for name in kind.files)


@pytest.mark.parametrize("document", GENERATED)
def test_anchors_are_used_once_and_found(document: str) -> None:
    page = rendered(document)
    anchors = [node.attributes["id"] for node in page.css("[id]")]
    assert len(anchors) == len(set(anchors))
    wanted = {(node.attributes["href"] or "").removeprefix("#") for node in page.css('a[href^="#"]')}
    assert wanted <= set(anchors)


def test_every_message_is_told() -> None:
    told = {row[0]: row[1:] for row in rows(MESSAGES)}
    assert told.keys() == messages("vi").keys()
    assert told["number-ambiguous"] == ["“…” có thể là … hoặc …", "viết … hoặc …"]
    assert told["too-deep"][1] == "bớt các lớp [ ] và { }"


@pytest.mark.parametrize("write", [field_guide, message_guide])
def test_there_is_an_english_edition(write: Any) -> None:
    assert write(lang="en") != write(lang="vi")
    assert "Tên mục" not in write(lang="en")
