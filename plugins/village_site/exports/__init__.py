"""What other programs read: the symbols and their list for printers, the public data, and files that
phones take in: calendars and address cards."""

from village_site.exports.calendars import write_calendars
from village_site.exports.codes import code_url, complete_symbols, write_list, write_symbols
from village_site.exports.contacts import write_contacts
from village_site.exports.write import write_data

__all__ = [
    "code_url",
    "complete_symbols",
    "write_calendars",
    "write_contacts",
    "write_data",
    "write_list",
    "write_symbols",
]
