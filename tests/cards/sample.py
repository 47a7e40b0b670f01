"""A village that has everything a card can show, one that has only a name, and the cards made of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

from selectolax.lexbor import LexborHTMLParser

from tests.support import atlas
from village_site.atlas import Atlas, Coded
from village_site.cards import Cards
from village_site.codes.alphabet import ALPHABET, check_symbol
from village_site.codes.register import digest, file_text


def code(number: int) -> str:
    """A valid code, another one for each number."""
    random = Random(number)
    body = "".join(random.choice(ALPHABET) for _ in range(7))
    return body + check_symbol(body)


VILLAGE, GROUP, ROAD, LANE, NUMBERED, UNNUMBERED, BARE, ALONE, GONE, LOST = map(code, range(10))


def register(rows: list[tuple[str, str, str]]) -> dict[str, str]:
    """A file of the register that has issued codes for (code, kind, record) rows."""
    text = file_text(rows)
    return {f"_register/2026-11-01-{digest(text)}.csv": text}


def as_typed(text: str) -> str:
    """A text as a quoted YAML scalar."""
    return json.dumps(text, ensure_ascii=False)


def files(text: Callable[[str], str] = str) -> dict[str, str]:
    """The data folder; `text` changes every text a reader will see."""

    def q(words: str) -> str:
        return as_typed(text(words))

    def pair(vi: str, en: str) -> str:
        return f"{{vi: {q(vi)}, en: {q(en)}}}"

    return {
        "_site.yml": f"""
            schema: 1
            name: {q("Làng mẫu")}
            publisher: Nhóm làm trang mẫu
            report_to: {q("Bộ phận một cửa của xã")}
            codes: {{base_url: "HTTPS://LANG.EXAMPLE"}}
            contacts: [{{role: {q("Ban biên tập")}, phone: 1900 6067}}]
        """,
        "_sources.yml": f"""
            - {{id: bao, title: {q("Hai thôn về đích")}, publisher: {q("Báo Hà Tĩnh")}, date: 2024}}
        """,
        "_units/ha-tinh.yml": f"""
            - {{id: ha-tinh, kind: province, name: {q("Hà Tĩnh")}}}
            - {{id: huyen, kind: district, name: {q("Cẩm Xuyên")}, memberships: [{{unit: ha-tinh}}]}}
            - {{id: cam-thanh, kind: commune, name: {q("Cẩm Thành")}, memberships: [{{unit: huyen}}]}}
            - id: cam-binh
              kind: commune
              name: {q("Cẩm Bình")}
              report_to: {pair("Bộ phận một cửa, UBND xã Cẩm Bình", "One-stop desk of Cẩm Bình")}
              memberships: [{{unit: ha-tinh}}]
              contacts: [{{role: UBND xã, phone: 02393 861 234, hours: {q("giờ hành chính")}, confirmed: no}}]
        """,
        "nam-bac-thanh/village.yml": f"""
            kind: thôn
            code: {VILLAGE}
            name: {q("Nam Bắc Thành")}
            name_note: {q("Tên ghép từ hai thôn.")}
            updated: 20/11/2026
            location: 18.2527, 105.9811
            directions: {q("Từ quốc lộ 8C rẽ vào cổng chào.")}
            introduction: {q("Thôn ở phía nam xã.")}
            former_names: [{{name: {q("Năm")}, kind: xóm, until: 2012}}]
            figures: [{{name: {q("Dùng điện thoại")}, value: hơn 90 %, date: 1/2024, source: bao}}]
            illustrative_parts: {q("các đường và các hộ")}
            memberships:
              - {{unit: cam-thanh, until: 30/06/2025}}
              - {{unit: cam-binh, since: 01/07/2025}}
        """,
        "nam-bac-thanh/contacts.yml": f"""
            - role: {q("Trưởng thôn")}
              phone: 0912345678
              term_start: 2025
              term_end: 6/2027
              tasks: {q("việc chung của thôn")}
              illustrative: yes
            - {{role: {q("Bí thư chi bộ")}, organisation: {q("chi bộ thôn")}, term_start: 2025}}
        """,
        "nam-bac-thanh/groups.yml": f"""
            - id: to-3
              code: {GROUP}
              kind: tổ liên gia
              name: {q("3")}
              area: {q("dọc Đường Trục thôn 2")}
              households: khoảng 24
              head: {q("Tổ trưởng")}
              tasks: {q("Giữ hàng rào xanh.")}
              updated: 12/11/2026
        """,
        "nam-bac-thanh/roads.yml": f"""
            - id: truc-thon-2
              code: {ROAD}
              name: {q("Đường Trục thôn 2")}
              start: {q("Cổng chào")}
              end: {q("Nhà văn hoá")}
              length: {{value: 850, date: 1/2024, confirmed: no, source: {q("biên bản đo")}}}
              width: "5,5"
              surface: bê tông
              year: giữa 2021
              lighting: lit
              caretaker: {q("Chi hội phụ nữ")}
              group: to-3
              story: {q("Đường chính thứ hai của thôn.")}
              former_names: [{{name: {q("Đường Ông Cả")}, until: 2021, confirmed: no}}]
              photo: {{file: duong.jpg, alt: {q("Con đường")}}}
              sources: [bao]
            - {{id: ngo, code: {LANE}, name: {q("Ngõ Cây Gạo")}}}
        """,
        "nam-bac-thanh/households.yml": f"""
            - id: h12
              code: {NUMBERED}
              road: truc-thon-2
              number: {q("12")}
              group: to-3
              distance: 120
              side: trái
              near: {q("nhà văn hoá")}
              updated: 12/11/2026
              illustrative: yes
              sources: [{q("khảo sát của thôn")}]
            - id: khong-so
              code: {UNNUMBERED}
              road: ngo
              distance: {{value: khoảng 120 m, confirmed: no}}
              side: phải
              near: {pair("giếng làng", "the village well")}
            - {{id: tran, code: {BARE}, road: ngo}}
        """,
        "nam-bac-thanh/duong.jpg": "",
        "lien-ha/village.yml": f"{{kind: tổ dân phố, name: {q('Liên Hà')}, code: {ALONE}}}",
        **register([(GONE, "household", "nam-bac-thanh/da-xoa"), (LOST, "road", "thon-cu/duong")]),
    }


def sample(tmp_path: Path, more: dict[str, str] | None = None, text: Callable[[str], str] = str) -> Atlas:
    """The sample read and linked; `more` adds files or puts them in place of others."""
    return atlas(tmp_path, {**files(text), **(more or {})})


def coded(found: Atlas, wanted: str) -> Coded:
    """What a code stands for."""
    return next(item for item in found.coded() if item.code == wanted)


def page(found: Atlas, wanted: str) -> LexborHTMLParser:
    """The parsed card of a code."""
    return LexborHTMLParser(Cards(found).page(coded(found, wanted)))


def words(html: LexborHTMLParser, selector: str = "body") -> str:
    """All text of the first element found, with single spaces."""
    found = html.css_first(selector)
    assert found is not None, selector
    return " ".join(found.text(separator=" ").split()).replace(" ,", ",").replace(" .", ".")


def plate(html: LexborHTMLParser) -> list[str]:
    """The lines of the address, the largest first after “Bạn đang ở”, then the former addresses."""
    return [" ".join(node.text().split()) for node in html.css(".plate h1 > *, .plate > p")]


def facts(html: LexborHTMLParser) -> dict[str, str]:
    """What is told of the record, by title."""
    titles, values = (
        [" ".join(node.text().split()) for node in html.css(selector)] for selector in ("dl dt", "dl dd")
    )
    return dict(zip(titles, values, strict=True))
