"""Made-up villages for the search: a small site of names that are easily confused, and large ones to weigh."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from tests.support import BASE
from village_site.codes.alphabet import shown
from village_site.codes.register import digest, file_text
from village_site.model.shapes import slug

CODE = "7K3MXT4M"
CODED = "nam-bac-thanh/ngo-dinh"

# Each pair differs only in its tones, in the marks of its vowels or in đ and d.
PAIRS = (
    ("Đông Hà", "Đồng Hạ"), ("Đông Sơn", "Đống Sơn"), ("Đông Tâm", "Đồng Tâm"), ("Dương Liễu", "Đường Liêu"),
    ("Dại Đồng", "Đại Đồng"), ("Bắc Lâm", "Bạc Lâm"), ("Tân Lập", "Tấn Lập"), ("Tân Hòa", "Tân Hóa"),
    ("Phú Mỹ", "Phù Mỹ"), ("Phú Lộc", "Phú Lóc"), ("Thanh Bình", "Thành Bình"), ("Thanh Liêm", "Thạnh Liêm"),
    ("Hà Trung", "Hạ Trung"), ("Hải Yến", "Hai Yên"), ("Vĩnh An", "Vịnh An"), ("Vân Canh", "Văn Cảnh"),
    ("Long Sơn", "Lòng Sơn"), ("Lạc Thủy", "Lác Thủy"), ("Mỹ Đức", "Mỹ Dục"), ("Cẩm Lệ", "Cam Lê"),
    ("Quý Sơn", "Quỳ Sơn"), ("Ngọc Lũ", "Ngọc Lư"), ("Kim Bảng", "Kim Bằng"), ("Yên Thế", "Yến Thế"),
    ("Trung Lương", "Trung Lượng"), ("Xuân Đám", "Xuân Dầm"), ("Ân Phú", "An Phụ"), ("Bình Dân", "Bình Đàn"),
    ("Thượng Cát", "Thương Cát"), ("Nghĩa Lộ", "Nghĩa Lơ"), ("Sơn Tây", "Sơn Tầy"), ("Phong Điền", "Phong Diên"),
)  # fmt: skip

UNITS = """
    - {id: ha-tinh, kind: province, name: Hà Tĩnh}
    - {id: huyen-cam-xuyen, kind: district, name: Cẩm Xuyên, until: 30/06/2025, memberships: [{unit: ha-tinh}]}
    - {id: cam-thanh, kind: commune, name: Cẩm Thành, until: 30/06/2025, memberships: [{unit: huyen-cam-xuyen}]}
    - {id: cam-thach, kind: commune, name: Cẩm Thạch, until: 30/06/2025, memberships: [{unit: huyen-cam-xuyen}]}
    - {id: duc-long, kind: commune, name: Đức Long, until: 30/06/2025, memberships: [{unit: huyen-cam-xuyen}]}
    - id: cam-binh
      kind: commune
      name: Cẩm Bình
      since: 01/07/2025
      updated: 20/11/2026
      formed_from: [cam-thanh, cam-thach]
      memberships: [{unit: ha-tinh}]
    - id: duc-thinh
      kind: commune
      name: Đức Thịnh
      since: 01/07/2025
      updated: 20/11/2026
      formed_from: [duc-long]
      memberships: [{unit: ha-tinh}]
"""

SPECIAL = {
    "bac-thanh": "{name: Bắc Thành}",
    "nguyen-chi-thanh": "{kind: xom, name: Nguyễn Chí Thanh, former_names: [{name: Gò Mối, kind: ap}]}",
    "hop-nhat": "{name: Hợp Nhất, former_names: [{name: Đống Đa}, {name: Bãi Dâu}]}",
    "buon-ho": "{kind: buon, name: Hồ}",
    "buon-krong": "{kind: buon, name: 'Krông A&B <b>'}",
    "thon-1": "{name: '1'}",
    "thon-10": "{name: '10'}",
    "thon-12": "{name: '12'}",
}

ROADS = {
    "dong-ha": ["{id: truc-1, name: Đường Trục 1}", "{id: hoang-dieu, name: Đường Hoàng Diệu}"],
    "dong-ha-2": [
        "{id: truc-1, name: Đường Trục 1}",
        "{id: cho, name: Đường Chợ Đình, former_names: [{name: Lối Bàu Sen}]}",
    ],
    "nam-bac-thanh": [
        f"{{id: ngo-dinh, name: Ngõ Đình, code: {shown(CODE)}}}",
        "{id: bo-dong, name: Lộ Bờ Đông}",
    ],
}
GROUPS = {
    "dong-ha": ["{id: cay-da, kind: xom, name: Cây Đa}", "{id: to-1, kind: to-lien-gia, name: '1'}"],
    "dong-ha-2": ["{id: to-1, kind: to-lien-gia, name: '1'}"],
    "nam-bac-thanh": ["{id: ben-do, kind: cum, name: Bến Đò}"],
}
PLACES = {
    "dong-ha": ["{id: nha-van-hoa, kind: culture-house, name: Nhà văn hoá thôn}"],
    "dong-ha-2": ["{id: cho, kind: market, name: Chợ Gà}", "{id: cho-2, kind: market, name: Chợ Gạ}"],
    "nam-bac-thanh": [
        "{id: den, kind: relic, name: Đền Bà Chúa}",
        "{id: hoa-sen, kind: school, name: Mầm non Hoa Sen}",
    ],
}
DOCUMENTS = {
    "bac-thanh": [
        "{id: qd-12, type: decision, number: 12/QĐ-UBND, date: 2026, issuer: Xã, title: Lập quỹ khuyến học, "
        "link: 'https://xa.example/12'}",
    ]
}
HOUSEHOLDS = {"nam-bac-thanh": ["{id: h1, road: ngo-dinh, number: '77'}"]}


def confusable() -> dict[str, str]:
    """A small site's data, by file: the pairs, a few further villages, and names within some of them."""
    names: dict[str, str] = {}
    for one, two in PAIRS:
        names[slug(one)] = one
        names[f"{slug(two)}-2"] = two
    villages = {village: f"{{name: {name}}}" for village, name in names.items()} | SPECIAL
    files = {"_units/ha-tinh.yml": UNITS}
    for number, (village, text) in enumerate(villages.items()):
        files[f"{village}/village.yml"] = _village(text, "duc-long" if number % 2 else "cam-thach")
    lists_of = {
        "roads": ROADS,
        "groups": GROUPS,
        "places": PLACES,
        "documents": DOCUMENTS,
        "households": HOUSEHOLDS,
    }
    for file, lists in lists_of.items():
        for village, items in lists.items():
            files[f"{village}/{file}.yml"] = "".join(f"- {item}\n" for item in items)
    issued = file_text([(CODE, "road", CODED)])
    files[f"_register/2026-11-20-{digest(issued)}.csv"] = issued
    return files


def _village(text: str, former: str) -> str:
    now = "duc-thinh" if former == "duc-long" else "cam-binh"
    kind = "" if "kind:" in text.partition("name:")[0] else "kind: thon, "
    memberships = f"[{{unit: {former}, until: 30/06/2025}}, {{unit: {now}, since: 01/07/2025}}]"
    return f"{{{kind}{text[1:-1]}, updated: 20/11/2026, memberships: {memberships}}}\n"


SYLLABLES = """
    An Ân Bắc Bạch Bàn Bằng Bảo Bến Bích Bình Bồng Bùi Cẩm Cảnh Cao Cát Cầu Châu Chi Chính Chợ Cổ Cư
    Cường Dân Diên Điền Định Đoài Đoan Đô Đông Đồng Đống Đức Đường Gia Giang Giáp Hà Hạ Hải Hàm Hàn Hậu
    Hiền Hiệp Hòa Hoa Hoàng Hội Hồng Hợp Huệ Hùng Hưng Hương Hữu Khánh Khê Kiên Kim Kỳ La Lạc Lai Lam
    Lâm Lập Lệ Liên Liễu Linh Lộc Lợi Long Lương Lưu Lý Mai Mậu Minh Mộc Mỹ Nam Ngãi Nghi Nghĩa Ngọc Ngô
    Nguyên Nhân Nhật Nhơn Ninh Nội Phong Phú Phúc Phước Phượng Quan Quang Quảng Quế Quý Sen Sơn Tam Tân
    Tây Tế Thạch Thái Thắng Thanh Thành Thạnh Thịnh Thọ Thuận Thủy Thượng Tiên Tiến Tín Toàn Trà Trạch
    Trang Tri Triều Trung Trường Tú Tuyên Vân Văn Viên Việt Vinh Vĩnh Vọng Vũ Xá Xuân Yên
"""
KINDS = ("thon", "thon", "thon", "xom", "ban", "ap", "to-dan-pho")
IN_A_COMMUNE, IN_A_PROVINCE = 15, 100
ROAD_NAMES = ("Đường Trục thôn {n}", "Ngõ {n}", "Đường {name}", "Ngõ {name}")


def many(count: int, *, roads: int = 0) -> Iterator[tuple[str, str]]:
    """Files of a site of `count` villages in communes of 15, each formed from two of a former district.

    Equal arguments give equal files. Every second village bears a former name; every third has only a number.
    `roads` more files name so many roads in each village.
    """
    choose = random.Random(f"search {count}")

    syllables = SYLLABLES.split()

    def name() -> str:
        return " ".join(choose.choices(syllables, k=choose.choice((2, 2, 2, 3))))

    yield "_site.yml", BASE["_site.yml"]
    communes = -(-count // IN_A_COMMUNE)
    yield "_units/many.yml", "".join(_units(range(communes), name))
    for number in range(count):
        commune = number // IN_A_COMMUNE
        title = str(number % IN_A_COMMUNE + 1) if number % 3 == 0 else name()
        former = f"former_names: [{{name: {name()}}}], " if number % 2 else ""
        text = (
            f"{{kind: {choose.choice(KINDS)}, name: '{title}', updated: 20/11/2026, {former}memberships: ["
            f"{{unit: old-{commune}-{number % 2}, until: 30/06/2025}}, {{unit: new-{commune}, since: 01/07/2025}}]}}\n"
        )
        yield f"{slug(title)}-{number}/village.yml", text
        if roads:
            names = (choose.choice(ROAD_NAMES).format(n=n + 1, name=name()) for n in range(roads))
            lines = (f"- {{id: d{n}, name: '{road}'}}\n" for n, road in enumerate(names))
            yield f"{slug(title)}-{number}/roads.yml", "".join(lines)


def _units(communes: range, name: Callable[[], str]) -> Iterator[str]:
    for number in communes:
        province = number // IN_A_PROVINCE
        if number % IN_A_PROVINCE == 0:
            yield f"- {{id: tinh-{province}, kind: province, name: {name()}}}\n"
        if number % 10 == 0:
            yield (
                f"- {{id: huyen-{number // 10}, kind: district, name: {name()}, until: 30/06/2025, "
                f"memberships: [{{unit: tinh-{province}}}]}}\n"
            )
        for half in range(2):
            yield (
                f"- {{id: old-{number}-{half}, kind: commune, name: {name()}, until: 30/06/2025, "
                f"memberships: [{{unit: huyen-{number // 10}}}]}}\n"
            )
        yield (
            f"- {{id: new-{number}, kind: commune, name: {name()}, since: 01/07/2025, updated: 20/11/2026, "
            f"formed_from: [old-{number}-0, old-{number}-1], memberships: [{{unit: tinh-{province}}}]}}\n"
        )
