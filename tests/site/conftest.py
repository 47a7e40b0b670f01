"""The sample site, built once as `make site` builds it, and served on this machine."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.once import made_once
from tests.support import DAY
from village_site.atlas import Atlas
from village_site.site import open_atlas

ROOT = Path(__file__).parents[2]
SOURCES = ("content", "villages", "overrides", "mkdocs.yml")


@dataclass(frozen=True)
class Sample:
    """The built sample: its folders, its data, and where it is served."""

    folder: Path
    atlas: Atlas
    url: str

    @property
    def site(self) -> Path:
        """The public site."""
        return self.folder / "site"

    @property
    def dist(self) -> Path:
        """What gets printed."""
        return self.folder / "dist"


def copy_project(target: Path) -> Path:
    """What the site is built from, in a folder of its own."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)
    return target


def villages(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, as a maintainer runs it."""
    command = [
        sys.executable,
        "-c",
        "import sys; from village_site.cli import main; sys.exit(main())",
        *arguments,
    ]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    """The sample site, built and served."""

    def build(folder: Path) -> None:
        done = villages(copy_project(folder), "site", "--day", DAY.isoformat())
        assert done.returncode == 0, done.stderr
        assert done.stderr == "", "the sample builds without a warning"

    folder = made_once(tmp_path_factory, "sample", build)
    atlas, warnings = open_atlas(folder / "villages", DAY)
    assert warnings == ()
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Sample(folder, atlas, f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()
