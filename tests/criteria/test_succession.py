"""What one set changes against the one before it."""

from __future__ import annotations

from pathlib import Path

from tests.support import atlas
from village_site.pages.succession import Changes, chain, changes

OLD = """
    name: Bộ cũ
    level: xã
    verified: no
    until: 2025
    criteria:
      - {number: 1, name: Quy hoạch}
      - {number: 2, name: Y tế, target: ≥ 80 %}
      - {number: 3, name: Văn hóa}
      - {number: 4, name: Điện}
"""
NEW = """
    name: Bộ mới
    level: xã
    verified: no
    since: 2026
    replaces: bo-cu
    criteria:
      - {number: 1, name: y  tế, target: ≥ 90 %}
      - {number: 2, name: Văn hóa và điện, continues: [3, 4]}
      - {number: 3, name: Chuyển đổi số}
"""


def found(tmp_path: Path, old: str = OLD, new: str = NEW) -> Changes:
    made = atlas(tmp_path, {"_criteria/bo-cu.yml": old, "_criteria/bo-moi.yml": new})
    return changes(made.criteria["bo-cu"], made.criteria["bo-moi"])


def test_equal_names_declared_continuations_what_is_new_and_what_is_gone(tmp_path: Path) -> None:
    told = found(tmp_path)
    assert [(step.now.number, [old.number for old in step.before]) for step in told.kept] == [("1", ["2"])]
    assert [(step.now.number, [old.number for old in step.before]) for step in told.continued] == [
        ("2", ["3", "4"])
    ]
    assert [one.number for one in told.new] == ["3"]
    assert [one.number for one in told.gone] == ["1"]
    assert not told.partial


def test_similar_names_are_not_guessed_to_be_the_same(tmp_path: Path) -> None:
    told = found(
        tmp_path, new=NEW.replace("Chuyển đổi số", "Quy hoạch xã").replace(", continues: [3, 4]", "")
    )
    assert [one.name.vi for one in told.new] == ["Văn hóa và điện", "Quy hoạch xã"]
    assert [one.name.vi for one in told.gone] == ["Quy hoạch", "Văn hóa", "Điện"]


def test_nothing_is_concluded_from_a_set_entered_in_part(tmp_path: Path) -> None:
    assert found(tmp_path, old=f"{OLD.rstrip()}\n    size: 20 tiêu chí\n").partial


def test_the_sets_of_a_chain_stand_in_order(tmp_path: Path) -> None:
    third = "{name: Bộ ba, level: xã, verified: no, replaces: bo-moi}"
    files = {"_criteria/bo-cu.yml": OLD, "_criteria/bo-moi.yml": NEW, "_criteria/an.yml": third}
    made = atlas(tmp_path, files)
    for start in made.dataset.criteria:
        assert [one.id for one in chain(made, start)] == ["bo-cu", "bo-moi", "an"]
