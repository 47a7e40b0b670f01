"""Writing down what became of codes and villages: each event is a new file, and none is changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from village_site.atlas import Atlas
from village_site.checks import check
from village_site.codes.alphabet import shown
from village_site.codes.register import digest
from village_site.dataset import Dataset
from village_site.editing import quoted
from village_site.loading import Loader
from village_site.model.events import EVENTS, Fate
from village_site.problems import Problem
from village_site.source.folder import Entry


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
) -> tuple[Path, str]:
    """Where the file of one event goes, and its text.

    The file's name comes from its text, so two branches that record events make two files. Whether the
    event makes sense is checked like everything typed, by `new_errors`.
    """
    lines = [f"- việc: {what.term.vi}", f"  ngày: {day:%d/%m/%Y}", f"  lý do: {quoted(reason)}"]
    lines += [f"  mã: [{', '.join(map(shown, codes))}]"] if codes else []
    lines += [f"  thôn: {quoted(village)}"] if village else []
    lines += [f"  tên cũ: {quoted(former_name)}"] if former_name else []
    lines += [f"  về: [{', '.join(map(quoted, to))}]"] if to else []
    text = "\n".join(lines) + "\n"
    return root / EVENTS.file / f"{day.isoformat()}-{digest(text)}.yml", text


def new_errors(dataset: Dataset, day: dt.date, path: Path, text: str) -> list[Problem]:
    """The errors that the data would have with an event's file and has not without it. Writes nothing there:
    whoever is stopped in between leaves no event that makes no sense."""
    loader = Loader((EVENTS,))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_text(text, encoding="utf-8")
        shown = f"{dataset.root.name}/{EVENTS.file}/{path.name}"
        found = loader.records(EVENTS, Entry(copy, shown, is_folder=False, is_link=False), None)
    before = check(Atlas(dataset, day))
    after = check(Atlas(replace(dataset, events=(*dataset.events, *found)), day))
    return [problem for problem in (*loader.problems, *after) if problem.is_error and problem not in before]
