"""Asks the published site for every code ever issued, and tells which plates do not open as they should.

host.py asks one address of one host, page.py judges what came, state.py keeps what is known so far,
live.py goes through all codes, report.py writes, last.py tells the maintainers' page of the last audit.
"""

from village_site.watch.host import site_address
from village_site.watch.last import LastAudit, audit_block, last_audit
from village_site.watch.live import audit_live
from village_site.watch.report import as_issue, as_json, as_text
from village_site.watch.result import LiveReport, Result, Stop, Verdict

__all__ = [
    "LastAudit",
    "LiveReport",
    "Result",
    "Stop",
    "Verdict",
    "as_issue",
    "as_json",
    "as_text",
    "audit_block",
    "audit_live",
    "last_audit",
    "site_address",
]
