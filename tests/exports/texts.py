"""Texts for exports: whatever can be typed, and what would break a careless writer."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = (
    "Lễ; hội, \\ làng",
    "x\r\nBEGIN:VEVENT\r\nSUMMARY:y",
    "x\nEND:VCARD\nTEL:113",
    "x\u2028END:VCALENDAR\x85y\x0bz\x0cw\x1ev",
    "\\n\\N\\,\\;\\\\n",
    'a:b;c="d"',
    "</title><script>alert(1)</script>&amp;]]>",
    "ộ" * 200,
    "e\u0301\u0323" * 60,
    "👩‍👩‍👧‍👦" * 20,
    " bắt đầu bằng dấu cách",
    "\ttab",
    "\x00\x07\x7f\ufeffđầu",
)
TEXTS = st.text() | st.sampled_from(HOSTILE) | st.text("\\;,:\r\n\"' \tnNaộ\u2028\x85\x0b\x1c", max_size=200)
