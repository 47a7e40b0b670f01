"""A copy of the built site that opens from a USB stick: one zip, no net, no server, search included.

`pages` turns a page into what opens as a file, `copy` says what is in the zip and writes it.
"""

from village_site.usb.copy import Copied, write_copy

__all__ = ["Copied", "write_copy"]
