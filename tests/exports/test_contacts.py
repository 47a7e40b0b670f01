"""Address cards of villages and communes, read back by a library that did not write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import vobject  # type: ignore[import-untyped]

from tests.exports.data import written
from tests.privacy.support import CONSENT, NAME, site_folder
from tests.support import BASE, DAY, atlas
from village_site.exports.contacts import write_contacts
from village_site.exports.contentlines import read_through
from village_site.model.contacts import CONTACTS as KIND
from village_site.site import open_atlas

VILLAGE, COMMUNE = "thon/nam-bac-thanh/lien-he.vcf", "xa/cam-binh/lien-he.vcf"
UNITS = BASE["_units/ha-tinh.yml"].replace(
    "updated: 20/11/2026",
    "updated: 20/11/2026\n          contacts: [{role: công an xã, phone: 0239 3892 689, email: cax@lang.example}]",
)
CONTACTS = """
    - {role: {vi: trưởng thôn, en: Head}, phone: 0912 345 678, hours: "sáng thứ hai; nhà văn hoá", tasks: Việc chung.,
       zalo: "https://zalo.me/84239389268", updated: 12/11/2026, illustrative: yes}
    - {role: y tá, organisation: Trạm y tế xã, phone: 115}
    - {role: Phó thôn Nam Bắc Thành, email: pho@lang.example}
    - {role: trưởng thôn, phone: 0912 345 679}
    - {role: bí thư chi đoàn}
    - {role: công an viên, phone: 0912 345 670, term_end: 5/2026}
"""


def files(tmp_path: Path, texts: dict[str, str]) -> dict[str, list[Any]]:
    """The cards of every file by its path below the site."""
    write_contacts(atlas(tmp_path, texts), tmp_path / "site")
    return {
        path.relative_to(tmp_path / "site").as_posix(): read(path.read_bytes().decode())
        for path in (tmp_path / "site").rglob("*.vcf")
    }


def read(text: str) -> list[Any]:
    found = list(vobject.readComponents(text))
    for card in found:
        card.validate(raiseException=True)
    return found


def test_a_village_has_its_own_and_its_communes(tmp_path: Path) -> None:
    found = files(tmp_path, {"nam-bac-thanh/contacts.yml": CONTACTS, "_units/ha-tinh.yml": UNITS})
    assert [card.fn.value for card in found[VILLAGE]] == [
        "Trưởng thôn – thôn Nam Bắc Thành",
        "Y tá – Trạm y tế xã",
        "Phó thôn Nam Bắc Thành",
        "Trưởng thôn – thôn Nam Bắc Thành",
        "Công an xã – xã Cẩm Bình",
    ], "nobody who cannot be called, nobody whose term is over"
    assert [card.fn.value for card in found[COMMUNE]] == ["Công an xã – xã Cẩm Bình"]
    assert [card.uid.value for card in found[VILLAGE]] == [
        "thon.nam-bac-thanh.truong-thon@lang.example",
        "thon.nam-bac-thanh.y-ta@lang.example",
        "thon.nam-bac-thanh.pho-thon-nam-bac-thanh@lang.example",
        "thon.nam-bac-thanh.truong-thon.2@lang.example",
        "xa.cam-binh.cong-an-xa@lang.example",
    ]


def test_what_stands_on_a_card(tmp_path: Path) -> None:
    found = files(tmp_path, {"nam-bac-thanh/contacts.yml": CONTACTS, "_units/ha-tinh.yml": UNITS})
    head, nurse, *_, police = found[VILLAGE]
    assert (head.tel.value, head.title.value) == ("+84912345678", "Trưởng thôn")
    assert head.org.value == ["Xã Cẩm Bình", "Thôn Nam Bắc Thành"]
    assert head.note.value.splitlines() == [
        "Dữ liệu minh hoạ",
        "Giờ làm việc: sáng thứ hai; nhà văn hoá",
        "Việc chung.",
        "Zalo: https://zalo.me/84239389268",
    ]
    assert (head.url.value, head.rev.value) == ("https://lang.example/thon/nam-bac-thanh/", "2026-11-12")
    assert (nurse.tel.value, nurse.org.value) == ("115", ["Trạm y tế xã"])
    assert (police.email.value, police.org.value) == ("cax@lang.example", ["Xã Cẩm Bình"])


def test_nobody_to_call_makes_no_file(tmp_path: Path) -> None:
    assert files(tmp_path, {"nam-bac-thanh/contacts.yml": "[{role: bí thư chi đoàn}]"}) == {}


def test_the_public_data_has_every_contact(tmp_path: Path) -> None:
    made = written(tmp_path, {"nam-bac-thanh/contacts.yml": CONTACTS, "_units/ha-tinh.yml": UNITS})
    assert len(read(made["contact.vcf"])) == 7
    assert '"vcf": "contact.vcf"' in made["index.json"]
    assert written(tmp_path / "none")["contact.vcf"] == ""


def test_no_persons_name_or_picture_is_ever_on_a_card(tmp_path: Path) -> None:
    consent = CONSENT.replace("hộ: ho-1", "liên hệ: tt").replace("trang sau mã QR", "trang thôn")
    consent = consent.replace('[họ tên, điện thoại, vị trí, "nghề, dịch vụ", danh hiệu]', "[họ tên]")
    folder = site_folder(
        tmp_path,
        {"contacts.yml": f"[{{id: tt, person: {NAME}}}]", "consents.yml": consent},
        {"nam-bac-thanh/contacts.yml": "[{id: tt, role: trưởng thôn, phone: 0912 345 678}]"},
    )
    made, _ = open_atlas(folder, DAY)
    place = made.by_id["nam-bac-thanh"]
    assert place.folder.of(KIND)[0].person == NAME, "with consent it is on the page"
    write_contacts(made, tmp_path / "site")
    text = (tmp_path / "site" / VILLAGE).read_text("utf-8")
    assert NAME not in read_through(text)
    assert "Trưởng thôn" in text
