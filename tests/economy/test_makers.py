"""A household is named as maker of a product only where its own consent lets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cards.sample import words
from tests.economy.support import (
    HONEY,
    HOUSE,
    MADE_BY,
    NAME,
    PERSON,
    PRODUCT,
    card,
    codes,
    consent,
    opened,
    section,
)
from tests.support import DAY
from village_site import site
from village_site.atlas import Atlas
from village_site.cli import main
from village_site.codes import assign
from village_site.dataset import load
from village_site.exports.data import as_json, rows
from village_site.model.products import PRODUCTS
from village_site.privacy.leftovers import leftovers
from village_site.privacy.traces import trace_of_plate
from village_site.problems import Level
from village_site.search import names_within

PUBLIC = {"products.yml": HONEY}
ANYWHERE = (NAME, HOUSE, "Đường Trục")


def private(*, who: str = PERSON, made: str = MADE_BY, **files: str) -> dict[str, str]:
    """What the private folder holds."""
    return {
        "households.yml": who,
        "products.yml": made,
        **{f"{name}.yml": text for name, text in files.items()},
    }


def test_without_consent_the_maker_is_withheld_everywhere(tmp_path: Path) -> None:
    atlas, found = opened(tmp_path, PUBLIC, private())
    withheld = [problem for problem in found if problem.code == "no-consent"]
    assert {problem.level for problem in found} == {Level.WITHHELD}
    assert [problem.file for problem in withheld] == [
        "private/nam-bac-thanh/households.yml",
        "private/nam-bac-thanh/products.yml",
    ]
    html = card(atlas)
    assert "Ai làm ra" not in words(html)
    shown = html.html or ""
    assert not [one for one in ANYWHERE if one in shown]
    here = section(atlas, "san-pham")
    assert "Làm ra" not in here
    assert not [one for one in ANYWHERE if one in here]


def test_with_consent_the_household_is_named_by_its_road(tmp_path: Path) -> None:
    atlas, found = opened(tmp_path, PUBLIC, {"products.yml": MADE_BY, "consents.yml": consent()})
    assert found == []
    html = card(atlas)
    assert "Ai làm ra Một hộ tại Đường Trục" in words(html)
    assert f"../../Q/{HOUSE}/" in [node.attributes.get("href") for node in html.css("a")]
    assert "Làm ra: một hộ tại Đường Trục" in section(atlas, "san-pham")
    robots = html.css_first('meta[name="robots"]')
    assert robots is not None, "a page that tells of a household is for nobody's search engine"
    assert robots.attributes["content"] == "noindex"


def test_with_consent_to_its_name_the_household_is_named(tmp_path: Path) -> None:
    agreed = consent('họ tên, "nghề, dịch vụ"')
    atlas, found = opened(tmp_path, PUBLIC, private(consents=agreed))
    assert found == []
    assert f"Hộ {NAME}" in words(card(atlas))
    assert f"Làm ra: hộ {NAME}" in section(atlas, "san-pham")


def test_consent_to_a_name_alone_names_no_maker(tmp_path: Path) -> None:
    atlas, found = opened(tmp_path, PUBLIC, private(consents=consent("họ tên")))
    assert codes(found) == ["no-consent"]
    assert NAME not in (card(atlas).html or "")


@pytest.mark.parametrize(
    ("scope", "on_card", "on_page"), [("trang sau mã QR", True, False), ("trang thôn", False, True)]
)
def test_a_maker_is_named_where_the_consent_says(
    tmp_path: Path, scope: str, on_card: bool, on_page: bool
) -> None:
    atlas, _ = opened(tmp_path, PUBLIC, private(consents=consent('họ tên, "nghề, dịch vụ"', scope)))
    assert (NAME in words(card(atlas))) is on_card
    assert (NAME in section(atlas, "san-pham")) is on_page


def test_no_data_file_and_no_search_names_a_household(tmp_path: Path) -> None:
    atlas, _ = opened(tmp_path, PUBLIC, private(consents=consent('họ tên, "nghề, dịch vụ"')))
    exported = as_json(rows(atlas, PRODUCTS))
    (row,) = json.loads(exported)
    assert row["name"] == "Mật ong vườn"
    assert "household" not in row
    everything = exported + json.dumps(names_within(atlas), ensure_ascii=False)
    assert not [one for one in (*ANYWHERE[:2], "ho-1") if one in everything.replace("Đường Trục", "")]


def test_a_consent_of_another_household_counts_for_nothing(tmp_path: Path) -> None:
    other = consent().replace("hộ: ho-1", "hộ: ho-2")
    atlas, found = opened(tmp_path, PUBLIC, {"products.yml": MADE_BY, "consents.yml": other})
    assert codes(found) == ["no-consent"]
    assert "Đường Trục" not in words(card(atlas))


def test_a_product_cannot_sign_for_its_household(tmp_path: Path) -> None:
    same = HONEY.replace("id: mat-ong", "id: ho-1")
    made = MADE_BY.replace("id: mat-ong, household: ho-1", "id: ho-1, household: ho-2")
    atlas, found = opened(tmp_path, {"products.yml": same}, {"products.yml": made, "consents.yml": consent()})
    assert codes(found) == ["no-consent"]
    assert "Đường Trục" not in words(card(atlas))


def test_a_household_stands_in_the_private_folder(tmp_path: Path) -> None:
    typed = {"products.yml": f"{HONEY}      household: ho-1\n"}
    atlas, found = opened(tmp_path, typed, {"consents.yml": consent()})
    assert codes(found) == ["personal-in-public"]
    assert "Đường Trục" not in words(card(atlas))


def test_a_household_of_another_village_is_never_named(tmp_path: Path) -> None:
    there = {
        "_units/x.yml": "[]",
        "products.yml": HONEY,
    }
    made = MADE_BY.replace("household: ho-1", "household: lien-ha/ho-1")
    mine = consent().replace("hộ: ho-1", "hộ: lien-ha/ho-1")
    atlas, found = opened(tmp_path, there, {"products.yml": made, "consents.yml": mine})
    assert {"no-consent", "product-household-elsewhere"} <= set(codes(found))
    assert "Ai làm ra" not in words(card(atlas))


def test_a_withheld_maker_is_a_maker(tmp_path: Path) -> None:
    typed = {"products.yml": f"{HONEY}      maker: Cơ sở Ong Vườn\n"}
    _, found = opened(tmp_path, typed, {"products.yml": MADE_BY})
    assert codes(found) == ["no-consent", "product-maker-twice"]


def withdrawn(tmp_path: Path) -> Path:
    """The data after the household has withdrawn everything; its two products stay."""
    two = HONEY + HONEY.replace("mat-ong", "sap-ong").replace(PRODUCT, "").replace("      code: \n", "")
    made = "- id: mat-ong\n  household: ho-1\n- id: sap-ong\n  hộ: ho-1\n"
    agreed = consent('họ tên, "nghề, dịch vụ"')
    opened(
        tmp_path,
        {"products.yml": two},
        {"households.yml": PERSON, "products.yml": made, "consents.yml": agreed},
    )
    root = tmp_path / "villages"
    codeless = (
        (root / "nam-bac-thanh" / "products.yml").read_text("utf-8").replace(f"  code: {PRODUCT}\n", "")
    )
    (root / "nam-bac-thanh" / "products.yml").write_text(codeless, "utf-8")
    houses = root / "nam-bac-thanh" / "households.yml"
    houses.write_text(houses.read_text("utf-8").replace(f", code: {HOUSE}", ""), "utf-8")
    dataset, _ = load(root)
    assert dataset is not None
    assign.plan(dataset, DAY).apply()
    arguments = ["consents", "withdraw", "nam-bac-thanh/ho-1", "--data", str(root), "--day", "2026-11-21"]
    assert main(arguments) == 0
    return root


def test_withdrawing_takes_the_household_out_of_its_products(tmp_path: Path) -> None:
    root = withdrawn(tmp_path)
    kept = (tmp_path / "private" / "nam-bac-thanh" / "products.yml").read_text("utf-8")
    assert kept == "- id: mat-ong\n- id: sap-ong\n"
    signed = (tmp_path / "private" / "nam-bac-thanh" / "consents.yml").read_text("utf-8")
    assert "rút lại: 21/11/2026" in signed
    assert " trade-0-" in signed
    assert "ho-1" in signed
    atlas, problems = site.open_atlas(root, DAY)
    assert atlas.withheld == ()
    assert not [problem for problem in problems if problem.is_error]


def test_a_page_that_still_leads_to_the_household_is_found(tmp_path: Path) -> None:
    atlas, _ = site.open_atlas(withdrawn(tmp_path), DAY)
    codes_by_kind = {(one.kind.name, getattr(one.record, "id", "")): one.code for one in atlas.coded()}
    house, honey = codes_by_kind["household", "ho-1"], codes_by_kind["product", "mat-ong"]
    out = tmp_path / "out"
    own, product = out / "Q" / house / "index.html", out / "Q" / honey / "index.html"
    for path in (own, product):
        path.parent.mkdir(parents=True)
    own.write_text(f"<p>{house[:4]}-{house[4:]}</p>", "utf-8")
    product.write_text("<p>Mật ong</p>", "utf-8")
    assert leftovers(atlas, out) == [], "its own page bears its own code"
    product.write_text(f'<a href="../../Q/{house}/">Một hộ</a>', "utf-8")
    (problem,) = leftovers(atlas, out)
    assert (problem.code, problem.params["path"]) == ("trace-left", f"out/Q/{honey}/index.html")


def test_a_withheld_maker_is_looked_for_on_its_products_page(tmp_path: Path) -> None:
    atlas, _ = opened(tmp_path, PUBLIC, {"products.yml": MADE_BY})
    page = tmp_path / "out" / "Q" / PRODUCT / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<a href="../../Q/{HOUSE}/">Một hộ</a>', "utf-8")
    assert codes(leftovers(atlas, tmp_path / "out")) == ["trace-left"]
    page.write_text("<p>Mật ong</p>", "utf-8")
    assert leftovers(atlas, tmp_path / "out") == []


def on_the_village_page(tmp_path: Path, atlas: Atlas, house: str) -> list[str]:
    """What is said of a village's page that leads to a household."""
    page = tmp_path / "out" / "thon" / "nam-bac-thanh" / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f'<a href="../../Q/{house}/">hộ</a>', "utf-8")
    return codes(leftovers(atlas, tmp_path / "out"))


def test_a_maker_is_looked_for_on_its_villages_page(tmp_path: Path) -> None:
    atlas, _ = opened(tmp_path, PUBLIC, {"products.yml": MADE_BY})
    assert on_the_village_page(tmp_path, atlas, HOUSE) == ["trace-left"]


def test_a_withdrawn_maker_is_looked_for_on_its_villages_page(tmp_path: Path) -> None:
    atlas, _ = site.open_atlas(withdrawn(tmp_path), DAY)
    house = next(one.code for one in atlas.coded() if getattr(one.record, "id", "") == "ho-1")
    assert on_the_village_page(tmp_path, atlas, house) == ["trace-left"]


@pytest.mark.parametrize(
    "again",
    [
        {"products.yml": MADE_BY.replace("mat-ong", "sap-ong")},
        {"households.yml": "- {mã riêng: ho-1, nghề: [nuôi ong]}"},
    ],
    ids=["another-product", "its-trade"],
)
def test_a_page_may_lead_to_a_household_that_signed_anew(tmp_path: Path, again: dict[str, str]) -> None:
    two = HONEY + HONEY.replace("mat-ong", "sap-ong").replace(f"      code: {PRODUCT}\n", "")
    first = f"{consent()}      withdrawn: 15/10/2026\n      traces: {trace_of_plate(HOUSE)}\n"
    second = consent().replace("phieu-1", "phieu-2").replace("01/10", "02/11")
    atlas, found = opened(tmp_path, {"products.yml": two}, {"consents.yml": first + second, **again})
    assert "no-consent" not in codes(found)
    assert on_the_village_page(tmp_path, atlas, HOUSE) == []
