"""From papers to files: PDF, spreadsheet and words to read out, equal bytes for equal data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

# First, so that where an extra is missing the message names the one this command needs.
from village_site.reports.spreadsheet import spreadsheet  # isort: skip
from village_site.editing import write_files
from village_site.reports.paper import Paper
from village_site.reports.pdf import pdfs


def write_reports(papers: Sequence[Paper], folder: Path) -> tuple[Path, ...]:
    """Writes `<folder>/<whose>/<week>-<campaign>.pdf`, `.xlsx` and `.txt` for each paper.

    Nothing is written before all are made. Raises DataError when the font lacks a letter; OSError.
    """
    made = {}
    for paper, pdf in zip(papers, pdfs(papers), strict=True):
        for ending, content in (
            ("pdf", pdf),
            ("xlsx", spreadsheet(paper)),
            ("txt", paper.spoken.encode()),
        ):
            made[folder / f"{paper.file}.{ending}"] = content
    for parent in {path.parent: None for path in made}:
        parent.mkdir(parents=True, exist_ok=True)
    write_files(made)
    return tuple(made)
