"""Many urgent notices at once leave the page to be read: three on top, the others behind one link."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.cards import sample
from tests.notices.data import VILLAGE, village
from tests.support import atlas
from village_site.alerts import MOST, alerts

COMING = "\n  since: 22/11/2026"


def many(count: int, coming: int = 0) -> dict[str, str]:
    """So many urgent notices in the village's file, the first of which have not begun."""
    typed = (
        f"- id: n{one}\n  title: Tin {one}\n  text: Chữ\n  issued: 20/11/2026\n"
        f"  until: {23 + one % 3}/11/2026\n  urgency: khẩn{COMING if one < coming else ''}\n"
        for one in range(count)
    )
    return {f"{VILLAGE}/notices.yml": "".join(typed)}


def shown(
    tmp_path: Path, files: dict[str, str], *, folded: bool = False, lang: str = "vi"
) -> LexborHTMLParser:
    found = atlas(tmp_path, files)
    return LexborHTMLParser(alerts(found, village(found), root="../", name="alert", folded=folded, lang=lang))


@pytest.mark.parametrize("folded", [False, True])
def test_three_stand_on_top_and_one_link_leads_to_the_others(tmp_path: Path, folded: bool) -> None:
    page = shown(tmp_path, many(8), folded=folded)
    assert len(page.css(".alert strong")) == MOST
    last = page.css(".alert")[-1]
    assert last.text(strip=True) == "Còn 5 thông báo khẩn"
    (link,) = last.css("a")
    assert link.attributes["href"] == f"../thon/{VILLAGE}/thong-bao/"
    assert (last.attributes["data-since"], last.attributes["data-until"]) == (
        "2026-11-20T00:00+07:00",
        "2026-11-25T23:59:59+07:00",
    )


def test_three_need_no_link(tmp_path: Path) -> None:
    assert len(shown(tmp_path, many(3)).css(".alert")) == 3


def test_the_other_language(tmp_path: Path) -> None:
    page = shown(tmp_path, many(4), lang="en")
    assert page.css(".alert")[-1].text(strip=True) == "1 more urgent notices"


def test_what_holds_is_shown_before_what_is_to_come(tmp_path: Path) -> None:
    page = shown(tmp_path, many(6, coming=4))
    hidden = ["hidden" in node.attributes for node in page.css(".alert")]
    assert sorted(hidden) == [False, False, True, True]
    assert hidden[-1], "of those behind the link none has begun"


def test_light_pages_have_the_link_too(tmp_path: Path) -> None:
    page = sample.page(sample.sample(tmp_path, many(8)), sample.NUMBERED)
    assert len(page.css(".alert")) == MOST + 1
    (link,) = page.css(".alert")[-1].css("a")
    assert link.attributes["href"] == f"../../thon/{VILLAGE}/thong-bao/"
