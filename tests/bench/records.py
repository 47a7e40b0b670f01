"""The made-up records of the benchmark: equal sizes make equal records.

Nobody in them exists: contacts are roles, and the only telephone numbers are the public emergency ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.bench.words import CRITERIA, FIGURES, FIRST_WORDS, PLACES, ROLES, SECOND_WORDS, SENTENCES
from village_site.codes.alphabet import new_code
from village_site.model.shapes import slug

Data = dict[str, Any]

UPDATED = "20/11/2026"
BASE_URL = "https://thon.example"
GROUPS, EVENTS, VILLAGES_IN_A_COMMUNE = 4, 6, 15


@dataclass(frozen=True)
class Size:
    """How many of each there are, over all villages."""

    villages: int
    households: int
    roads: int


SIZES = {
    "small": Size(3, 300, 40),
    "commune": Size(15, 3_000, 300),
    "district": Size(150, 30_000, 3_000),
}


class Maker:
    """Makes the records of one size; `issued` lists every code with its kind and record."""

    def __init__(self, size: str) -> None:
        self.size = SIZES[size]
        self.random = random.Random(f"village-site {size}")
        self.issued: list[tuple[str, str, str]] = []
        self._codes: set[str] = set()

    def code(self, kind: str, record: str) -> str:
        """A fresh code for a record."""
        code = new_code(self._codes.__contains__, self.random.choice)
        self._codes.add(code)
        self.issued.append((code, kind, record))
        return code

    def villages(self) -> Iterator[tuple[str, Data]]:
        """Id and files of each village."""
        names = self.random.sample(
            [f"{a} {b}" for a in FIRST_WORDS for b in SECOND_WORDS], self.size.villages
        )
        for index, name in enumerate(names):
            yield slug(name), self._village(slug(name), name, index)

    def text(self, sentences: int) -> str:
        """A paragraph."""
        return " ".join(
            s.format(n=self.random.randint(15, 60)) for s in self.random.sample(SENTENCES, sentences)
        )

    def date(self, first: int, last: int) -> str:
        """A day between two years."""
        choose = self.random.randint
        return f"{choose(1, 28):02d}/{choose(1, 12):02d}/{choose(first, last)}"

    def _village(self, village: str, name: str, index: int) -> Data:
        commune = index // VILLAGES_IN_A_COMMUNE
        roads = share(self.size.roads, index, self.size.villages)
        return {
            "village": {
                "code": self.code("village", village),
                "kind": self.random.choice(("thôn", "xóm", "bản", "ấp")),
                "name": name,
                "updated": UPDATED,
                "illustrative": "có",
                "former_names": [{"name": f"{name} {index % 9 + 1}", "until": self.date(2015, 2019)}],
                "memberships": [
                    {"unit": f"xa-cu-{commune}", "until": "30/06/2025"},
                    {"unit": f"xa-{commune}", "since": "01/07/2025", "decision": "Nghị quyết minh hoạ"},
                ],
                "introduction": "\n\n".join(self.text(5) for _ in range(4)),
                "figures": [self._figure(*figure) for figure in FIGURES],
                "location": f"{self.random.randint(15, 20)}.{self._digits()}, 105.{self._digits()}",
                "directions": f"Từ {self.random.choice(PLACES)} đi thẳng {self.random.randint(2, 9)} km.",
            },
            "contacts": [self._contact(*role) for role in ROLES],
            "criteria": [self._assessment()],
            "history": [
                {
                    "date": self.date(1950, 2024),
                    "title": f"Mốc thứ {n + 1}: {self.random.choice(PLACES)}",
                    "text": self.text(3),
                }
                for n in range(EVENTS)
            ],
            "recognitions": [
                {"name": "Thôn văn hoá", "date": self.date(2010, 2024), "issuer": "Uỷ ban nhân dân huyện"}
            ],
            "groups": [self._group(village, n + 1) for n in range(GROUPS)],
            "roads": [self._road(village, n + 1) for n in range(roads)],
            "households": [
                self._household(village, n, roads)
                for n in range(share(self.size.households, index, self.size.villages))
            ],
        }

    def _digits(self) -> int:
        return self.random.randint(10_000, 99_999)

    def _figure(self, name: str, unit: str) -> Data:
        value = f"khoảng {self.random.randint(20, 99)} {unit}"
        return {
            "name": name,
            "value": value,
            "date": f"{self.random.randint(2022, 2025)}",
            "sources": "Số liệu minh hoạ",
        }

    def _contact(self, role: str, phone: str | None, tasks: str) -> Data:
        entry = {"role": role, "tasks": tasks, "hours": "Sáng thứ hai tại nhà văn hoá", "term_start": "2024"}
        return entry | ({"phone": phone} if phone else {})

    def _assessment(self) -> Data:
        choose = self.random
        scores = [
            {
                "criterion": str(number),
                "status": choose.choice(("đạt", "đạt", "đạt", "chưa đạt", "đang thực hiện")),
                "value": f"{choose.randint(60, 100)} %",
                "date": self.date(2025, 2025),
                "evidence": self.text(1),
            }
            for number in range(1, len(CRITERIA) + 1)
        ]
        return {"set": "bo-19", "date": "12/2025", "scores": scores}

    def _group(self, village: str, number: int) -> Data:
        name = f"to-{number}"
        return {
            "id": name,
            "code": self.code("group", f"{village}/{name}"),
            "kind": "tổ liên gia",
            "name": str(number),
            "area": f"Từ {self.random.choice(PLACES)} đến {self.random.choice(PLACES)}",
            "households": f"{self.random.randint(30, 70)} hộ",
            "head": "Tổ trưởng tổ liên gia",
            "tasks": self.text(2),
        }

    def _road(self, village: str, number: int) -> Data:
        choose, name = self.random, f"duong-{number}"
        return {
            "id": name,
            "code": self.code("road", f"{village}/{name}"),
            "name": f"Đường {choose.choice(FIRST_WORDS)} {choose.choice(SECOND_WORDS)} {number}",
            "kind": choose.choice(("trục thôn", "liên thôn", "ngõ", "nội đồng")),
            "story": self.text(2),
            "start": choose.choice(PLACES),
            "end": choose.choice(PLACES),
            "length": f"khoảng {choose.randint(200, 950)} m",
            "width": f"{choose.choice(('2,5', '3', '3,5', '5'))} m",
            "surface": choose.choice(("bê tông", "nhựa", "cấp phối", "gạch")),
            "year": str(choose.randint(1995, 2025)),
            "caretaker": f"Tổ liên gia {number % GROUPS + 1}",
            "group": f"to-{number % GROUPS + 1}",
            "lighting": choose.choice(("có đèn", "một phần", "chưa có đèn")),
        }

    def _household(self, village: str, index: int, roads: int) -> Data:
        name, place = f"ho-{index + 1}", index // roads + 1
        numbered = {"number": str(place)} if index % 5 else {}  # not every house has a number
        return {
            "id": name,
            "code": self.code("household", f"{village}/{name}"),
            "road": f"duong-{index % roads + 1}",
            **numbered,
            "distance": f"khoảng {place * 12} m",
            "side": ("trái", "phải")[place % 2],
            "near": f"{self.random.choice(PLACES)}, cách khoảng {self.random.randint(2, 30) * 10} bước chân",
            "group": f"to-{index % GROUPS + 1}",
            "updated": self.date(2025, 2025),
            "illustrative": "có",
        }


def shared(communes: int) -> Data:
    """What belongs to no village: the site, its units and the criteria set."""
    units: list[Data] = [{"id": "tinh", "kind": "tỉnh", "name": "Minh Hoạ"}]
    units.append(
        {
            "id": "huyen",
            "kind": "huyện",
            "name": "Đông Sơn",
            "until": "30/06/2025",
            "memberships": [{"unit": "tinh"}],
        }
    )
    for n in range(communes):
        old = {
            "id": f"xa-cu-{n}",
            "kind": "xã",
            "name": f"{FIRST_WORDS[n]} {SECOND_WORDS[n]}",
            "until": "30/06/2025",
        }
        new = {
            "id": f"xa-{n}",
            "kind": "xã",
            "name": f"{FIRST_WORDS[n]} {SECOND_WORDS[n + 1]}",
            "since": "01/07/2025",
            "updated": UPDATED,
        }
        units.append(old | {"memberships": [{"unit": "huyen"}]})
        units.append(
            new | {"memberships": [{"unit": "tinh"}], "report_to": "Bộ phận một cửa, Uỷ ban nhân dân xã"}
        )
    criteria = [{"number": str(n), "name": name, "target": "Đạt"} for n, name in enumerate(CRITERIA, 1)]
    return {
        "_site": {
            "schema": "1",
            "name": "Làng minh hoạ",
            "publisher": "Nhóm đo tốc độ",
            "report_to": "Bộ phận một cửa của xã",
            "codes": {"base_url": BASE_URL},
        },
        "_units": units,
        "_criteria": {
            "name": "Bộ 19 tiêu chí minh hoạ",
            "level": "thôn",
            "verified": "không",
            "criteria": criteria,
        },
    }


def share(total: int, index: int, parts: int) -> int:
    """How many of `total` the part at `index` gets."""
    return total * (index + 1) // parts - total * index // parts
