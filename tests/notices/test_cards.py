"""Urgent notices on light pages: on top, allowed by the page's own policy, and nothing where there is none."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.cards import sample
from tests.notices.data import FLOOD, LATER
from tests.support import DAY, data_folder
from village_site import policy
from village_site.alerts import alert_script
from village_site.cards import Cards, card_policies, card_policy
from village_site.offline import registration_script
from village_site.site import open_atlas, write_for_hosts

NOTICES = {"nam-bac-thanh/notices.yml": FLOOD}


def test_it_is_the_first_thing_on_every_card_of_the_village(tmp_path: Path) -> None:
    found = sample.sample(tmp_path, NOTICES)
    cards = Cards(found)
    seen = 0
    for coded in found.coded():
        page = LexborHTMLParser(cards.page(coded))
        body = page.body
        assert body is not None
        first = next(node for node in body.iter() if node.tag != "-text")
        alerting = coded.place is not None and coded.place.id == "nam-bac-thanh"
        assert (first.attributes.get("class") == "alert") is alerting
        seen += alerting
    assert seen >= 5


def test_what_it_says(tmp_path: Path) -> None:
    page = sample.page(sample.sample(tmp_path, NOTICES), sample.NUMBERED)
    text = sample.words(page, ".alert")
    at_once = "Thông báo khẩn Lũ về trong đêm Có hiệu lực đến 17:00 ngày 23/11/2026"
    assert sample.words(page, ".alert summary") == at_once
    assert text.startswith(f"{at_once} Flood tonight")
    assert "Kê đồ lên cao, ra nhà văn hoá trước 19h." in text
    assert "Mang theo" not in text, "the rest stands behind the link"
    assert "Có hiệu lực đến 17:00 ngày 23/11/2026" in text
    (link,) = page.css(".alert a")
    assert link.attributes["href"] == "../../thon/nam-bac-thanh/thong-bao/#thong-bao-lu"


def test_the_policy_allows_that_script_and_no_other(tmp_path: Path) -> None:
    found = sample.sample(tmp_path, NOTICES)
    text = Cards(found).page(sample.coded(found, sample.NUMBERED))
    page = LexborHTMLParser(text)
    script, worker = page.css("script")
    assert script.text() == alert_script()
    assert worker.text() == registration_script()
    assert str(policy.meta(card_policy(alerting=True))) in text
    assert card_policy(alerting=True)["script-src"] == (
        policy.digest(alert_script()),
        policy.digest(registration_script()),
    )
    (style,) = page.css("style")
    assert policy.digest(style.text()) in card_policy(alerting=True)["style-src"]


def test_without_one_a_card_is_as_it_always_was(tmp_path: Path) -> None:
    without = sample.sample(tmp_path / "a")
    normal = sample.sample(tmp_path / "b", {"nam-bac-thanh/notices.yml": LATER})
    cards = [Cards(found).page(sample.coded(found, sample.NUMBERED)) for found in (without, normal)]
    assert cards[0] == cards[1]
    assert "<script>" not in cards[0], "none but the worker's"
    assert card_policies(normal) == (card_policy(),)


def test_headers_allow_it_only_where_a_card_needs_it(tmp_path: Path) -> None:
    hashed = policy.digest(alert_script())
    for name, files in (("with", NOTICES), ("without", {})):
        atlas, _ = open_atlas(data_folder(tmp_path / name, files), DAY)
        out = tmp_path / name / "site"
        out.mkdir()
        write_for_hosts(atlas, out, [policy.material("")], site_url=None, repo_url=None)
        assert (hashed in (out / "_headers").read_text("utf-8")) is (name == "with")
