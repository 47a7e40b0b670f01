"""The built sample as its readers meet it: which pages it has, below a sub-path of a host."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.readers.hosting import hosting
from tests.readers.site_pages import SitePage, kinds_of, one_of_each, pages_of
from tests.site.conftest import Sample, sample

__all__ = ["sample"]


@pytest.fixture(scope="session")
def every(sample: Sample) -> tuple[SitePage, ...]:
    """Every page of the sample."""
    return pages_of(sample.site, kinds_of(sample.atlas))


@pytest.fixture(scope="session")
def light(every: tuple[SitePage, ...]) -> tuple[SitePage, ...]:
    """The fullest light page of each sort."""
    found = one_of_each(page for page in every if page.light)
    assert len(found) >= 11
    return found


@pytest.fixture(scope="session")
def framed(every: tuple[SitePage, ...]) -> tuple[SitePage, ...]:
    """The fullest page of each sort that stands in Material's frame."""
    found = one_of_each(page for page in every if not page.light)
    assert len(found) >= 20
    return found


@pytest.fixture(scope="session")
def host(sample: Sample) -> Iterator[str]:
    """Where the sample stands; the address ends with a slash."""
    with hosting(sample.site) as address:
        yield address
