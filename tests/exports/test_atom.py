"""Feeds, held to RFC 4287 and read back by a browser's own reader of XML, which did not write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from playwright.sync_api import Page

from tests.exports.texts import HOSTILE, TEXTS
from village_site.exports.atom import HANOI, NAMESPACE, Entry, Feed, feed, tag

A = f"{{{NAMESPACE}}}"
DAY = dt.date(2026, 11, 12)
SINCE = dt.date(2026, 1, 1)
HEAD = Feed(
    id=tag("lang.example", SINCE, "thon-mau"),
    title="Thôn Mẫu: thông báo",
    own="https://lang.example/thon-mau/thong-bao.xml",
    url="https://lang.example/thon-mau/",
    author="Thôn Mẫu",
    since=SINCE,
    text="Thông báo của thôn",
)
ENTRY = Entry(
    id=tag("lang.example", SINCE, "thon-mau", "thong-bao", "bao-so-9"),
    title="Bão số 9",
    url="https://lang.example/thon-mau/#bao-so-9",
    updated=dt.datetime(2026, 11, 12, 17, 30),
    published=DAY,
    text="Chằng chống nhà cửa.\nGọi 112 khi cần.",
    categories=("khẩn cấp",),
)
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def tree(text: str) -> ElementTree.Element:
    """The feed's elements, after what RFC 4287 asks of every feed."""
    root = ElementTree.fromstring(text.encode())
    assert root.tag == f"{A}feed"
    for element in (root, *root.iter(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{A}{name}")) == 1
        assert element.findtext(f"{A}id")
        assert RFC_3339.fullmatch(element.findtext(f"{A}updated") or "")
        assert len(element.findall(f"{A}link[@rel='alternate']")) == 1
    assert root.findtext(f"{A}author/{A}name") is not None
    return root


def test_a_whole_feed() -> None:
    text = feed(HEAD, [replace(ENTRY, id="b", updated=DAY), ENTRY])
    assert text == feed(HEAD, [ENTRY, replace(ENTRY, id="b", updated=DAY)]), "in whatever order they come"
    assert text.startswith(
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
    )
    root = tree(text)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    assert [root.findtext(f"{A}{name}") for name in ("id", "title", "subtitle", "updated")] == [
        *(HEAD.id, HEAD.title, HEAD.text),
        "2026-11-12T17:30:00+07:00",
    ]
    links = [(link.get("rel"), link.get("href"), link.get("type")) for link in root.findall(f"{A}link")]
    assert links == [("self", HEAD.own, "application/atom+xml"), ("alternate", HEAD.url, "text/html")]
    first, second = root.findall(f"{A}entry")
    assert [first.findtext(f"{A}{name}") for name in ("id", "title", "published", "content")] == [
        *(ENTRY.id, ENTRY.title),
        "2026-11-12T00:00:00+07:00",
        ENTRY.text,
    ]
    assert second.findtext(f"{A}updated") == "2026-11-12T00:00:00+07:00"


_READ = """([feeds, namespace]) => feeds.map(text => {
  const page = new DOMParser().parseFromString(text, 'application/xml')
  const entry = page.getElementsByTagNameNS(namespace, 'entry')[0]
  const texts = name => [...entry.getElementsByTagNameNS(namespace, name)].map(e => e.textContent)
  return [page.querySelector('parsererror') === null, texts('title'), texts('content'), page.all.length]
})"""


def test_a_browser_reads_the_same(browser_page: Page) -> None:
    feeds = [feed(HEAD, [replace(ENTRY, title=text, text=f"{text}.")]) for text in HOSTILE]
    found = browser_page.evaluate(_READ, [feeds, NAMESPACE])
    assert found == [[True, [clean(text)], [f"{clean(text)}."], 17] for text in HOSTILE]


def clean(text: str) -> str:
    """The text as XML can carry it."""
    text = re.sub("\r\n?", "\n", text)
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text)


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_comes_back_and_no_element_gets_in(title: str, text: str, word: str) -> None:
    head = replace(HEAD, title=title, author=word, text=text)
    entry = replace(ENTRY, title=title, text=text, categories=(word,), url=f"https://lang.example/{word}")
    root = tree(feed(head, [entry]))
    assert root.findtext(f"{A}title") == root.findtext(f"{A}entry/{A}title") == clean(title)
    assert (root.findtext(f"{A}entry/{A}content") or "") == clean(text)
    assert root.findtext(f"{A}author/{A}name") == clean(word)
    category = root.find(f"{A}entry/{A}category")
    assert category is not None
    assert category.get("term") == clean(word)
    names = {element.tag.removeprefix(A) for element in root.iter()}
    known = "feed id title subtitle updated published link author name entry category content"
    assert names <= set(known.split())


def test_a_feed_without_entries_is_as_old_as_itself() -> None:
    root = tree(feed(HEAD, []))
    assert root.findtext(f"{A}updated") == "2026-01-01T00:00:00+07:00"


def test_times_with_a_zone_are_told_in_ours() -> None:
    late = dt.datetime(2026, 11, 12, 20, 0, tzinfo=dt.UTC)
    root = tree(feed(HEAD, [replace(ENTRY, updated=late)]))
    assert root.findtext(f"{A}updated") == late.astimezone(HANOI).isoformat() == "2026-11-13T03:00:00+07:00"


def test_ids_are_tag_uris() -> None:
    assert (
        tag("Lang.Example", SINCE, "thôn/mẫu", "a b")
        == "tag:lang.example,2026-01-01:th%C3%B4n%2Fm%E1%BA%ABu/a%20b"
    )


def test_one_id_for_two_entries_is_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        feed(HEAD, [ENTRY, ENTRY])
