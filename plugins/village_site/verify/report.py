"""A verification as people and spreadsheets read it."""

from __future__ import annotations

import csv
import io

from village_site.catalogue import label
from village_site.codes.alphabet import shown
from village_site.exports.spreadsheet import cell
from village_site.report import printable
from village_site.verify.result import Finding, Matter, Verification

COLUMNS = ("finding", "reason", "photo", "code", "record", "name", "message")


def as_text(verification: Verification, lang: str = "vi") -> str:
    """Every matter with its findings, one a line, then how many plates are there."""
    lines = []
    for matter in Matter:
        if matter is not Matter.GOOD and (found := verification.of(matter)):
            lines.append(f"{label(f'verify-title-{matter}', lang)} ({len(found)})")
            lines += [f"  {_line(verification, finding, lang)}" for finding in found]
    counts = {
        "photos": verification.photos,
        "present": verification.present,
        "expected": verification.expected,
    }
    lines.append(label("verify-counts", lang, **counts))
    lines.append(label("verify-look" if verification.has_problems else "verify-well", lang))
    return "\n".join(lines)


def as_csv(verification: Verification, lang: str = "vi") -> str:
    """All findings and all plates that are as they should be, for spreadsheets."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for finding in verification.findings:
        code = finding.code
        cells = (
            str(finding.matter),
            finding.reason,
            printable(finding.photo),
            shown(code) if code else "",
            verification.records.get(code, ""),
            verification.names[lang].get(code, ""),
            _message(verification, finding, lang),
        )
        rows.writerow(map(cell, cells))
    return "\ufeff" + out.getvalue()  # spreadsheets know UTF-8 by this mark only


def _line(verification: Verification, finding: Finding, lang: str) -> str:
    about = printable(finding.photo) or _plate(verification, finding.code, lang)
    return f"{about}: {_message(verification, finding, lang)}"


def _message(verification: Verification, finding: Finding, lang: str) -> str:
    params = {name: printable(text) for name, text in finding.params.items()}
    params["plate"] = _plate(verification, finding.code, lang)
    params["named"] = " / ".join(_plate(verification, code, lang) for code in finding.named)
    return label(f"verify-{finding.reason}", lang, **params)


def _plate(verification: Verification, code: str, lang: str) -> str:
    """“7K3M-XT4M (Số 12, Đường Trục thôn 2, thôn Nam Bắc Thành)”."""
    if not code:
        return ""
    name = verification.names[lang].get(code, "")
    return f"{shown(code)} ({name})" if name else shown(code)
