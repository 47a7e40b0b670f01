"""QR symbols in bulk, equal to segno's own, and how they are drawn."""

from village_site.qr.bulk import symbols
from village_site.qr.svg import svg
from village_site.qr.symbol import QUIET_ZONE, Symbol

__all__ = ["QUIET_ZONE", "Symbol", "svg", "symbols"]
