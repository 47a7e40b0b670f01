"""The feed of each village and commune, read back by an XML reader that did not write it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree

from tests.notices.data import COMMUNE, FILES, VILLAGE, full
from tests.support import atlas
from village_site.atlas import Atlas
from village_site.exports.atom import NAMESPACE
from village_site.exports.feeds import MOST, write_feeds
from village_site.pages import compose

A = f"{{{NAMESPACE}}}"
SITE = "https://lang.example/"
OF_VILLAGE, OF_COMMUNE = f"thon/{VILLAGE}/thong-bao.xml", f"xa/{COMMUNE}/thong-bao.xml"


def written(found: Atlas, folder: Path, site_url: str | None = SITE) -> dict[str, ElementTree.Element]:
    """Every feed by its path."""
    write_feeds(found, folder, site_url)
    return {
        str(path.relative_to(folder)): ElementTree.fromstring(path.read_bytes())
        for path in sorted(folder.rglob("*.xml"))
    }


def told(feed: ElementTree.Element) -> list[str | None]:
    return [entry.findtext(f"{A}title") for entry in feed.iter(f"{A}entry")]


def test_a_village_has_its_communes_and_a_commune_its_own(tmp_path: Path) -> None:
    made = written(full(tmp_path), tmp_path / "site")
    assert sorted(made) == ["thon/nam-bac-thanh/thong-bao.xml", "thon/thon-khac/thong-bao.xml", OF_COMMUNE]
    assert told(made[OF_COMMUNE]) == ["Bão số 9 vào bờ", "Sửa đường ở thôn khác"]
    assert told(made["thon/thon-khac/thong-bao.xml"]) == told(made[OF_COMMUNE])
    assert sorted(filter(None, told(made[OF_VILLAGE]))) == sorted(
        [
            "Bão số 9 vào bờ",
            "Cắt điện để sửa trạm",
            "Lũ về trong đêm",
            "Họp thôn",
            "Ra quân dọn đường",
            "Tiêm phòng chó",
        ]
    )


def test_what_an_entry_tells(tmp_path: Path) -> None:
    made = written(full(tmp_path), tmp_path / "site")
    flood = next(
        e for e in made[OF_VILLAGE].iter(f"{A}entry") if e.findtext(f"{A}title") == "Lũ về trong đêm"
    )
    link = flood.find(f"{A}link")
    assert link is not None
    assert link.get("href") == f"{SITE}thon/{VILLAGE}/thong-bao/#thong-bao-lu"
    assert dt.datetime.fromisoformat(flood.findtext(f"{A}published") or "") == dt.datetime(
        2026, 11, 20, tzinfo=dt.timezone(dt.timedelta(hours=7))
    )
    text = flood.findtext(f"{A}content") or ""
    assert text.startswith("Có hiệu lực đến 17:00 ngày 23/11/2026.\n\nKê đồ lên cao")
    assert "Mang theo áo mưa & đèn <pin>." in text
    assert [category.get("term") for category in flood.iter(f"{A}category")] == ["khẩn", "thiên tai"]


def test_an_id_is_the_same_everywhere_and_for_ever(tmp_path: Path) -> None:
    found = full(tmp_path)
    here, there = written(found, tmp_path / "a"), written(found, tmp_path / "b", "https://moi.example/kho/")

    def ids(feed: ElementTree.Element) -> list[str]:
        return [element.text or "" for element in feed.iter(f"{A}id")]

    for path, feed in here.items():
        assert ids(feed) == ids(there[path])
        assert len(set(ids(feed))) == len(ids(feed))
    assert set(ids(here[OF_COMMUNE])[1:]) & set(ids(here[OF_VILLAGE])) == {
        "tag:lang.example,2026-11-21:xa/cam-binh/thong-bao/bao-so-9"
    }
    (own,) = there[OF_VILLAGE].findall(f"{A}link[@rel='self']")
    assert own.get("href") == f"https://moi.example/kho/{OF_VILLAGE}"


def test_a_feed_without_news_is_there_with_the_age_of_its_village(tmp_path: Path) -> None:
    made = written(atlas(tmp_path), tmp_path / "site", None)
    assert told(made[OF_VILLAGE]) == []
    assert made[OF_VILLAGE].findtext(f"{A}updated") == "2026-11-20T00:00:00+07:00"
    (own,) = made[OF_VILLAGE].findall(f"{A}link[@rel='self']")
    assert own.get("href") == f"https://lang.example/{OF_VILLAGE}", "without site_url, the printed address"


def test_equal_data_gives_equal_bytes_on_any_day(tmp_path: Path) -> None:
    for name, day in (("a", dt.date(2026, 11, 21)), ("b", dt.date(2027, 5, 1))):
        write_feeds(atlas(tmp_path / name, FILES, day), tmp_path / name / "site", SITE)
    one, two = ((tmp_path / name / "site" / OF_VILLAGE).read_bytes() for name in "ab")
    assert one == two


def test_a_feed_keeps_to_what_is_new(tmp_path: Path) -> None:
    typed = "".join(
        f"- {{id: n-{number}, title: Tin {number}, text: Chữ, issued: {1 + number % 28}/{1 + number // 28}/2026}}\n"
        for number in range(MOST + 20)
    )
    made = written(atlas(tmp_path, {f"{VILLAGE}/notices.yml": typed}), tmp_path / "site")
    assert len(told(made[OF_VILLAGE])) == MOST
    assert told(made[OF_VILLAGE])[0] == f"Tin {MOST + 19}"


def test_pages_know_their_feed(tmp_path: Path) -> None:
    known = {page.path: page.feed for page in compose(full(tmp_path))}
    assert known[f"thon/{VILLAGE}/index.md"] == known[f"thon/{VILLAGE}/thong-bao/index.md"] == OF_VILLAGE
    assert known[f"xa/{COMMUNE}/index.md"] == OF_COMMUNE
    assert known["xa/index.md"] is None
