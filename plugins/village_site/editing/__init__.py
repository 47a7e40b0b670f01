"""Writes into the editors' own files: adds what a tool knows and leaves the rest as it was typed."""

from village_site.editing.fields import CannotInsert, Insertion, insert_fields
from village_site.editing.files import write_files

__all__ = ["CannotInsert", "Insertion", "insert_fields", "write_files"]
