"""What must hold between records, beyond each record's own shape.

A check is a generator over the linked data that yields problems; CHECKS lists them, `check` runs them.
"""

from village_site.checks.table import CHECKS, check

__all__ = ["CHECKS", "check"]
