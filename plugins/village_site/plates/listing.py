"""The list that goes to the printer with the plates, and by which a delivery is counted."""

from __future__ import annotations

import csv
import io

from village_site.exports.spreadsheet import cell
from village_site.plates.job import Job
from village_site.plates.reading import distance_of, rounded

COLUMNS = ("file", "page", "code", "kind", "village", "name", "module_mm", "read_from_m")


def listing(job: Job) -> bytes:
    """The job's plates as CSV for spreadsheets, in the order of files and pages."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for file, batch in job.files():
        for index, plate in enumerate(batch):
            module = job.module(plate)
            page = index // job.template.declared.per_sheet + 1
            measures = (rounded(module, 2), rounded(distance_of(module), 1))
            name = cell(plate.name)
            code = plate.lines["code"].text
            rows.writerow((file, page, code, plate.kind, plate.village, name, *measures))
    return ("\ufeff" + out.getvalue()).encode()  # spreadsheets know UTF-8 by this mark only
