"""Every page is valid HTML, by the checker that the standard's makers keep."""

from __future__ import annotations

from tests.readers import nu
from tests.site.conftest import Sample


def test_every_page_is_valid(sample: Sample) -> None:
    assert nu.errors(sample.site) == []
