"""How the audit asks: not too fast, again when it may help, no more when it does not, and on where it stopped."""

from __future__ import annotations

import datetime as dt
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.watch import support as at
from tests.watch.support import CODES, IMPATIENT, START, Clock, Stage, code, roads, serving, short
from village_site.atlas import Atlas
from village_site.watch import Stop, Verdict, audit_live
from village_site.watch.live import GIVE_UP

BAD = CODES[2]
KILLED = Path(__file__).with_name("killed_audit.py")


def gaps(stage: Stage) -> list[float]:
    """Seconds between requests, by the clock that sleeping moves."""
    pairs = zip(stage.times, stage.times[1:], strict=False)
    return [round((later - earlier).total_seconds(), 3) for earlier, later in pairs]


@pytest.mark.parametrize(("rate", "apart"), [(5.0, 0.2), (0.5, 2.0), (1000.0, 0.001)])
def test_the_rate_is_kept(stage: Stage, atlas: Atlas, state: Path, rate: float, apart: float) -> None:
    assert stage.audit(atlas, state, rate=rate).is_well
    assert gaps(stage) == [apart] * 5
    assert stage.clock.slept == [apart] * 5, "no wait before the first, none after the last"


def test_time_an_answer_took_counts(stage: Stage, atlas: Atlas, state: Path) -> None:
    def slow(handler: at.Handler, body: bytes) -> None:
        stage.clock.time += dt.timedelta(seconds=0.15)
        handler.send(body)

    stage.faults = {code: [slow] for code in CODES}
    stage.audit(atlas, state)
    assert gaps(stage) == [0.2] * 5
    assert stage.clock.slept == [0.05] * 5


def test_a_clock_set_back_neither_hurries_nor_halts(stage: Stage, atlas: Atlas, state: Path) -> None:
    def back(handler: at.Handler, body: bytes) -> None:
        stage.clock.time -= dt.timedelta(hours=1)
        handler.send(body)

    stage.faults[BAD] = [back]
    assert stage.audit(atlas, state).is_well
    assert stage.clock.slept == [0.2] * 5


def test_what_may_pass_is_tried_again_after_longer_and_longer(
    stage: Stage, atlas: Atlas, state: Path
) -> None:
    stage.faults[BAD] = [at.drop, at.status(503), at.good]
    report = stage.audit(atlas, state)
    assert report.is_well
    assert stage.asked.count(f"/Q/{BAD}/") == 3
    assert stage.clock.slept == [0.2, 0.2, 1.0, 2.0, 0.2, 0.2, 0.2]


@pytest.mark.parametrize(
    ("fault", "tries"),
    [(at.drop, 3), (at.status(500), 3), (at.status(429), 3), (at.status(404), 1), (at.huge, 1)],
)
def test_how_often_it_is_tried(stage: Stage, atlas: Atlas, state: Path, fault: at.Fault, tries: int) -> None:
    stage.faults[BAD] = [fault]
    assert stage.audit(atlas, state).exit_code == 1
    assert stage.asked.count(f"/Q/{BAD}/") == tries


@pytest.mark.parametrize(
    ("said", "waited"), [("7", 7.0), ("86400", 60.0), ("0", 1.0), ("Sat, 21 Nov 2026", 1.0)]
)
def test_a_server_that_says_when(stage: Stage, atlas: Atlas, state: Path, said: str, waited: float) -> None:
    stage.faults[BAD] = [at.status(429, said), at.good]
    assert stage.audit(atlas, state).is_well
    assert waited in stage.clock.slept


def test_progress_counts_every_code(stage: Stage, atlas: Atlas, state: Path) -> None:
    heard: list[tuple[int, int]] = []
    stage.faults[BAD] = [at.status(404)]
    stage.audit(atlas, state, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(done, 6) for done in range(7)]


def test_a_host_that_is_down_is_left_alone(tmp_path: Path, state: Path) -> None:
    codes = tuple(map(code, range(100, 100 + GIVE_UP + 5)))
    found = roads(tmp_path, codes)
    with serving() as stage:
        stage.publish(found)
        stage.faults = {wanted: [at.drop] for wanted in codes[3:]}
        report = stage.audit(found, state, retries=1)
        assert (report.stopped, report.left, report.exit_code) == (Stop.SILENT, 2, 1)
        assert report.counts == {Verdict.OK: 3, Verdict.DEAD: GIVE_UP, **dict.fromkeys(at.OTHERS, 0)}
        assert len(stage.asked) == 3 + 2 * GIVE_UP
        stage.faults.clear()
        assert stage.audit(found, state).is_well, "the next one begins anew"
        assert len(stage.asked) == 3 + 2 * GIVE_UP + len(codes)


def test_failures_that_are_not_in_a_row(tmp_path: Path, state: Path) -> None:
    codes = tuple(map(code, range(100, 100 + 3 * GIVE_UP)))
    found = roads(tmp_path, codes)
    with serving() as stage:
        stage.publish(found)
        stage.faults = {wanted: [at.drop] for n, wanted in enumerate(codes) if n % GIVE_UP}
        report = stage.audit(found, state, retries=0)
        assert (report.stopped, report.left, report.counts[Verdict.OK]) == (None, 0, 3)


def test_the_time_for_one_audit_is_bounded(stage: Stage, atlas: Atlas, state: Path) -> None:
    report = stage.audit(atlas, state, rate=1.0, limit=dt.timedelta(seconds=2.5))
    assert (report.stopped, report.left, report.exit_code) == (Stop.LIMIT, 2, 1)
    assert not report.is_well
    assert stage.audit(atlas, state).is_well, "the next one goes on"
    assert len(stage.asked) == len(CODES)


def test_bad_manners_are_refused(atlas: Atlas, state: Path) -> None:
    for options in ({"rate": 0}, {"timeout": 0}, {"retries": -1}):
        with pytest.raises(ValueError, match="rate"):
            audit_live(atlas, "http://127.0.0.1", state=state, **options)  # type: ignore[arg-type]


class Stopped(Exception):
    """Somebody pressed the keys for it."""


def stop_after(stage: Stage, atlas: Atlas, state: Path, count: int) -> None:
    """An audit that is broken off once it has asked for so many codes."""

    def progress(done: int, _total: int) -> None:
        if done == count:
            raise Stopped

    with pytest.raises(Stopped):
        stage.audit(atlas, state, progress=progress)


@pytest.mark.parametrize("count", range(len(CODES)))
def test_it_goes_on_where_it_stopped(stage: Stage, atlas: Atlas, state: Path, count: int) -> None:
    stage.faults[CODES[1]] = [at.redirect("/x")]
    stop_after(stage, atlas, state, count)
    assert len(stage.asked) == count
    heard: list[int] = []
    stage.clock.time += dt.timedelta(hours=23)
    report = stage.audit(atlas, state, progress=lambda done, _: heard.append(done))
    assert heard == list(range(count, 7))
    assert stage.asked == [f"/Q/{code}/" for code in CODES]
    assert [short(result) for result in report.of(Verdict.REDIRECTED)] == [("redirected", "redirect")]
    assert report.of(Verdict.REDIRECTED)[0].params == {"status": "301", "to": "/x"}
    assert (len(report.results), report.started) == (6, START)


def test_it_begins_anew_when_told(stage: Stage, atlas: Atlas, state: Path) -> None:
    stop_after(stage, atlas, state, 3)
    assert stage.audit(atlas, state, anew=True).is_well
    assert len(stage.asked) == 3 + 6


def test_it_begins_anew_after_a_day(stage: Stage, atlas: Atlas, state: Path) -> None:
    stop_after(stage, atlas, state, 3)
    stage.clock.time += dt.timedelta(days=1)
    assert stage.audit(atlas, state).started - START >= dt.timedelta(days=1)
    assert len(stage.asked) == 3 + 6


def test_it_begins_anew_when_it_was_done(stage: Stage, atlas: Atlas, state: Path) -> None:
    stage.faults[BAD] = [at.status(404)]
    assert stage.audit(atlas, state).exit_code == 1
    stage.faults.clear()
    assert stage.audit(atlas, state).is_well


def test_it_begins_anew_for_other_codes_or_another_site(
    stage: Stage, atlas: Atlas, state: Path, tmp_path: Path
) -> None:
    stop_after(stage, atlas, state, 3)
    fewer = roads(tmp_path / "fewer", CODES[:4])
    assert stage.audit(fewer, state).total == 4
    assert len(stage.asked) == 3 + 4
    stop_after(stage, atlas, state, 3)
    with serving() as other:
        other.publish(atlas)
        assert other.audit(atlas, state).is_well
        assert len(other.asked) == 6


def test_torn_at_any_byte_only_the_torn_result_is_lost(stage: Stage, atlas: Atlas, state: Path) -> None:
    stage.audit(atlas, state)
    whole = state.read_bytes()
    *lines, done = whole.splitlines(keepends=True)
    assert json.loads(done) == {"done": True}
    edges = {sum(map(len, lines[:n])) + by for n in range(8) for by in (-1, 0, 1)}
    for size in sorted({size for size in edges if 0 <= size < len(whole)} | set(range(0, len(whole), 40))):
        stage.asked.clear()
        state.write_bytes(whole[:size])
        assert stage.audit(atlas, state).is_well, size
        known = max(0, whole[:size].count(b"\n") - 1)
        assert len(stage.asked) == len(CODES) - min(known, 6), size
        assert state.read_bytes().count(b'"ok"') == 6, size


@pytest.mark.parametrize(
    "text",
    ["", "\n", "{}\n", "[]\n", "1\n2\n", '{"started": 5}\n', "\0\0\0\n", '{"format": 1, "started": "x"}\n'],
)
def test_a_strange_file_is_begun_anew(stage: Stage, atlas: Atlas, state: Path, text: str) -> None:
    state.parent.mkdir()
    state.write_text(text, encoding="utf-8")
    assert stage.audit(atlas, state).is_well


def test_a_result_that_was_tampered_with_is_not_believed(stage: Stage, atlas: Atlas, state: Path) -> None:
    stop_after(stage, atlas, state, 3)
    for change in (
        (CODES[1], "ABCDEFGH"),
        ('"ok"', '"fine"'),
        ('"params"', '"parts"'),
        ('"format": 1', '"format": 0'),
    ):
        text = state.read_text(encoding="utf-8")
        assert change[0] in text
        state.write_text(text.replace(*change), encoding="utf-8")
        stage.asked.clear()
        stop_after(stage, atlas, state, 3)
        assert len(stage.asked) == 3


@pytest.mark.parametrize("request_number", [1, 4])
def test_killed_while_it_waits_for_an_answer(
    stage: Stage, atlas: Atlas, state: Path, request_number: int
) -> None:
    stuck = CODES[request_number - 1]
    stage.faults[stuck] = [at.stall]
    command: list[str | Path] = [sys.executable, KILLED, atlas.dataset.root, stage.url, state]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        heard = [child.stdout.readline() for _ in range(request_number)]
        assert heard[-1] == f"{request_number - 1}/6\n"
        while f"/Q/{stuck}/" not in stage.asked:
            assert child.poll() is None
        child.kill()
        assert child.wait() == -signal.SIGKILL
    stage.faults.clear()
    assert stage.audit(atlas, state).is_well
    assert len(stage.asked) == len(CODES) + 1


def test_real_time_is_bounded_too(stage: Stage, atlas: Atlas, state: Path) -> None:
    begun = dt.datetime.now(dt.UTC)
    stage.faults = {code: [at.drip] for code in CODES}
    report = stage.audit(atlas, state, retries=0, timeout=IMPATIENT)
    assert len(report.of(Verdict.DEAD)) == len(CODES)
    assert IMPATIENT <= (dt.datetime.now(dt.UTC) - begun).total_seconds() / len(CODES) < 10 * IMPATIENT


def test_the_clock_of_the_tests_moves_only_while_somebody_sleeps() -> None:
    clock = Clock()
    clock.sleep(2)
    assert clock.now() - START == dt.timedelta(seconds=2)
