"""A site to audit; and no test here asks any other machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.watch.support import Stage, roads, serving
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


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    """A village with six roads."""
    return roads(tmp_path)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where results are kept; its folder is not there yet."""
    return tmp_path / ".cache" / "audit-127.0.0.1.jsonl"


@pytest.fixture
def stage(atlas: Atlas) -> Iterator[Stage]:
    """The village's site, published as it should be."""
    with serving() as running:
        running.publish(atlas)
        yield running
