"""What an audit found, as people, an issue and programs read it, and what the maintainers' page says of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from pathlib import Path
from string import Formatter

import pytest

from tests.support import DAY, data_folder
from tests.watch import support as at
from tests.watch.support import CODES, START, Stage, roads
from village_site.atlas import Atlas
from village_site.catalogue import labels
from village_site.codes.alphabet import shown
from village_site.dataset import load
from village_site.watch import (
    LiveReport,
    Result,
    Stop,
    Verdict,
    as_issue,
    as_json,
    as_text,
    audit_block,
    last_audit,
)
from village_site.watch.report import MARKER

END = START + dt.timedelta(minutes=4)
PLACE = "thôn Nam Bắc Thành"


def report(*results: Result, stopped: Stop | None = None, total: int | None = None) -> LiveReport:
    """An audit with these results, of the printed address."""
    names = {
        lang: {result.code: f"{word} {result.code[:2]}" for result in results}
        for lang, word in (("vi", "Đường"), ("en", "Road"))
    }
    url = "https://lang.example"
    return LiveReport(url, url, START, END, len(results) if total is None else total, results, names, stopped)


def dead(code: str, status: str = "404") -> Result:
    return Result(code, Verdict.DEAD, "status", {"status": status})


WELL = report(*(Result(code, Verdict.OK) for code in CODES))
FAULTY = report(
    Result(CODES[0], Verdict.OK),
    dead(CODES[1]),
    Result(CODES[2], Verdict.WRONG, "other-code", {"found": "7K3M-XT4M"}),
    Result(CODES[3], Verdict.REDIRECTED, "redirect", {"status": "301", "to": "https://khac.example/"}),
    Result(CODES[4], Verdict.STALE, "older", {"found": "2026-11", "expected": "2026-11-20"}),
    dead(CODES[5], "500"),
)


def test_text_in_vietnamese() -> None:
    assert as_text(FAULTY).splitlines() == [
        "Không mở được (2)",
        f"  {shown(CODES[1])}  Đường {CODES[1][:2]}: máy chủ trả lời HTTP 404",
        f"  {shown(CODES[5])}  Đường {CODES[5][:2]}: máy chủ trả lời HTTP 500",
        "Ra trang khác (1)",
        f"  {shown(CODES[2])}  Đường {CODES[2][:2]}: đó là trang của mã 7K3M-XT4M",
        "Bị chuyển hướng (1)",
        f"  {shown(CODES[3])}  Đường {CODES[3][:2]}: HTTP 301, chuyển tới https://khac.example/",
        "Còn bản cũ (1)",
        f"  {shown(CODES[4])}  Đường {CODES[4][:2]}: trang cập nhật 2026-11, dữ liệu cập nhật 2026-11-20",
        "Đã hỏi 6/6 mã ở https://lang.example, từ 21/11/2026 03:23 đến 21/11/2026 03:27.",
        "1 mã mở đúng, 2 không mở được, 1 ra trang khác, 1 bị chuyển hướng, 1 còn bản cũ.",
    ]


def test_text_in_english() -> None:
    lines = as_text(FAULTY, "en").splitlines()
    assert lines[:2] == ["Dead (2)", f"  {shown(CODES[1])}  Road {CODES[1][:2]}: the server answers HTTP 404"]
    assert lines[-1] == "1 codes open as they should, 2 dead, 1 wrong, 1 redirected, 1 stale."


def test_all_well() -> None:
    assert as_text(WELL).splitlines()[1:] == ["Mã nào cũng mở đúng trang của nó."]
    assert as_issue(WELL) == ""


@pytest.mark.parametrize(("stop", "words"), [(Stop.SILENT, "Dừng sớm"), (Stop.LIMIT, "Hết thời gian")])
def test_an_audit_that_stopped_says_why(stop: Stop, words: str) -> None:
    stopped = report(Result(CODES[0], Verdict.OK), stopped=stop, total=5)
    assert re.search(rf"\n{words}.*còn 4 mã chưa hỏi", as_text(stopped))
    assert "mở đúng trang của nó" not in as_text(stopped)
    assert as_issue(stopped)
    assert stopped.exit_code == 1


def test_an_audit_of_another_address_than_the_printed_one_says_so(
    stage: Stage, atlas: Atlas, state: Path
) -> None:
    found = stage.audit(atlas, state)
    assert (found.url, found.printed) == (stage.url, "https://lang.example")
    assert "trên biển in https://lang.example" in as_text(found)
    assert "trên biển in" not in as_text(WELL)


def test_the_issue_begins_with_the_mark_of_the_script() -> None:
    script = (Path(__file__).parents[2] / ".ci" / "report-audit").read_text("utf-8")
    assert f'MARKER = "{MARKER}"' in script
    assert as_issue(FAULTY).startswith(f"{MARKER}\n")


def test_the_issue_has_every_fault_in_a_fence() -> None:
    text = as_issue(FAULTY)
    fences = re.findall(r"^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert [fence.count("\n") for fence in fences] == [2, 1, 1, 1]
    assert "https://khac.example/" in fences[2]
    outside = re.sub(r"^```text\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert "khac.example" not in outside
    assert "2 dead, 1 wrong" in outside


def test_nobody_gets_out_of_the_fence(stage: Stage, tmp_path: Path, state: Path) -> None:
    evil = "```@ai-do [x](https://lua.example)"
    files = {"nam-bac-thanh/roads.yml": f'- {{id: d, name: "{evil}", code: {CODES[0]}}}'}
    found = Atlas(load(data_folder(tmp_path / "evil", files))[0] or pytest.fail("no data"), DAY)
    stage.publish(found)
    stage.faults[CODES[0]] = [at.redirect(f"/\x1b[31m{evil}")]
    text = as_issue(stage.audit(found, state))
    assert "@ai-do" in text
    assert text.count("```") == 2
    assert "\x1b" not in text + as_text(stage.audit(found, state))


def test_an_issue_is_never_too_long_for_github() -> None:
    verdicts = [Verdict.DEAD, Verdict.WRONG, Verdict.REDIRECTED, Verdict.STALE]
    results = [
        Result(at.code(n), verdicts[n % 4], "redirect", {"status": "301", "to": "ở" * 120})
        for n in range(2000)
    ]
    text = as_issue(report(*results))
    assert len(text) < 65_536
    assert text.count("… và 440 mã nữa") == 4
    assert len(as_text(report(*results)).splitlines()) > 2000


def test_json_has_everything() -> None:
    data = json.loads(as_json(FAULTY))
    assert [finding["verdict"] for finding in data["findings"]] == [
        "dead",
        "dead",
        "wrong",
        "redirected",
        "stale",
    ]
    assert data["findings"][0] == {
        "code": CODES[1],
        "verdict": "dead",
        "reason": "status",
        "params": {"status": "404"},
        "name": f"Đường {CODES[1][:2]}",
        "message": {"vi": "máy chủ trả lời HTTP 404", "en": "the server answers HTTP 404"},
    }
    assert (data["total"], data["left"], data["stopped"], data["url"]) == (6, 0, None, "https://lang.example")
    assert data["counts"] == {"dead": 2, "wrong": 1, "redirected": 1, "stale": 1, "ok": 1}
    assert dt.datetime.fromisoformat(data["ended"]) == END


def test_names_say_what_and_where(stage: Stage, atlas: Atlas, state: Path) -> None:
    stage.faults = {code: [at.status(404)] for code in CODES}
    found = stage.audit(atlas, state)
    assert found.names["vi"][CODES[3]] == f"Đường 3, {PLACE}"
    assert f"{shown(CODES[3])}  Đường 3, {PLACE}: máy chủ trả lời HTTP 404" in as_text(found)


def test_every_reason_has_words_in_both_languages() -> None:
    sources = (Path(__file__).parents[2] / "plugins" / "village_site" / "watch").glob("*.py")
    code = "\n".join(path.read_text("utf-8") for path in sources)
    used = set(re.findall(r'(?:NoAnswer\(|Verdict\.\w+, )"([a-z-]+)"', code))
    assert len(used) > 15
    for lang in ("vi", "en"):
        told = {key.removeprefix("watch-why-") for key in labels(lang) if key.startswith("watch-why-")}
        assert told == used
    for key in labels("vi").keys() & {f"watch-why-{reason}" for reason in used}:
        names = [{part[1] for part in Formatter().parse(labels(lang)[key])} for lang in ("vi", "en")]
        assert names[0] == names[1], key


def saved(tmp_path: Path, found: LiveReport) -> Path:
    """The report as the weekly job leaves it."""
    path = tmp_path / "audit.json"
    path.write_text(as_json(found), "utf-8")
    return path


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_the_page_tells_of_the_last_audit(atlas: Atlas, tmp_path: Path) -> None:
    text = audit_block(atlas, saved(tmp_path, WELL))
    assert "Lần kiểm tra gần nhất: 21/11/2026 03:27, đã hỏi 6 mã ở https://lang.example." in words(text)
    assert "Mã nào cũng mở đúng" in text
    assert "alert" not in text
    faults = words(audit_block(atlas, saved(tmp_path, FAULTY)))
    assert "2 mã không mở được, 1 ra trang khác, 1 bị chuyển hướng, 1 còn bản cũ, 0 chưa hỏi." in faults
    assert shown(CODES[1]) not in faults, "the page lists no code"


def test_a_stopped_audit_is_not_well(atlas: Atlas, tmp_path: Path) -> None:
    stopped = report(Result(CODES[0], Verdict.OK), stopped=Stop.SILENT, total=5)
    text = words(audit_block(atlas, saved(tmp_path, stopped)))
    assert "đã hỏi 1 mã" in text
    assert "4 chưa hỏi" in text


@pytest.mark.parametrize(("days", "overdue"), [(0, False), (14, False), (15, True)])
def test_an_audit_long_ago_is_a_warning(atlas: Atlas, tmp_path: Path, days: int, overdue: bool) -> None:
    long_ago = dataclasses.replace(WELL, ended=END - dt.timedelta(days=days))
    text = audit_block(atlas, saved(tmp_path, long_ago))
    assert ('role="alert"' in text) is overdue
    assert ("Đã quá 14 ngày không kiểm tra" in text) is overdue


def test_no_audit_yet(atlas: Atlas, tmp_path: Path) -> None:
    for path in (None, tmp_path / "missing.json", tmp_path):
        assert last_audit(path) is None
        assert "Chưa có lần kiểm tra nào." in words(audit_block(atlas, path))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:0],
        lambda text: text[:80],
        lambda text: f"[{text}]",
        lambda text: "[" * 100_000 + text,
        lambda text: text.replace('"ended"', '"end"'),
        lambda text: text.replace("2026-11-21T03:27:00+07:00", "hôm nay"),
        lambda text: text.replace("2026-11-21T03:27:00+07:00", "2026-11-21T03:27:00"),
        lambda text: text.replace('"dead": 2', '"dead": null'),
    ],
)
def test_a_report_that_cannot_be_read_is_none(atlas: Atlas, tmp_path: Path, change: at.Change) -> None:
    path = saved(tmp_path, FAULTY)
    text = path.read_text("utf-8")
    assert change(text) != text
    path.write_text(change(text), "utf-8")
    assert "Chưa có lần kiểm tra nào." in audit_block(atlas, path)


def test_the_page_is_escaped(atlas: Atlas, tmp_path: Path) -> None:
    evil = dataclasses.replace(WELL, url="<b>x</b>")
    assert "<b>" not in audit_block(atlas, saved(tmp_path, evil))


def test_a_real_report_is_read_back(stage: Stage, tmp_path: Path, state: Path) -> None:
    found = roads(tmp_path / "again")
    stage.faults[CODES[0]] = [at.status(404)]
    made = stage.audit(found, state)
    last = last_audit(saved(tmp_path, made))
    assert last is not None
    assert (last.url, last.ended, last.total, last.left) == (made.url, made.ended, 6, 0)
    assert (last.counts["dead"], last.is_well) == (1, False)
