"""Products: what is told of them, and what cannot be true of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.cards.sample import facts, words
from tests.economy.support import HONEY, PRODUCT, card, codes, opened, section
from tests.support import BASE, DAY
from village_site.model.products import PRODUCTS, Certificate, Ocop, ProductKind
from village_site.problems import Level
from village_site.reckon.validity import certificate_text, is_over, ocop_text

MAKER = "      maker: Cơ sở Ong Vườn\n"
COOPERATIVE = "- {id: htx, kind: hợp tác xã, name: Ong Mật, state: đang hoạt động, phone: 0239 389 2689}"
FULL = """
    - mã riêng: mat-ong
      mã: CODE
      loại: nông sản
      tên: Mật ong vườn
      giới thiệu: |
        Mật của ong nuôi trong vườn cam.

        Đoạn sau không in ở trang mã QR.
      OCOP: {hạng: 4 sao, cấp: tỉnh, ngày: 15/11/2024, quyết định: 12/QĐ-MẪU}
      cách trồng:
        cách: Ong ăn hoa cam, quay mật mỗi tháng một lần.
        dùng gì: không cho ăn đường
        diện tích: khoảng 2 ha
        mùa: tháng 2 đến tháng 4
        giấy chứng nhận:
          - {loại: VietGAP, số: VG-01, nơi cấp: Trung tâm chứng nhận, đến: 31/12/2027}
      nguồn gốc: Đọc số lô trên nắp.
      hợp tác xã: htx
      nơi bán: [Cửa hàng của xã]
      mua trên mạng: ["https://shopee.vn/ong-mat"]
"""


def ocop(tmp_path: Path, text: str) -> Ocop:
    """A recognition as typed."""
    atlas, _ = opened(tmp_path, {"products.yml": f"{HONEY}{MAKER}      ocop: {text}\n"})
    (product,) = atlas.places[0].folder.of(PRODUCTS)
    assert product.ocop is not None
    return product.ocop


def problems(tmp_path: Path, more: str, files: dict[str, str] | None = None) -> list[str]:
    """What is said of a product with these lines."""
    return codes(opened(tmp_path, {"products.yml": HONEY + more, **(files or {})})[1])


def test_a_buyers_scan_answers(tmp_path: Path) -> None:
    atlas, found = opened(
        tmp_path, {"san-pham.yml": FULL.replace("CODE", PRODUCT), "hop-tac-xa.yml": COOPERATIVE}
    )
    assert found == []
    html = card(atlas)
    told = words(html)
    for expected in (
        "Sản phẩm Mật ong vườn",
        "Mật của ong nuôi trong vườn cam.",
        "OCOP 4 sao, cấp tỉnh, 15/11/2024; còn hạn đến 15/11/2027",
        "Ong ăn hoa cam, quay mật mỗi tháng một lần.",
        "Giấy chứng nhận VietGAP, số VG-01, Trung tâm chứng nhận; còn hạn đến 31/12/2027",
        "Hợp tác xã Ong Mật",
        "0239 3892 689",
        "Cửa hàng của xã",
        "Mua ở shopee.vn",
    ):
        assert expected in told
    assert "Đoạn sau" not in told
    assert facts(html)["Dùng gì"] == "không cho ăn đường"
    links = [node.attributes.get("href") for node in html.css("a")]
    assert "../../thon/nam-bac-thanh/#hop-tac-xa-htx" in links
    assert "https://shopee.vn/ong-mat" in links
    assert html.css_first('meta[name="robots"]') is None, "a product may be found"
    here = section(atlas, "san-pham")
    assert "OCOP 4 sao, cấp tỉnh, 15/11/2024; còn hạn đến 15/11/2027" in here
    assert "Làm ra: Hợp tác xã Ong Mật" in here


def test_a_product_with_a_name_alone_is_told_and_missed_its_maker(tmp_path: Path) -> None:
    atlas, found = opened(tmp_path, {"products.yml": HONEY})
    assert [(problem.code, problem.level) for problem in found] == [("product-without-maker", Level.WARNING)]
    told = words(card(atlas))
    assert "Mật ong vườn" in told
    for absent in ("OCOP", "Ai làm ra", "Mua ở đâu", "Trồng, làm"):
        assert absent not in told


@pytest.mark.parametrize(
    ("text", "said", "over"),
    [
        ("{stars: 4 sao, level: tỉnh, date: 15/11/2024}", "15/11/2024; còn hạn đến 15/11/2027", False),
        ("{stars: 4, level: province, date: 21/11/2023}", "21/11/2023; còn hạn đến 21/11/2026", False),
        ("{stars: 4, level: province, date: 20/11/2023}", "20/11/2023; đã hết hạn (20/11/2026)", True),
        ("{stars: 4, level: province, date: 2024}", "năm 2024", False),
        ("{stars: 4, level: province, date: 2023}", "năm 2023", False),
        ("{stars: 4, level: province, date: 2022}", "năm 2022; đã quá 36 tháng, không còn hạn", True),
        ("{stars: 4, level: province, date: 2022, until: 12/2026}", "còn hạn đến tháng 12/2026", False),
        ("{stars: 4, level: province, date: 29/02/2024}", "29/02/2024; còn hạn đến 28/02/2027", False),
    ],
)
def test_a_recognition_says_whether_it_holds_on_the_day(
    tmp_path: Path, text: str, said: str, over: bool
) -> None:
    found = ocop(tmp_path, text)
    assert ocop_text(found, DAY, "vi").endswith(said)
    assert is_over(found, DAY) is over


def test_a_recognition_is_judged_by_the_day_of_the_build(tmp_path: Path) -> None:
    found = ocop(tmp_path, "{stars: 3, level: tỉnh, date: 15/11/2024}")
    last = dt.date(2027, 11, 15)
    assert not is_over(found, last)
    assert is_over(found, last + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{stars: 3, level: huyện, date: 2024}", []),
        ("{stars: 3, level: tỉnh, date: 2026}", []),
        ("{stars: 5, level: trung ương, date: 2025}", []),
        ("{stars: 4, level: huyện, date: 2024}", ["ocop-level"]),
        ("{stars: 5, level: tỉnh, date: 2024}", ["ocop-level"]),
        ("{stars: 4, level: trung ương, date: 2024}", ["ocop-level"]),
        ("{stars: 3, level: huyện, date: 09/2025}", ["ocop-no-district"]),
        ("{stars: 3, level: tỉnh, date: 12/2026}", ["ocop-in-future"]),
        ("{stars: 3, level: tỉnh, date: 2025, until: 2024}", ["ends-before-it-begins"]),
        ("{stars: 3, level: tỉnh, date: 2020}", ["ocop-over-36-months"]),
        ("{stars: 3, level: tỉnh, date: 10/10/2020}", ["ocop-over"]),
        ("{stars: 2, level: tỉnh, date: 2025}", ["not-listed", "product-without-maker"]),
    ],
)
def test_recognitions_that_cannot_be(tmp_path: Path, text: str, expected: list[str]) -> None:
    found = problems(tmp_path, f"{MAKER}      ocop: {text}\n")
    assert [one for one in found if one != "product-without-maker"] == [
        one for one in expected if one != "product-without-maker"
    ]


@pytest.mark.parametrize(("until", "expected"), [("20/11/2026", ["certificate-over"]), ("21/11/2026", [])])
def test_a_certificate_that_has_run_out_is_told(tmp_path: Path, until: str, expected: list[str]) -> None:
    growing = f"      growing: {{certificates: [{{kind: hữu cơ, until: {until}}}]}}\n"
    atlas, found = opened(tmp_path, {"products.yml": HONEY + MAKER + growing})
    assert codes(found) == expected
    (product,) = atlas.places[0].folder.of(PRODUCTS)
    assert product.growing is not None
    (one,) = product.growing.certificates
    assert isinstance(one, Certificate)
    assert ("đã hết hạn" in certificate_text(one, DAY, "vi")) is bool(expected)
    assert certificate_text(one, DAY, "vi") in words(card(atlas))


def test_a_product_has_one_maker(tmp_path: Path) -> None:
    files = {"cooperatives.yml": COOPERATIVE}
    assert problems(tmp_path, f"{MAKER}      cooperative: htx\n", files) == ["product-maker-twice"]


def test_a_cooperative_that_stopped_makes_nothing(tmp_path: Path) -> None:
    files = {"cooperatives.yml": "- {id: htx, kind: hợp tác xã, name: Ong Mật, state: đã ngừng}"}
    atlas, found = opened(tmp_path, {"products.yml": f"{HONEY}      cooperative: htx\n", **files})
    assert [(problem.code, problem.level) for problem in found] == [("product-maker-stopped", Level.WARNING)]
    assert "Hợp tác xã Ong Mật (đã ngừng hoạt động)" in words(card(atlas))


def test_a_cooperative_of_the_commune_may_be_the_maker(tmp_path: Path) -> None:
    files = {"_units/cam-binh/cooperatives.yml": COOPERATIVE}
    atlas, found = opened(tmp_path, {"products.yml": f"{HONEY}      cooperative: cam-binh/htx\n", **files})
    assert found == []
    links = [node.attributes.get("href") for node in card(atlas).css("a")]
    assert "../../xa/cam-binh/#hop-tac-xa-htx" in links


def test_an_unknown_cooperative_is_named_with_the_nearest(tmp_path: Path) -> None:
    _, found = opened(
        tmp_path, {"products.yml": f"{HONEY}      cooperative: hxt\n", "cooperatives.yml": COOPERATIVE}
    )
    (problem,) = found
    assert (problem.code, problem.params["guess"]) == ("dangling-cooperative", "htx")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://shopee.vn/a", []),
        ("https://www.facebook.com/ong-mat", []),
        ("https://ocop.hatinh.gov.vn/san-pham/1", []),
        ("https://nongsan.buudien.vn/a", []),
        ("https://cho-la.vn/a", ["product-shop-unknown"]),
        ("https://shopee.vn.cho-la.vn/a", ["product-shop-unknown"]),
        ("https://myshopee.vn/a", ["product-shop-unknown"]),
        ("http://shopee.vn/a", ["url-not-secure"]),
        ("https://shope.ee/a", ["url-shortener"]),
    ],
)
def test_links_lead_to_shops_that_are_known(tmp_path: Path, link: str, expected: list[str]) -> None:
    found = problems(tmp_path, f'{MAKER}      links: ["{link}"]\n')
    assert found == expected


def test_the_maintainer_may_allow_a_shop(tmp_path: Path) -> None:
    site = {"_site.yml": BASE["_site.yml"] + "    allowed_shops: [cho-la.vn]\n"}
    assert problems(tmp_path, f"{MAKER}      links: ['https://www.cho-la.vn/a']\n", site) == []


@pytest.mark.parametrize("line", ["phone: 0239 3000 111", "links: ['https://zalo.me/842393000111']"])
def test_a_number_without_an_organisation_is_somebodys_own(tmp_path: Path, line: str) -> None:
    assert problems(tmp_path, f"      {line}\n") == ["product-without-maker", "product-private-phone"]
    (tmp_path / "b").mkdir()
    assert problems(tmp_path / "b", f"{MAKER}      {line}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "phone: 0912 000 111",
        "links: ['https://zalo.me/0912000111']",
        "links: ['https://www.zalo.me/84912000111/']",
        "links: ['https://zalo.me/%2B84912000111?gidzl=a']",
    ],
)
def test_a_mobile_number_is_nobodys_shop(tmp_path: Path, line: str) -> None:
    assert problems(tmp_path, f"{MAKER}      {line}\n") == ["phone-mobile"]


@pytest.mark.parametrize("link", ["https://zalo.me/g/abcdef123", "https://zalo.me/1234567890123456789"])
def test_a_page_or_group_at_zalo_is_a_shop(tmp_path: Path, link: str) -> None:
    assert problems(tmp_path, f"{MAKER}      links: ['{link}']\n") == []


@pytest.mark.parametrize("words_", ["của những hộ nghèo vươn lên", "do bà con theo đạo làm ra"])
def test_nothing_sensitive_is_told_of_who_makes_it(tmp_path: Path, words_: str) -> None:
    found = problems(tmp_path, f"{MAKER}      about: Mật ong {words_}\n")
    assert len([one for one in found if one.startswith("sensitive-")]) == 1


def test_kinds_cover_what_the_issue_names() -> None:
    assert {"nông sản", "thuỷ sản", "thực phẩm chế biến", "hàng thủ công", "dịch vụ", "du lịch"} <= {
        kind.term.vi for kind in ProductKind
    }
