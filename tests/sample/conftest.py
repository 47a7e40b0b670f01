"""The sample data that comes with the project, read once."""

import datetime as dt
from pathlib import Path

import pytest

from village_site.atlas import Atlas
from village_site.dataset import Dataset, load

ROOT = Path(__file__).resolve().parents[2] / "villages"
DAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="session")
def sample() -> Dataset:
    """The whole sample; a problem in it fails every test that asks for it."""
    found, problems = load(ROOT)
    assert problems == []
    assert found is not None
    return found


@pytest.fixture(scope="session")
def atlas(sample: Dataset) -> Atlas:
    """The sample linked for a fixed day."""
    return Atlas(sample, DAY)
