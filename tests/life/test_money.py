"""Contributions: exact amounts add up, others stand by themselves, and charts compare what compares."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.support import one, pages, parse, words
from tests.sample.conftest import DAY, ROOT
from tests.support import codes_of, data_folder
from village_site.atlas import Atlas
from village_site.dataset import load
from village_site.model.contributions import CONTRIBUTIONS, Form, Giver
from village_site.reckon.money import together
from village_site.site import examine
from village_site.values import date_text, parse_quantity, quantity_text

V = "nam-bac-thanh"
FILE = f"{V}/dong-gop.yml"


def typed(
    name: str, year: str, amount: str, form: str = "tiền", giver: str = "hộ dân", more: str = ""
) -> str:
    return (
        f"- {{mã riêng: {name}, năm: {year}, góp: {form}, bao nhiêu: '{amount}', "
        f"việc: Việc {name}, ai góp: {giver}{more}}}\n"
    )


def shown(form: Form, *amounts: str) -> list[str]:
    found = together(form, [parse_quantity(amount) for amount in amounts])
    return [quantity_text(one, "vi").replace("\u00a0", " ") for one in found]


SUMS = [
    (Form.MONEY, ("20 triệu đồng", "1,5 triệu đồng"), ["21,5 triệu đồng"]),
    (Form.MONEY, ("1,2 tỷ đồng", "300 triệu đồng", "500000 đồng"), ["1.500,5 triệu đồng"]),
    (Form.MONEY, ("20 triệu đồng", "hơn 600 triệu đồng"), ["20 triệu đồng", "hơn 600 triệu đồng"]),
    (Form.MONEY, ("hơn 5 triệu", "khoảng 2 triệu"), ["hơn 5 triệu", "khoảng 2 triệu"]),
    (Form.LABOUR, ("30 ngày công", "12 công"), ["42 ngày công"]),
    (Form.LAND, ("1,5 ha", "200 m2"), ["15.200 m²"]),
    (Form.GOODS, ("40 bao xi măng", "2 khối đá", "5 bao xi măng"), ["45 bao xi măng", "2 khối đá"]),
]


@pytest.mark.parametrize(("form", "amounts", "wanted"), SUMS)
def test_sums(form: Form, amounts: tuple[str, ...], wanted: list[str]) -> None:
    assert shown(form, *amounts) == wanted


def section(tmp_path: Path, text: str):  # type: ignore[no-untyped-def]
    return one(parse(pages(tmp_path, {FILE: text})[f"thon/{V}/index.md"]), "section#dong-gop")


def table(node, place: int) -> list[list[str]]:  # type: ignore[no-untyped-def]
    rows = node.css("table")[place].css("tr")
    return [[words(cell).replace("\u00a0", " ") for cell in row.css("th, td")] for row in rows]


def test_years_and_givers_in_tables(tmp_path: Path) -> None:
    text = (
        typed("a", "2024", "20 triệu đồng")
        + typed("b", "6/2024", "5 triệu đồng", giver="con em xa quê")
        + typed("c", "2025", "300 ngày công", "ngày công")
        + typed("d", "2023", "hơn 600 triệu đồng", more=", cộng dồn: có")
    )
    found = section(tmp_path, text)
    assert table(found, 0) == [
        ["Năm", "Tiền", "Ngày công"],
        ["2025", "–", "300 ngày công"],
        ["2024", "25 triệu đồng", "–"],
        ["Cộng đến năm 2023", "hơn 600 triệu đồng", "–"],
    ]
    assert table(found, 1)[1:] == [
        ["Bà con", "20 triệu đồng; hơn 600 triệu đồng", "300 ngày công"],
        ["Con em xa quê", "5 triệu đồng", "–"],
    ]
    assert found.css(".vs-chart") == [], "one year of each is nothing to compare"


def test_years_are_drawn_to_one_scale(tmp_path: Path) -> None:
    text = (
        typed("a", "2025", "1,2 tỷ đồng")
        + typed("b", "2024", "300 triệu đồng")
        + typed("c", "2024", "300 triệu đồng")
        + typed("d", "2023", "hơn 600 triệu đồng", more=", cộng dồn: có")
    )
    (chart,) = section(tmp_path, text).css(".vs-chart")
    assert [words(item).replace("\u00a0", " ") for item in chart.css("li")] == [
        "2024 600 triệu đồng",
        "2025 1,2 tỷ đồng",
    ]
    assert [bar.attributes["width"] for bar in chart.css("rect")] == ["50%", "100%"]


def test_a_year_that_no_one_number_tells_is_not_drawn(tmp_path: Path) -> None:
    text = (
        typed("a", "2025", "20 triệu đồng")
        + typed("b", "2024", "300 triệu đồng")
        + typed("c", "2024", "hơn 50 triệu đồng")
    )
    assert section(tmp_path, text).css(".vs-chart") == []


def test_one_contribution_needs_no_table(tmp_path: Path) -> None:
    found = section(tmp_path, typed("a", "2024", "hơn 600 triệu đồng", more=", cộng dồn: có"))
    assert found.css("table, details") == []
    text = words(one(found, "li#dong-gop-a")).replace("\u00a0", " ")
    assert text == "hơn 600 triệu đồng: Việc a Bà con; cộng đến năm 2024"


MISTAKES = [
    (typed("a", "2024", "600"), "contribution-unit"),
    (typed("a", "2024", "600 tr"), "contribution-unit"),
    (typed("a", "2024", "20/30 triệu đồng"), "contribution-unit"),
    (typed("a", "2024", "20 triệu đồng", "ngày công"), "contribution-unit"),
    (typed("a", "2024", "40", "hiện vật"), "contribution-no-unit"),
    (typed("a", "2027", "40 triệu đồng"), "not-yet"),
    (typed("a", "2024", "40 triệu đồng", giver="ông Tư"), "not-listed"),
    (typed("a", "2024", "40 triệu đồng", more=", người góp: Mẫu"), "unknown-field"),
]


@pytest.mark.parametrize(("text", "code"), MISTAKES)
def test_an_editor_is_told(tmp_path: Path, text: str, code: str) -> None:
    _, problems = examine(data_folder(tmp_path, {FILE: text}), DAY)
    ((file, line, _, found),) = [
        one for one in codes_of(problems) if one[3] not in ("no-code", "sensitive-name")
    ]
    assert (file, line, found) == (f"villages/{FILE}", 1, code)


def test_a_long_number_has_its_place(tmp_path: Path) -> None:
    text = "- mã riêng: a\n  năm: 2024\n  góp: tiền\n  bao nhiêu: {giá trị: 40 hộ}\n  việc: V\n  ai góp: hộ dân\n"
    _, problems = examine(data_folder(tmp_path, {FILE: text}), DAY)
    assert (f"villages/{FILE}", 4, 24, "contribution-unit") in codes_of(problems)


def test_what_the_press_says_of_lien_ha() -> None:
    found, _ = load(ROOT)
    assert found is not None
    (gift,) = Atlas(found, DAY).by_id["lien-ha"].folder.of(CONTRIBUTIONS)
    told = quantity_text(gift.amount.value, "vi").replace("\u00a0", " ")
    assert (told, date_text(gift.year, "vi"), gift.up_to) == ("hơn 600 triệu đồng", "năm 2024", True)
    assert (gift.form, gift.giver) == (Form.MONEY, Giver.HOUSEHOLDS)
    assert [source.text for source in gift.sources] == ["bao-ha-tinh-2024"]
