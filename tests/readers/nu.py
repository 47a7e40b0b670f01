"""The Nu HTML checker, the reference for what is valid: one run of Java for a whole folder."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.readers.looking import NU

# Without the second compiler it is done twice as fast: it stops before that one would pay.
_JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")


def errors(folder: Path, files: Sequence[Path] = ()) -> list[str]:
    """What is wrong with these files, or with every HTML file below the folder: the sentence, where first, and
    how often."""
    named = [str(file.relative_to(folder)) for file in files] or ["."]
    command = [*_JAVA, "-jar", str(NU), "--errors-only", "--format", "json", "--skip-non-html", *named]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if not done.stderr.startswith("{"):
        raise RuntimeError(done.stderr)
    return _told(json.loads(done.stderr)["messages"])


def _told(messages: list[dict[str, Any]]) -> list[str]:
    first: dict[str, str] = {}
    for one in messages:
        where = f"{'/'.join(one.get('url', '').split('/')[-4:])}:{one.get('lastLine')}"
        first.setdefault(one["message"], where)
    counts = Counter(one["message"] for one in messages)
    return [f"{count} × {message} ({first[message]})" for message, count in counts.most_common()]
