"""Writes into the editors' own files: adds what a tool knows and leaves the rest as it was typed."""

from village_site.editing.fields import CannotInsert, Insertion, insert_fields
from village_site.editing.files import write_files
from village_site.editing.text import quoted

__all__ = ["CannotInsert", "Insertion", "insert_fields", "quoted", "write_files"]
