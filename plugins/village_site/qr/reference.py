"""The one place that asks segno for a symbol: the measure for all the others."""

from __future__ import annotations

import segno

from village_site.qr.symbol import Symbol


def make(text: str) -> Symbol:
    """The symbol of `text`: the smallest version that fits at level Q, then the highest level within it.

    Raises ValueError for a text that no version holds.
    """
    return _symbol(text, segno.make(text, error="q", boost_error=True, micro=False))


def make_masked(text: str, mode: str, mask: int) -> Symbol:
    """The same with `mode` ("alphanumeric", "byte") and `mask` given: some five times faster."""
    return _symbol(text, segno.make(text, error="q", boost_error=True, micro=False, mode=mode, mask=mask))


def _symbol(text: str, made: segno.QRCode) -> Symbol:
    digits = b"".join(made.matrix).translate(_AS_DIGITS)
    modules = int(digits[::-1], 2)
    return Symbol(text, int(made.version), made.error, made.mask, len(made.matrix), modules)


_AS_DIGITS = bytes.maketrans(b"\0\1", b"01")
