"""Every way in which a plate can fail is told apart, by a server that fails in that way."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
from pathlib import Path

import pytest

from tests.cards.sample import sample
from tests.watch import support as at
from tests.watch.support import CODES, Fault, Stage, roads, serving, short
from village_site.atlas import Atlas
from village_site.cards import Cards
from village_site.codes.alphabet import shown
from village_site.watch import Result, Verdict, audit_live
from village_site.watch.host import AGENT, MOST_BYTES, Answer, no_answer, site_address
from village_site.watch.page import judge, read_page

BAD = CODES[2]


def verdict(stage: Stage, atlas: Atlas, state: Path, *faults: Fault, **options: float) -> Result:
    """What is said of the one code whose page fails; all others are well."""
    stage.faults[BAD] = list(faults)
    report = stage.audit(atlas, state, **options)
    assert [result.code for result in report.results] == list(CODES)
    assert all(result.verdict is Verdict.OK for result in report.results if result.code != BAD)
    (found,) = (result for result in report.results if result.code == BAD)
    return found


def test_all_is_well(stage: Stage, atlas: Atlas, state: Path) -> None:
    report = stage.audit(atlas, state)
    assert (report.is_well, report.exit_code, report.left) == (True, 0, 0)
    assert stage.asked == [f"/Q/{code}/" for code in CODES]
    assert stage.agents == {AGENT}
    assert AGENT.startswith("village-site/")


def test_a_site_under_a_path(atlas: Atlas, state: Path) -> None:
    with serving("/kho") as stage:
        stage.publish(atlas)
        assert stage.audit(atlas, state).is_well
        assert stage.asked[0] == f"/kho/Q/{CODES[0]}/"


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (at.drop, "dropped"),
        (at.cut, "cut"),
        (at.cut_chunks, "cut"),
        (at.packed_cut, "cut"),
        (at.packed_not, "garbled"),
        (at.packed_strangely, "packed"),
        (at.gibberish, "garbled"),
        (at.status(404), "status"),
        (at.status(410), "status"),
        (at.status(204), "status"),
        (at.status(500), "status"),
    ],
)
def test_dead(stage: Stage, atlas: Atlas, state: Path, fault: Fault, reason: str) -> None:
    found = verdict(stage, atlas, state, fault, retries=0)
    assert short(found) == ("dead", reason)
    assert found.message("vi") != found.message("en") != ""


@pytest.mark.parametrize("fault", [at.stall, at.drip, at.drip_head])
def test_too_slow(stage: Stage, atlas: Atlas, state: Path, fault: Fault) -> None:
    found = verdict(stage, atlas, state, fault, timeout=at.IMPATIENT)
    assert short(found) == ("dead", "timeout")


@pytest.mark.parametrize("number", [301, 302, 303, 307, 308])
def test_a_redirect_is_told_and_not_followed(stage: Stage, atlas: Atlas, state: Path, number: int) -> None:
    with serving() as other:
        other.publish(atlas)
        to = f"{other.url}/Q/{BAD}/"
        found = verdict(stage, atlas, state, at.redirect(to, number))
        assert (found.verdict, found.params) == (Verdict.REDIRECTED, {"status": str(number), "to": to})
        assert other.asked == []


@pytest.mark.parametrize("to", [f"/Q/{CODES[0]}/", f"/q/{BAD.lower()}/", f"https://127.0.0.1/Q/{BAD}/", ""])
def test_a_redirect_within_the_host_counts_too(stage: Stage, atlas: Atlas, state: Path, to: str) -> None:
    found = verdict(stage, atlas, state, at.redirect(to))
    assert (found.verdict, found.params["to"]) == (Verdict.REDIRECTED, to or "?")
    assert stage.asked.count(f"/Q/{BAD}/") == 1
    assert len(stage.asked) == len(CODES)


def test_a_page_that_jumps_is_a_redirect(stage: Stage, atlas: Atlas, state: Path) -> None:
    page = f'<title>{shown(BAD)}</title><META  http-equiv=Refresh content="0; url=https://moi.example/">'
    assert short(verdict(stage, atlas, state, at.instead(page))) == ("redirected", "refresh")


def test_another_code_s_page(stage: Stage, atlas: Atlas, state: Path) -> None:
    found = verdict(stage, atlas, state, at.instead(stage.pages[CODES[0]]))
    assert (found.reason, found.params) == ("other-code", {"found": shown(CODES[0])})


def test_another_code_s_page_that_mentions_this_one(stage: Stage, atlas: Atlas, state: Path) -> None:
    page = stage.pages[CODES[0]].replace("<section>", f"<section>{shown(BAD)}", 1)
    found = verdict(stage, atlas, state, at.instead(page))
    assert (found.reason, found.params) == ("other-code", {"found": shown(CODES[0])})


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (at.instead("<!doctype html><title>Tên miền đã hết hạn</title>"), "no-code"),
        (at.instead(""), "no-code"),
        (at.cut_unsaid, "no-code"),
        (at.huge, "large"),
        (at.endless, "large"),
        (at.bomb, "large"),
    ],
)
def test_wrong(stage: Stage, atlas: Atlas, state: Path, fault: Fault, reason: str) -> None:
    assert short(verdict(stage, atlas, state, fault)) == ("wrong", reason)


def test_what_the_host_says_of_the_page_counts(stage: Stage, atlas: Atlas, state: Path) -> None:
    page = stage.pages[BAD]
    as_file = at.instead(page, content_type="application/octet-stream")
    assert short(verdict(stage, atlas, state, as_file)) == ("wrong", "type")
    as_latin = at.instead(page, content_type="text/html; charset=ISO-8859-1")
    found = verdict(stage, atlas, state, as_latin)
    assert (found.reason, found.params) == ("charset", {"found": "iso-8859-1"})
    says_nothing = at.instead(page, content_type="")
    assert verdict(stage, atlas, state, says_nothing).verdict is Verdict.OK


def test_another_name(stage: Stage, atlas: Atlas, state: Path) -> None:
    page = stage.pages[BAD].replace("<b>Đường 2</b>", "<b>Ngõ của ai đó</b>")
    found = verdict(stage, atlas, state, at.instead(page))
    assert short(found) == ("wrong", "other-name")
    assert "ai đó" not in found.message("vi"), "what a page said is not repeated"


def test_corrupted_letters(stage: Stage, atlas: Atlas, state: Path) -> None:
    page = stage.pages[BAD].replace("Đường 2", "Ä\x90Æ°á»\x9dng 2")
    assert short(verdict(stage, atlas, state, at.instead(page))) == ("wrong", "other-name")


def test_an_old_version(stage: Stage, atlas: Atlas, state: Path, tmp_path: Path) -> None:
    old = roads(tmp_path / "old", updated="11/2026")
    cards = Cards(old)
    (page,) = (cards.page(item) for item in old.coded() if item.code == BAD)
    found = verdict(stage, atlas, state, at.instead(page))
    assert found.verdict is Verdict.STALE
    assert (found.reason, found.params) == ("older", {"found": "2026-11", "expected": "2026-11-20"})
    renamed = page.replace("Đường 2", "Đường cũ")
    assert short(verdict(stage, atlas, state, at.instead(renamed))) == ("stale", "older")


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("2026-11-20", "2026-11-21", "newer"),
        ('<time datetime="2026-11-20">', "<time>", "older"),
        ("xã Cẩm Bình", "xã Cẩm Thành", "address"),
        ("113", "131", "words"),
        ("không bao giờ", "có khi", "words"),
    ],
)
def test_not_what_the_data_says(
    stage: Stage, atlas: Atlas, state: Path, before: str, after: str, reason: str
) -> None:
    page = stage.pages[BAD]
    assert before in page
    assert short(verdict(stage, atlas, state, at.instead(page.replace(before, after)))) == ("stale", reason)


def test_stale_and_redirected_alone_are_no_failure(stage: Stage, atlas: Atlas, state: Path) -> None:
    stage.faults[BAD] = [at.redirect("/")]
    report = stage.audit(atlas, state)
    assert (report.is_well, report.exit_code) == (False, 0)


@pytest.mark.parametrize("fault", [at.packed, lambda h, body: h.send(body, Content_Length="")])
def test_how_a_page_is_sent_does_not_matter(stage: Stage, atlas: Atlas, state: Path, fault: Fault) -> None:
    assert verdict(stage, atlas, state, fault).verdict is Verdict.OK


def test_what_hosts_do_to_pages_does_not_matter(stage: Stage, atlas: Atlas, state: Path) -> None:
    page = stage.pages[BAD].replace("\n", "").replace("</body>", "<script>count('<main>')</script></body>")
    page = page.replace("<style>", '<script src="/beacon.js"></script><style>a{}')
    page = page.replace("</main>", "<script>1</script><style>p{}</style></main>")
    assert page != stage.pages[BAD]
    assert verdict(stage, atlas, state, at.instead(page)).verdict is Verdict.OK


def test_nobody_there(atlas: Atlas, state: Path, free_port: int) -> None:
    report = Stage(port=free_port).audit(atlas, state, retries=0)
    assert {short(result) for result in report.results} == {("dead", "refused")}
    assert report.exit_code == 1


def test_no_https_there(stage: Stage, atlas: Atlas, state: Path) -> None:
    url = stage.url.replace("http:", "https:")
    clock = stage.clock
    report = audit_live(atlas, url, state=state, retries=0, now=clock.now, sleep=clock.sleep)
    assert {short(result) for result in report.results} == {("dead", "tls")}


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (socket.gaierror(-2, "Name or service not known"), "no-host"),
        (ssl.SSLCertVerificationError(1, "certificate has expired"), "certificate"),
        (ConnectionResetError(), "dropped"),
        (http.client.LineTooLong("header"), "garbled"),
        (OSError(113, "No route to host"), "unreachable"),
    ],
)
def test_faults_that_no_local_server_can_show(
    fault: OSError | http.client.HTTPException, reason: str
) -> None:
    if isinstance(fault, ssl.SSLCertVerificationError):
        fault.verify_message = "certificate has expired"
    found = no_answer(fault)
    for lang in ("vi", "en"):
        assert Result(BAD, Verdict.DEAD, found.reason, found.params).message(lang)
    assert found.reason == reason


def test_every_kind_of_card_is_read(tmp_path: Path) -> None:
    found = sample(tmp_path)
    cards = Cards(found)
    for item in found.coded():
        page = cards.page(item)
        facts = read_page(page)
        assert all((facts.name, facts.address, facts.words)), item
        assert facts.address.find(facts.name) >= 0
        assert shown(item.code) in facts.footer
        assert judge(item.code, Answer(200, text=page), page) == Result(item.code, Verdict.OK)


MARKS = ("<!--", "<a b='", "<div class=", "<![CDATA[", "</", "<main><b>", "&#", "<script>", "<ab", "9")


@pytest.mark.parametrize("evil", MARKS)
def test_hostile_pages_are_read_in_no_time(evil: str) -> None:
    text = ("<main><footer>" + shown(BAD) + evil * MOST_BYTES)[:MOST_BYTES]
    begun = time.process_time()
    assert judge(BAD, Answer(200, text=text), "").verdict is not Verdict.OK
    assert time.process_time() - begun < 2, "every character is looked at once"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://lang.example", "https://lang.example"),
        (" HTTPS://LANG.EXAMPLE/ ", "https://lang.example"),
        ("https://ten.github.io/Kho/", "https://ten.github.io/Kho"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000/a b", "http://[::1]:8000/a%20b"),
        ("https://làng.vn", "https://xn--lng-9ka.vn"),
    ],
)
def test_addresses(typed: str, address: str) -> None:
    assert site_address(typed) == address


@pytest.mark.parametrize(
    "typed", ["", "lang.example", "ftp://a.vn", "https://", "https://u@a.vn", "https://a.vn?x", "http://a:b"]
)
def test_what_is_no_address(typed: str, atlas: Atlas, state: Path) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(typed)}$"):
        audit_live(atlas, typed, state=state)
    assert not state.exists()


def test_a_number_too_long_to_read() -> None:
    assert read_page(f"<main>&#{'9' * 5000}; &amp;").words.startswith("&#999")


def test_what_is_no_word() -> None:
    page = "<main>a<!-- no --><b>b</b><script>if (1<2) '<p>no'</script><STYLE>no</STYLE> &lt;c&gt; <br/>d < e</main>no"
    assert read_page(page).words == "a b <c> d e"
