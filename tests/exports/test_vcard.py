"""Address cards, read back by a library that did not write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import vobject  # type: ignore[import-untyped]
from hypothesis import given

from tests.exports.texts import TEXTS
from village_site.exports.contentlines import plain
from village_site.exports.vcard import Card, cards

DAY = dt.date(2026, 11, 12)
NAMES = TEXTS.filter(lambda text: plain(text) != "")
HEAD = Card(
    uid="thon-mau/truong-thon@lang.example",
    name="Trưởng thôn Mẫu",
    changed=DAY,
    role="Trưởng thôn",
    organisation=("Xã Ví Dụ", "Thôn Mẫu"),
    phones=("+84912345678", "113"),
    email="thon-mau@lang.example",
    url="https://lang.example/thon-mau/",
    note="Sáng thứ hai;\nmang giấy tờ",
    categories=("Thôn", "Khẩn cấp"),
)


def read(text: str) -> list[Any]:
    return list(vobject.readComponents(text))


def test_a_whole_card() -> None:
    text = cards([HEAD])
    assert text == (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//village-site//villages//VI\r\n"
        "UID:thon-mau/truong-thon@lang.example\r\nFN:Trưởng thôn Mẫu\r\nN:Trưởng thôn Mẫu;;;;\r\n"
        "ORG:Xã Ví Dụ;Thôn Mẫu\r\nTITLE:Trưởng thôn\r\nROLE:Trưởng thôn\r\n"
        "TEL;TYPE=WORK,VOICE:+84912345678\r\nTEL;TYPE=WORK,VOICE:113\r\n"
        "EMAIL;TYPE=INTERNET:thon-mau@lang.example\r\n"
        "URL:https://lang.example/thon-mau/\r\nNOTE:Sáng thứ hai\\;\\nmang giấy tờ\r\n"
        "CATEGORIES:Thôn,Khẩn cấp\r\nREV:2026-11-12\r\nEND:VCARD\r\n"
    )
    (card,) = read(text)
    assert card.fn.value == card.n.value.family == "Trưởng thôn Mẫu"
    assert card.org.value == ["Xã Ví Dụ", "Thôn Mẫu"]
    assert [tel.value for tel in card.tel_list] == ["+84912345678", "113"]
    assert card.tel.params["TYPE"] == ["WORK", "VOICE"]
    assert card.note.value == HEAD.note
    assert (card.email.value, card.url.value) == (HEAD.email, HEAD.url)


def test_a_bare_card_has_what_the_format_asks_for() -> None:
    (card,) = read(cards([Card("a", "Công an xã", DAY)]))
    card.validate(raiseException=True)
    assert set(card.contents) == {"version", "prodid", "uid", "fn", "n", "rev"}


@given(NAMES, NAMES, NAMES)
def test_any_text_comes_back_and_no_line_gets_in(name: str, part: str, note: str) -> None:
    card = Card("a", name, DAY, part, (part, name), (part,), part, note=note)
    first, second = read(cards([card, card]))
    assert str(first) == str(second)
    assert sum(map(len, first.contents.values())) == 12
    # The library takes the parts of names with a comma apart into lists.
    assert first.fn.value == plain(name)
    assert first.org.value == [plain(part), plain(name)]
    assert first.title.value == first.role.value == first.tel.value == first.email.value == plain(part)
    assert first.note.value == plain(note)
    assert "".join(first.n.value.family) == plain(name)


def test_cards_stand_in_the_order_given() -> None:
    other = Card("b", "Công an xã", DAY)
    assert [card.fn.value for card in read(cards([other, HEAD]))] == ["Công an xã", "Trưởng thôn Mẫu"]
    assert cards([]) == ""
