"""A commune's 3,000 house plates: files of at most 500, in little memory and time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.generate import generate

ROOT = Path(__file__).parents[2]
PROGRAM = """
import datetime, json, re, resource, sys
from pathlib import Path
from pypdf import PdfReader
from village_site.atlas import Atlas
from village_site.dataset import load
from village_site.plates import write_plates
found, _ = load(Path(sys.argv[1]) / "villages")
before = resource.getrusage(resource.RUSAGE_SELF)
made = write_plates(Atlas(found, datetime.date(2026, 11, 21)), Path(sys.argv[1]) / "out", formats=["household"])
after = resource.getrusage(resource.RUSAGE_SELF)
cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
pages = {path.name: len(PdfReader(path).pages) for path in made}
# Not ru_maxrss, which counts what the process that started this one held.
peak = re.search("VmHWM:[^0-9]*([0-9]+) kB", Path("/proc/self/status").read_text())
print(json.dumps({"cpu": cpu, "megabytes": int(peak[1]) / 1024, "pages": pages}))
"""


def test_three_thousand_plates(tmp_path: Path) -> None:
    generate("commune", tmp_path)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    measured = json.loads(told)
    assert measured["pages"] == {f"household-{n:03}.pdf": 500 for n in range(1, 7)}
    assert measured["megabytes"] < 600
    # The promise is 10 s on a machine that does nothing else; here other tests run at the same time.
    assert measured["cpu"] < 20
