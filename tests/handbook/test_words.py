"""From HTML to runs and blocks."""

from __future__ import annotations

from typing import Any

import pytest

from village_site.handbook.convert import Converter
from village_site.handbook.inline import Address, plain, run
from village_site.handbook.markup import parse

PAGE = "https://lang.example/thon/a/"
ADDRESS = Address(PAGE, PAGE, frozenset({"duong-x", "van-ban"}))


def line(html: str, *, turning: bool = False) -> list[Any]:
    return run(parse(html).children, ADDRESS, turning=turning)


def blocks(html: str) -> list[dict[str, Any]]:
    return Converter(ADDRESS, lambda _: "", lambda *_: "x.svg").part(parse(html).children, 2)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("  hai \n chữ ", "hai chữ"),
        ("một <b> hai</b> ba", "một hai ba"),
        ("<b>một </b> hai", "một hai"),
        ("một<b>hai</b>", "mộthai"),
        ("1&nbsp;km", "1\u00a0km"),
        (" <span> </span> ", ""),
        ("a<br> b", "a b"),
    ],
)
def test_spaces_are_those_of_a_page(html: str, text: str) -> None:
    assert plain(line(html)) == text


def test_a_link_within_the_book_says_its_page_where_it_stands_alone() -> None:
    for href in ("#duong-x", f"{PAGE}#duong-x", "duong/#duong-x"):
        (turn,) = line(f'<a href="{href}">Đường X</a>', turning=True)
        assert turn == {"is": "turn", "to": "duong-x", "page": True, "of": ["Đường X"]}
    (turn,) = line('<a href="van-ban/">Văn bản</a>')
    assert (turn["to"], turn["page"]) == ("van-ban", False)


def test_a_link_to_another_page_of_the_site_is_words_and_alone_is_nothing() -> None:
    (link,) = line('<a href="../../Q/22222222/">Nhà văn hoá</a>')
    assert link == {
        "is": "link", "to": "https://lang.example/Q/22222222/", "shown": "", "of": ["Nhà văn hoá"],
    }  # fmt: skip
    assert line('<a href="../../Q/22222222/">Trang gọn</a>', turning=True) == []
    assert blocks('<p><a href="../../xa/b/">Xem cả xã</a></p>') == []


def test_a_link_elsewhere_is_written_out_once() -> None:
    (link,) = line('<a href="https://bao.example/bai-1/">Bài báo</a>')
    assert (link["shown"], link["of"]) == ("bao.example/bai-1", ["Bài báo"])
    (link,) = line('<a href="https://cho.example/kho">cho.example</a>')
    assert (link["shown"], link["of"]) == ("", ["cho.example/kho"])


def test_numbers_to_call_stand_out_and_maps_are_left_out() -> None:
    assert (
        line('<a href="tel:+84912000222"><span>Gọi</span> 0912 000 222</a>')
        == [{"is": "call", "of": ["Gọi", " ", "0912 000 222"]}]
        or plain(line('<a href="tel:+84912000222">Gọi 0912 000 222</a>')) == "Gọi 0912 000 222"
    )
    assert line('<a href="geo:9.35,105.1">Xem trên bản đồ</a>') == []


@pytest.mark.parametrize(
    ("tags", "levels"),
    [("h2 h3 h3 h2", [3, 4, 4, 3]), ("h3 h2 h4", [3, 3, 4]), ("h4 h4", [3, 3]), ("h2 h4 h3", [3, 4, 4])],
)
def test_headings_go_down_step_by_step(tags: str, levels: list[int]) -> None:
    html = "".join(f"<{tag}>A</{tag}>" for tag in tags.split())
    assert [block["level"] for block in blocks(html)] == levels


def test_text_between_blocks_becomes_a_paragraph() -> None:
    (made,) = blocks("<ul class='x'><li>một <b>hai</b><p>ba</p></li></ul>")
    first, second = made["items"][0]["of"]
    assert (plain(first["of"]), plain(second["of"])) == ("một hai", "ba")


def test_an_element_nobody_foresaw_is_laid_out_by_what_it_is() -> None:
    html = "<div class='vs-new'><article><h3>Mới</h3><dl><div><dt>A</dt><dd>b</dd></div></dl></article></div>"
    heading, facts = blocks(html)
    assert plain(heading["of"]) == "Mới"
    assert [(plain(row["term"]), plain(row["of"][0]["of"])) for row in facts["rows"]] == [("A", "b")]


def test_tables_keep_their_heads() -> None:
    html = (
        "<table><thead><tr><th scope='col'>A</th><th scope='col'>B</th></tr></thead>"
        "<tbody><tr><th scope='row'>x</th><td>1</td></tr></tbody></table>"
    )
    (table,) = blocks(html)
    assert (table["columns"], len(table["head"]), len(table["rows"])) == (2, 1, 1)
    assert [cell["head"] for cell in table["rows"][0]] == [True, False]


@pytest.mark.parametrize(
    ("html", "date"),
    [
        ("<time>15/04/2022</time> – <time>30/05/2022</time><p>Đợt</p>", "15/04/2022 – 30/05/2022"),
        (
            "<p><time>27/11/2026</time> <span>19/10 âm lịch</span></p><div><p>Đợt</p></div>",
            "27/11/2026 19/10 âm lịch",
        ),
    ],
)
def test_a_date_stands_before_what_happened(html: str, date: str) -> None:
    (made,) = blocks(f'<ol class="vs-timeline"><li>\n{html}\n</li></ol>')
    (item,) = made["items"]
    assert plain(item["date"]) == date
    assert plain(item["of"][0]["of"]) == "Đợt"
