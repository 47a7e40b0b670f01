"""Photographs of a delivery or of mounted plates, compared with what was printed."""

from village_site.verify.compare import verify_photos
from village_site.verify.report import as_csv, as_text
from village_site.verify.result import Finding, Matter, Verification

__all__ = ["Finding", "Matter", "Verification", "as_csv", "as_text", "verify_photos"]
