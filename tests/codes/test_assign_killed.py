"""A run that dies at any moment leaves every file old or new, and the next run finishes its work."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

from tests.codes.support import CODED, FILES, codes, every_byte, read, run
from tests.support import DAY, data_folder
from village_site.codes import assign


def test_killed_at_any_change_on_disk(tmp_path: Path) -> None:
    before = data_folder(tmp_path, FILES)
    after = shutil.copytree(before, tmp_path / "after" / before.name)
    run(after, seed=1)
    script = Path(__file__).with_name("kill_assign.py")
    copies = tmp_path / "copies"
    done = subprocess.run(
        [sys.executable, script, before, copies], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    folders = sorted(copies.iterdir(), key=lambda folder: int(folder.name))
    assert every_byte(folders[-1] / before.name) == every_byte(after)
    states = {_state(folder / before.name, every_byte(before), every_byte(after)) for folder in folders}
    assert {len(state) for state in states} == {0, 1, 2, 3, 4}
    for folder in folders:
        _finishes(folder / before.name, codes(after))


def _state(root: Path, old: dict[str, bytes], new: dict[str, bytes]) -> tuple[str, ...]:
    """The files that are new already; every visible one is either old or new, the register new first."""
    now = {name: data for name, data in every_byte(root).items() if not Path(name).name.startswith(".")}
    assert now.keys() >= old.keys()
    assert all(data in (old.get(name), new[name]) for name, data in now.items())
    written = tuple(sorted(name for name, data in now.items() if data != old.get(name)))
    assert not written or written[0].startswith("_register/")
    return written


def _finishes(root: Path, planned: dict[tuple[str, str], str]) -> None:
    """The next run gives each record one code: the one already issued where there is one."""
    issued = {key: entry.code for key, entry in read(root).register.by_record.items()}
    assert issued in ({}, planned)
    plan = run(root, seed=2)
    assert len(plan.new) == (0 if issued else CODED)
    final = codes(root)
    assert len(set(final.values())) == CODED
    assert final == (issued or final)
    assert len(read(root).register.by_code) == CODED
    assert not [name for name in every_byte(root) if Path(name).name.startswith(".")]


def test_only_the_register_written(tmp_path: Path) -> None:
    root = data_folder(tmp_path, FILES)
    before = every_byte(root)
    plan = assign.plan(read(root), DAY, random.Random(3).choice)
    plan.apply()
    for name, data in before.items():
        (root / name).write_bytes(data)
    again = assign.plan(read(root), DAY)
    assert again.new == ()
    assert again.restored == plan.new
