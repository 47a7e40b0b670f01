"""The benchmark's data is sound and the same on both sides. Nothing is timed here."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.bench.generate import generate, main
from tests.bench.records import SIZES
from tests.bench.run import Failed, Run, Side, check_counts, ratio
from tests.bench.search import Site
from tests.bench.search import table as search_table
from village_site.atlas import Atlas, code_of, coded_records
from village_site.checks import check
from village_site.dataset import Dataset, load
from village_site.model import Kind
from village_site.model.criteria import CRITERIA
from village_site.model.groups import GROUPS
from village_site.model.households import HOUSEHOLDS
from village_site.model.roads import ROADS
from village_site.values import parse_date

DAY = parse_date("21/11/2026").latest()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated small commune; tests only read it."""
    path = tmp_path_factory.mktemp("bench")
    generate("small", path)
    return path


@pytest.fixture(scope="module")
def dataset(folder: Path) -> Dataset:
    """Our side of it, without a problem."""
    found, problems = load(folder / "villages")
    assert problems == []
    assert found is not None
    return found


def peer_villages(folder: Path) -> dict[str, dict[str, list[dict[str, str]]]]:
    """The peer's side of it, by the village's id."""
    return {
        path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (folder / "data/villages").iterdir()
    }


def test_our_side_passes_every_check(dataset: Dataset) -> None:
    assert check(Atlas(dataset, DAY)) == []


def test_both_sides_have_the_same_records(folder: Path, dataset: Dataset) -> None:
    peers = peer_villages(folder)
    kinds: list[tuple[Kind[Any], str]] = [(GROUPS, "groups"), (ROADS, "roads"), (HOUSEHOLDS, "households")]
    assert {place.id for place in dataset.villages} == set(peers)
    for place in dataset.villages:
        for kind, file in kinds:
            ours = [(record.id, record.code) for record in place.of(kind)]
            assert ours == [(record["id"], record["code"]) for record in peers[place.id][file]]


def test_counts_are_those_of_the_size(folder: Path, dataset: Dataset) -> None:
    size = SIZES["small"]
    codes = [
        code_of(record) for place in dataset.villages for _, record in coded_records(place, dataset.kinds)
    ]
    counts = json.loads((folder / "counts.json").read_text("utf-8"))
    assert len(dataset.villages) == counts["villages"] == size.villages
    assert len(set(codes)) == len(codes) == counts["codes"] == len(dataset.register.by_code)
    assert sum(len(place.of(HOUSEHOLDS)) for place in dataset.villages) == size.households
    assert sum(len(place.of(ROADS)) for place in dataset.villages) == size.roads
    assert counts["communes"] == len(Atlas(dataset, DAY).communes)


def test_every_village_is_scored_by_all_criteria(dataset: Dataset) -> None:
    for place in dataset.villages:
        (assessment,) = place.of(CRITERIA)
        assert [score.criterion for score in assessment.scores] == [str(number) for number in range(1, 20)]


def test_codes_are_eight_symbols_in_the_register(folder: Path) -> None:
    (register,) = (folder / "villages/_register").iterdir()
    rows = list(csv.reader(register.read_text("utf-8").splitlines()))[1:]
    assert {len(code.replace("-", "")) for code, _, _ in rows} == {8}
    assert {kind for _, kind, _ in rows} == {"village", "group", "road", "household"}


def test_equal_sizes_give_equal_bytes(folder: Path, tmp_path: Path) -> None:
    assert main(["small", str(tmp_path)]) == 0
    first, second = (
        {
            path.relative_to(root): path.read_bytes()
            for root in (base,)
            for path in root.rglob("*")
            if path.is_file()
        }
        for base in (folder, tmp_path)
    )
    assert first == second


def test_an_unknown_size_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["country", str(tmp_path)]) == 2
    assert "small|commune|district" in capsys.readouterr().err


def test_a_missing_page_stops_the_comparison(tmp_path: Path) -> None:
    side = Side("Hugo", (), tmp_path, ("public",), "public", "public/qr/*.png", (), {})
    for name in ("public/xa/a/index.html", "public/thon/b/index.html", "public/qr/7K3MXT4M.png"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    with pytest.raises(Failed, match="Hugo made 0 codes instead of 1"):
        check_counts(side, {"communes": 1, "villages": 1, "codes": 1})
    side.clean(warm=False)
    assert list(side.files()) == []


def test_the_ratio_is_the_median_of_the_turns() -> None:
    ours, peers = ([Run(wall, 0, 0) for wall in walls] for walls in ((1.0, 9.0, 3.0), (1.0, 2.0, 2.0)))
    assert ratio(ours, peers) == 1.5


def test_of_a_search_the_fastest_openings_are_compared() -> None:
    small = Site(60, "", 3_000, 1_000, {"box ready": [100.0, 200.0, 400.0]})
    large = Site(5000, "", 120_000, 240_000, {"box ready": [110.0, 240.0, 400.0]})
    lines = list(search_table([small, large]))
    assert lines[0].split() == ["villages", "60", "5,000"]
    assert lines[1].split() == ["first", "part", "3.0", "KB", "120.0", "KB"]
    assert lines[3].split() == ["box", "ready", "100", "ms", "(1.00)", "110", "ms", "(1.10)"]
