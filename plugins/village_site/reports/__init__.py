"""The report a village or a commune files every Friday of a campaign: on paper, in cells, aloud.

What stands in it is found by `papers`; `write_reports` needs the extra `reports`.
"""

from village_site.reports.choice import NoReport, papers
from village_site.reports.paper import Paper

__all__ = ["NoReport", "Paper", "papers"]
