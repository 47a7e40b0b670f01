"""The page about privacy: its two blocks say what the model and the data say, and it is in the menu."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.pages.support import one, words
from tests.support import BASE, atlas
from village_site.catalogue import label
from village_site.model import KINDS
from village_site.model.declare import table
from village_site.model.kinds import Kind
from village_site.model.personal import Scope
from village_site.pages import BLOCKS
from village_site.render import capital

ROOT = Path(__file__).parents[2]
PAGE = "quyen-rieng-tu.md"
PERSONAL = [kind for kind in KINDS if table(kind.record).personal]
CONTACTS = """
        contacts:
          - {role: văn phòng xã, organisation: UBND xã Cẩm Bình, phone: 0239 3892 689, hours: sáng thứ hai}
          - {role: Cán bộ cũ, phone: 0912 345 678, term_end: 6/2025}
"""


def block(name: str, tmp_path: Path, more: str = "") -> LexborHTMLParser:
    """A block of the small site, with further lines in its `_site.yml`."""
    return LexborHTMLParser(BLOCKS[name](atlas(tmp_path, {"_site.yml": BASE["_site.yml"] + more}), "../"))


@pytest.mark.parametrize("kind", PERSONAL, ids=lambda kind: kind.name)
def test_every_declared_personal_field_is_told(tmp_path: Path, kind: Kind[Any]) -> None:
    tree = block("personal-data", tmp_path)
    heads = [words(head) for head in tree.css("h3")]
    lists = [[words(title) for title in part.css("dt")] for part in tree.css("dl")]
    told = dict(zip(heads, lists, strict=True))
    assert told[label(f"privacy-of-{kind.name}", "vi")] == [
        spec.title.vi for spec in table(kind.record).personal
    ]
    assert lists[-1] == [capital(scope.title.vi) for scope in Scope]
    assert len(told) == len(PERSONAL) + 1
    assert heads[0] == "Của một hộ"
    assert all(words(meaning) for meaning in tree.css("dd"))


def test_who_is_responsible_and_who_is_called_come_from_the_data(tmp_path: Path) -> None:
    tree = block("privacy", tmp_path, CONTACTS)
    told = [words(meaning) for meaning in tree.css("dd")]
    assert told == ["Nhóm làm trang mẫu", "Bộ phận một cửa của xã"]
    assert words(one(tree, ".vs-role")) == "Văn phòng xã, UBND xã Cẩm Bình"
    assert one(tree, ".vs-call").attributes["href"] == "tel:+842393892689"
    assert "sáng thứ hai" in words(one(tree, "li"))


def test_without_contacts_the_office_stands_alone(tmp_path: Path) -> None:
    tree = block("privacy", tmp_path)
    assert tree.css("ul, a") == []
    assert len(tree.css("dd")) == 2


def test_the_page_asks_for_both_blocks_and_is_in_the_menu() -> None:
    text = (ROOT / "content" / PAGE).read_text("utf-8")
    for name in ("privacy", "personal-data"):
        assert text.count(f"<!-- villages:{name} -->") == 1
    assert f"  - Quyền riêng tư: {PAGE}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")
    for words_ in ("rút lại", "cookie", "trẻ em", "Dữ liệu minh hoạ", "OTP"):
        assert words_ in text
