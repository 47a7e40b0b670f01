"""A site to audit; and no test here asks any other machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.watch.support import Stage, published, roads, serving
from village_site.atlas import Atlas


@pytest.fixture(autouse=True)
def _only_this_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every name looked up and every address connected to is this machine's; variables of a proxy are set,
    and must not matter."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://192.0.2.1:9")
    seen: set[str] = set()
    look_up = socket.getaddrinfo

    def noting(host: str, *arguments: Any, **options: Any) -> Any:
        seen.add(host)
        assert host == "127.0.0.1"
        return look_up(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", noting)
    yield
    assert seen <= {"127.0.0.1"}


@pytest.fixture(scope="session")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """A village with six roads; no test changes it."""
    return roads(tmp_path_factory.mktemp("roads"))


@pytest.fixture(scope="session")
def pages(atlas: Atlas) -> dict[str, str]:
    """Its cards by code."""
    return published(atlas)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where results are kept; its folder is not there yet."""
    return tmp_path / ".cache" / "audit-127.0.0.1.jsonl"


@pytest.fixture
def stage(pages: dict[str, str]) -> Iterator[Stage]:
    """The village's site, published as it should be."""
    with serving() as running:
        running.pages = dict(pages)
        yield running
