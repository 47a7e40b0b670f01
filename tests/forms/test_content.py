"""What the forms say: boxes from the model, whom to turn to from the data, nothing personal."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.forms.support import HOUSE, REAL, VILLAGE, form_of, strings
from tests.support import DAY, atlas
from village_site.atlas import Atlas
from village_site.catalogue import label
from village_site.dataset import load
from village_site.forms import CONSENT, WITHDRAWAL
from village_site.forms.content import forms, kinds_with_consent, personal_data
from village_site.model import KINDS
from village_site.model.contacts import CONTACTS
from village_site.model.declare import table
from village_site.model.households import HOUSEHOLDS
from village_site.model.kinds import Kind
from village_site.model.personal import PersonalData, Scope
from village_site.privacy.consents import names_others
from village_site.render import capital

CONTACT_FILE = f"{VILLAGE}/contacts.yml"
WORDING = {
    CONSENT: "3e73f40987d156e6",
    WITHDRAWAL: "fed389697ec57015",
}
"""A digest of what each version says. When this test fails because a form says something else, people who sign
it sign something else: give the form a new version in forms/content.py, and then its digest here."""


def boxes(words: dict[str, Any], heading: str) -> list[dict[str, Any]]:
    """The boxes below a heading."""
    (section,) = [part for part in words["sections"] if part["heading"]["vi"] == label(heading, "vi")]
    found: list[dict[str, Any]] = section["boxes"]
    return found


def people(data: Atlas) -> list[str]:
    """Whom the form of consent says one can turn to."""
    words = form_of(data, HOUSEHOLDS).words
    (section,) = [part for part in words["sections"] if part["heading"]["vi"] == label("form-withdraw", "vi")]
    found: list[str] = section["points"]
    return found


def test_every_kind_with_personal_fields_has_its_forms(tmp_path: Path) -> None:
    kinds = kinds_with_consent(KINDS)
    signed = [kind for kind in KINDS if table(kind.record).personal and not names_others(kind)]
    assert {kind.name for kind in kinds} == {kind.name for kind in signed}
    assert {"household", "contact"} <= {kind.name for kind in kinds}, "a product's consent is its household's"
    assert {"household", "contact"} <= {kind.name for kind in kinds}
    data = atlas(tmp_path)
    for kind in kinds:
        consent, withdrawal = forms(data, data.by_id[VILLAGE], kind)
        assert (consent.file, withdrawal.file) == (
            f"{VILLAGE}/dong-y-{kind.file_vi}.pdf",
            f"{VILLAGE}/rut-lai-{kind.file_vi}.pdf",
        )


@pytest.mark.parametrize("kind", kinds_with_consent(KINDS), ids=lambda kind: kind.name)
def test_there_is_a_box_for_each_declared_field_and_each_scope(tmp_path: Path, kind: Kind[Any]) -> None:
    data = atlas(tmp_path)
    declared = {spec.personal for spec in table(kind.record).personal}
    names = [capital(one.title.vi) for one in PersonalData if one in declared]
    assert [capital(one.title.vi) for one in personal_data(kind)] == names
    consent, withdrawal = (form_of(data, kind, number).words for number in (0, 1))
    ticks = boxes(consent, "form-fields")
    assert [box["name"] for box in ticks] == names
    assert all(box["help"] and box["line"] for box in ticks), "what is published is written beside its box"
    assert [box["name"] for box in boxes(consent, "form-scope")] == [capital(one.title.vi) for one in Scope]
    assert [box["name"] for box in boxes(withdrawal, "form-stop")][1:] == names


def test_the_first_in_office_of_village_and_commune_are_named(tmp_path: Path) -> None:
    contacts = """
        - {role: Bảo vệ trẻ em, phone: 111}
        - {role: Phó thôn, phone: 0912 345 678, term_end: 6/2025}
        - {role: Trưởng thôn, hours: sáng thứ hai, term_end: 6/2027}
        - {role: Bí thư chi bộ}
    """
    data = atlas(tmp_path, {CONTACT_FILE: contacts, "_site.yml": REAL})
    assert people(data) == [
        "Bộ phận một cửa, UBND xã Cẩm Bình",
        "Trưởng thôn, sáng thứ hai",
        "Văn phòng UBND xã, 0239 3892 689",
    ]


def test_an_office_that_is_a_contact_too_is_named_once_with_its_number(tmp_path: Path) -> None:
    role = "Bộ phận một cửa, organisation: UBND xã Cẩm Bình"
    data = atlas(tmp_path, {CONTACT_FILE: f"- {{role: {role}, phone: 0239 3892 689}}"})
    assert people(data) == ["Bộ phận một cửa, UBND xã Cẩm Bình, 0239 3892 689"]


@pytest.mark.parametrize("phone", ["", ", phone: 0239 3892 689"])
def test_there_is_room_for_a_number_where_none_is_known(tmp_path: Path, phone: str) -> None:
    data = atlas(tmp_path, {CONTACT_FILE: f"- {{role: Trưởng thôn{phone}}}"})
    for number in (0, 1):
        said = list(strings(form_of(data, HOUSEHOLDS, number).words))
        assert (label("form-phone", "vi") in said) is (phone == "")


def test_publisher_domain_and_address_come_from_the_data(tmp_path: Path) -> None:
    data = atlas(tmp_path, {"_site.yml": REAL})
    for kind in (HOUSEHOLDS, CONTACTS):
        words = form_of(data, kind).words
        assert words["place"] == "Thôn Nam Bắc Thành, xã Cẩm Bình, tỉnh Hà Tĩnh"
        assert "UBND xã Cẩm Bình, cho trang mạng thon.vn." in list(strings(words))
        assert words["sample"] == ""
    assert form_of(atlas(tmp_path / "sample"), HOUSEHOLDS).words["sample"] == "BẢN MẪU, CHỈ ĐỂ XEM"


def test_a_households_form_has_its_address_and_code_and_nothing_personal(tmp_path: Path) -> None:
    data = atlas(tmp_path, HOUSE)
    private = tmp_path / "private" / VILLAGE
    private.mkdir(parents=True)
    (private / "ho.yml").write_text(
        "- {mã riêng: nha-12, họ tên: Nguyễn Văn Mẫu, điện thoại: 0912 345 678, nghề: [sửa xe]}", "utf-8"
    )
    (private / "dong-y.yml").write_text(
        "- {mã riêng: nha-12-1, hộ: nha-12, đồng ý đăng: [họ tên, điện thoại, 'nghề, dịch vụ'],"
        " phạm vi: [trang sau mã QR], mẫu phiếu: ĐY-1, ngày: 1/11/2026, người đồng ý: chủ hộ,"
        " số hồ sơ giấy: 12}",
        "utf-8",
    )
    found, problems = load(tmp_path / "villages")
    assert found is not None, problems
    assert problems == []
    data = Atlas(found, DAY)
    place = data.by_id[VILLAGE]
    (house,) = place.folder.of(HOUSEHOLDS)
    assert house.person == "Nguyễn Văn Mẫu"
    for form in forms(data, place, HOUSEHOLDS, house):
        assert form.words["identity"][0]["text"] == "Số 12, Đường Trục thôn 2"
        said = " ".join(strings(form.words))
        assert not [word for word in ("Nguyễn", "0912", "sửa xe") if word in said]


def test_a_form_says_what_the_law_and_the_door_ask_for(tmp_path: Path) -> None:
    said = " ".join(strings(form_of(atlas(tmp_path), HOUSEHOLDS).words))
    for words in (
        "không bắt buộc",
        "không mất quyền lợi gì",
        "chỉ hiện địa chỉ",
        "không bao giờ hỏi tiền, mật khẩu, mã OTP",
        "không đăng gì về trẻ em",
        "không phải nêu lý do",
        "Số hồ sơ giấy",
        "Hỏi lại trước ngày",
        f"Mẫu {CONSENT}",
    ):
        assert words in said


def test_a_version_keeps_its_wording(tmp_path: Path) -> None:
    data = atlas(tmp_path)
    for number, version in enumerate((CONSENT, WITHDRAWAL)):
        words = [form_of(data, kind, number).words for kind in kinds_with_consent(KINDS)]
        text = json.dumps(words, ensure_ascii=False, sort_keys=True)
        assert hashlib.sha256(text.encode()).hexdigest()[:16] == WORDING[version], version
