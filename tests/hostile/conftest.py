"""One process, with the package imported, from which every hostile folder is checked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hostile.support import Checker, checking


@pytest.fixture(scope="session")
def checker() -> Iterator[Checker]:
    """Checks folders."""
    with checking() as found:
        yield found
