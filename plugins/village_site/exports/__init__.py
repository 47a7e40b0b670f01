"""What other programs read: the symbols and their list for printers, and the public data as JSON."""

from village_site.exports.codes import code_url, complete_symbols, write_list, write_symbols
from village_site.exports.write import write_data

__all__ = ["code_url", "complete_symbols", "write_data", "write_list", "write_symbols"]
