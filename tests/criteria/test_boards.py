"""How far a village is along a set: worked out by hand, then by the program."""

from __future__ import annotations

from pathlib import Path

from tests.support import atlas
from village_site.model.criteria import CRITERIA, Status
from village_site.reckon.boards import Board, standings

V = "nam-bac-thanh"
SET = """
    name: Bộ mẫu
    level: thôn
    verified: no
    criteria:
      - number: 1
        name: Đường
        indicators: [{number: 1.1, name: Trải cứng}, {number: 1.2, name: Có đèn}]
      - {number: 2, name: Vườn}
      - number: 3
        name: Nhà
        indicators: [{number: 3.1, name: Nhà vững}, {number: 3.2, name: Có số nhà}]
"""


def board(tmp_path: Path, assessment: str, entry: str = SET) -> Board:
    """The newest board of the only set."""
    made = atlas(tmp_path, {"_criteria/bo-mau.yml": entry, f"{V}/criteria.yml": assessment})
    (standing,) = standings(made, made.by_id[V].folder.of(CRITERIA))
    return standing.newest


def states(one: Board) -> list[str]:
    return [row.status.term.en for row in one.rows]


def test_a_criterion_is_as_far_as_its_indicators(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        """
        - set: bo-mau
          date: 2026
          scores:
            - {criterion: 1, indicator: 1.1, status: đạt}
            - {criterion: 1, indicator: 1.2, status: đạt}
            - {criterion: 3, indicator: 3.1, status: đạt}
        """,
    )
    assert states(found) == ["met", "not-assessed", "in-progress"]
    assert (found.met, found.total, found.reached) == (1, 3, False)
    assert found.open == ("3",)
    assert found.unassessed == ("2",)
    assert [[one.indicator.number for one in row.scored] for row in found.rows] == [
        ["1.1", "1.2"],
        [],
        ["3.1"],
    ]


def test_one_indicator_that_is_not_met_decides(tmp_path: Path) -> None:
    scores = "[{criterion: 3, indicator: 3.1, status: đạt}, {criterion: 3, indicator: 3.2, status: chưa đạt}]"
    assert states(board(tmp_path, f"[{{set: bo-mau, date: 2026, scores: {scores}}}]"))[2] == "not-met"


def test_what_the_appraiser_said_of_the_criterion_counts_more(tmp_path: Path) -> None:
    scores = "[{criterion: 3, status: đạt}, {criterion: 3, indicator: 3.1, status: đạt}]"
    assert states(board(tmp_path, f"[{{set: bo-mau, date: 2026, scores: {scores}}}]"))[2] == "met"


def test_all_of_twenty_are_met_though_one_is_entered(tmp_path: Path) -> None:
    entry = """
        name: Bộ hai mươi
        level: thôn
        verified: no
        size: 20 tiêu chí
        criteria: [{number: 20, name: Vườn mẫu}]
    """
    whole = board(tmp_path, "[{set: bo-mau, date: 2022, complete: yes}]", entry)
    assert (whole.met, whole.total, whole.unlisted, whole.reached) == (20, 20, 19, True)
    assert whole.counts == ((Status.MET, 20),)
    assert whole.unassessed == ()


def test_of_twenty_nobody_scored_one_is_not_assessed_and_19_are_unknown(tmp_path: Path) -> None:
    entry = "{name: B, level: thôn, verified: no, size: 20, criteria: [{number: 20, name: A}]}"
    found = board(tmp_path, "[{set: bo-mau, date: 2022, scores: [{criterion: 20, status: đạt}]}]", entry)
    assert (found.met, found.total, found.reached) == (1, 20, False)
    assert found.counts == ((Status.MET, 1), (Status.NOT_ASSESSED, 19))


def test_a_set_without_its_table_is_met_only_where_somebody_says_so(tmp_path: Path) -> None:
    entry = "{name: B, level: thôn, verified: no}"
    silent = board(tmp_path / "a", "[{set: bo-mau, date: 2022}]", entry)
    whole = board(tmp_path / "b", "[{set: bo-mau, date: 2022, complete: yes}]", entry)
    assert (silent.total, silent.reached, silent.counts) == (0, False, ())
    assert (whole.total, whole.reached) == (0, True)


def test_every_look_is_kept_the_newest_first(tmp_path: Path) -> None:
    assessments = """
        - {set: bo-mau, date: giữa 2022, scores: [{criterion: 2, status: chưa đạt}]}
        - {set: bo-mau, date: giữa tháng 1/2024, complete: yes}
        - {set: bo-mau, date: 2021}
    """
    made = atlas(tmp_path, {"_criteria/bo-mau.yml": SET, f"{V}/criteria.yml": assessments})
    (standing,) = standings(made, made.by_id[V].folder.of(CRITERIA))
    dates = [one.assessment.date.iso() for one in (standing.newest, *standing.earlier)]
    assert dates == ["2024-01", "2022", "2021"]
    assert [one.met for one in (standing.newest, *standing.earlier)] == [3, 0, 0]
