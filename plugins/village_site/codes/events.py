"""Writing down what became of codes and villages: each call adds one new file and changes none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from village_site.codes.alphabet import shown
from village_site.codes.register import digest
from village_site.editing import quoted, write_files
from village_site.model.events import EVENTS, Fate


def event_file(
    root: Path,
    what: Fate,
    day: dt.date,
    reason: str,
    *,
    codes: Sequence[str] = (),
    village: str = "",
    former_name: str = "",
    to: Sequence[str] = (),
) -> Path:
    """Writes one event into a file of its own and gives its path. Raises OSError.

    The file's name comes from its text, so two branches that record events make two files. Whether the
    event makes sense is checked like everything typed.
    """
    lines = [f"- việc: {what.term.vi}", f"  ngày: {day:%d/%m/%Y}", f"  lý do: {quoted(reason)}"]
    lines += [f"  mã: [{', '.join(map(shown, codes))}]"] if codes else []
    lines += [f"  thôn: {quoted(village)}"] if village else []
    lines += [f"  tên cũ: {quoted(former_name)}"] if former_name else []
    lines += [f"  về: [{', '.join(map(quoted, to))}]"] if to else []
    text = "\n".join(lines) + "\n"
    folder = root / EVENTS.file
    folder.mkdir(exist_ok=True)
    path = folder / f"{day.isoformat()}-{digest(text)}.yml"
    write_files({path: text.encode()})
    return path
