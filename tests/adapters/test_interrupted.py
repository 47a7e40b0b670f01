"""A build that is stopped, by a person, by the system or by a full disk, leaves the project as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.adapters.test_mkdocs import DAY, ENVIRONMENT, project

STOPPED = "Đã dừng; chưa có gì thay đổi.\n"
STOPS = {
    "terminated": ("os.kill(os.getpid(), signal.SIGTERM); time.sleep(9)", STOPPED),
    "ctrl-c": ("os.killpg(0, signal.SIGINT); time.sleep(9)", STOPPED),
    "full": ("raise OSError(28, 'đĩa đầy', 'a')", "a: đĩa đầy\n"),
}


def stopped_site(folder: Path, stop: str, where: str) -> subprocess.CompletedProcess[str]:
    """`villages site`, stopped when it comes to a step of the plugin or of the build."""
    code = f"""
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are deaf to it
from village_site.adapters import build
from village_site.adapters.mkdocs import VillagesPlugin
def stop(*_, **__):
    {stop}
{where} = stop
from village_site.cli import main
sys.exit(main(["site", "--day", "{DAY}"]))
"""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        timeout=60,
    )


@pytest.mark.parametrize("where", ["VillagesPlugin.on_files", "VillagesPlugin.on_post_build", "build.swap"])
@pytest.mark.parametrize(("stop", "told"), STOPS.values(), ids=STOPS)
def test_a_stopped_build_leaves_nothing(tmp_path: Path, stop: str, told: str, where: str) -> None:
    folder = project(tmp_path)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("cũ", "utf-8")
    before = {path for path in folder.rglob("*") if path.is_file()}
    done = stopped_site(folder, stop, where)
    assert (done.returncode, done.stderr.partition("Dữ liệu dùng được.\n")[2]) == (1, told)
    left = {path for path in folder.rglob("*") if ".cache" not in path.parts}
    assert {path for path in left if path.is_file()} == before
    assert [path.name for path in folder.iterdir() if path.name.startswith(".") and path in left] == []
    assert (folder / "site" / "index.html").read_text("utf-8") == "cũ"
