"""The sample invents no persons and no numbers, marks what it makes up, and shows both languages of keys."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from village_site.atlas import Atlas, coded_records
from village_site.checks import check
from village_site.model import KINDS
from village_site.model.contacts import CONTACTS, Contact
from village_site.model.declare import Record
from village_site.model.groups import GROUPS
from village_site.model.history import HISTORY
from village_site.model.households import HOUSEHOLDS
from village_site.model.listed import Listed
from village_site.model.roads import ROADS
from village_site.source import Scalar
from village_site.values import PhoneKind

VIETNAMESE = {"nam-bac-thanh", "cam-trang", "bong-giang-1", "van-giang-1", "rach-mau"}
ENGLISH = {"lien-ha", "hop-phat", "bong-giang-2", "van-giang-2", "hoa-ich-lam"}
# Missing codes are written by a command of their own.
ABOUT_CODES = {"no-code"}


def test_nothing_to_complain_of(atlas: Atlas) -> None:
    assert [problem for problem in check(atlas) if problem.code not in ABOUT_CODES] == []


def test_enough_to_look_at(atlas: Atlas) -> None:
    coded = [record for place in atlas.places for _, record in coded_records(place.folder, KINDS)]
    assert len(coded) >= 80
    numbers = {house.number for place in atlas.places for house in place.folder.of(HOUSEHOLDS)}
    assert {"2", "10", "10A", "12/3", None} <= numbers
    minimal = atlas.by_id["bong-giang-2"]
    assert minimal.village.introduction is None
    assert not any(minimal.folder.records.values())


def test_one_village_has_every_file(atlas: Atlas) -> None:
    folder = atlas.by_id["rach-mau"].folder
    # Titles and campaigns are never made up; what private folders hold is not in the sample.
    elsewhere = {"village", "recognition", "campaign", "progress", "weekly-report", "target"}
    wanted = {kind.name for kind in KINDS if kind.in_village and not kind.private} - elsewhere
    assert {name for name, records in folder.records.items() if records} == wanted
    assert folder.map


def test_what_is_made_up_says_so(atlas: Atlas) -> None:
    for place in atlas.places:
        invented = [*place.folder.of(GROUPS), *place.folder.of(ROADS), *place.folder.of(HOUSEHOLDS)]
        assert all(record.illustrative for record in invented)
        if invented:
            assert place.village.illustrative_parts is not None
        for event in place.folder.of(HISTORY):
            assert event.illustrative is not bool(event.sources)
    assert [place.id for place in atlas.places if place.village.illustrative] == ["rach-mau"]


def test_no_number_is_invented(atlas: Atlas) -> None:
    for contact in _contacts(atlas):
        if contact.phone is not None:
            assert contact.phone.kind is PhoneKind.EMERGENCY
        else:
            assert contact.sources or contact.illustrative, contact.role
        assert contact.email is None
        assert contact.zalo is None
        assert contact.term_start is None or contact.illustrative


def test_contacts_are_roles_and_no_persons(atlas: Atlas) -> None:
    roles = {contact.role.vi for contact in _contacts(atlas)}
    assert roles == {
        "Bí thư chi bộ",
        "Bảo vệ trẻ em",
        "Bộ phận một cửa",
        "Chi uỷ viên",
        "Phó bí thư chi bộ",
        "Trưởng thôn",
        "Trưởng ấp",
        "Tổ công tác của xã theo dõi thôn",
        "Tổ trưởng các tổ liên gia",
        "Tổ trưởng tổ dân phố",
    }
    for place in atlas.places:
        for group in place.folder.of(GROUPS):
            assert group.head is None or group.head.vi.startswith(("Tổ trưởng", "Cụm trưởng"))
        for road in place.folder.of(ROADS):
            assert road.caretaker is None or road.caretaker.vi.startswith(("Tổ", "Các tổ", "Cụm"))


def test_half_of_the_villages_are_written_in_vietnamese(atlas: Atlas) -> None:
    assert {place.id for place in atlas.places} == VIETNAMESE | ENGLISH
    for place in atlas.places:
        vietnamese = place.id in VIETNAMESE
        stems = {kind.file_vi if vietnamese else kind.file for kind in KINDS}
        records = [place.village, *(record for found in place.folder.records.values() for record in found)]
        for record in _with_nested(records):
            _assert_language(record, vietnamese)
            assert record.origin.file.rpartition("/")[2].rpartition(".")[0] in stems


def _assert_language(record: Record, vietnamese: bool) -> None:
    """Keys, and values out of lists, are in the file's language."""
    for name, value in record.origin.mapping.pairs:
        spec = record.origin.table.find(name.text)
        assert spec is not None
        assert name.text == (spec.vi if vietnamese else spec.en)
        listed = getattr(record, spec.en)
        if isinstance(listed, Listed) and isinstance(value, Scalar):
            assert value.text == (listed.term.vi if vietnamese else listed.term.en)


def _with_nested(values: list[Any]) -> Iterator[Record]:
    for value in values:
        if isinstance(value, Record):
            yield value
            yield from _with_nested([getattr(value, field.name) for field in fields(value)])
        elif isinstance(value, tuple):
            yield from _with_nested(list(value))


def _contacts(atlas: Atlas) -> Iterator[Contact]:
    yield from atlas.dataset.site.contacts
    for unit in atlas.dataset.units:
        yield from unit.contacts
    for place in atlas.places:
        yield from place.folder.of(CONTACTS)
