"""Plates for the printer: vector PDFs of every record that has a code, from templates a person can edit."""

from village_site.plates.template import formats
from village_site.plates.write import write_plates

__all__ = ["formats", "write_plates"]
