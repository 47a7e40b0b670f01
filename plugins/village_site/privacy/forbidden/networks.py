"""Finds what leads into a network that is not public: addresses of cameras, private addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

CAMERA, PRIVATE = "forbidden-camera", "forbidden-private-network"

Span = tuple[str, int, int]

_DOT = r"(?: ?[.] ?| ?[\[({] ?(?:[.]|dot) ?[\])}] ?| (?:dot|cham) )"
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]|x{1,3}|[*])(?![0-9])"
_ANY = f"(?:{_OCTET}|[0-9]{{1,3}}(?![0-9]))"
_MONEY = r"(?! {0,2}(?:dong|vnd|d|usd|trieu|ty|nghin|m2|ha|km|kg|tan)(?![a-z0-9]))"
_IPV4 = re.compile(
    rf"(?<![0-9.])(?:(?:10|127){_DOT}{_OCTET}{_DOT}{_OCTET}{_DOT}{_OCTET}"
    rf"|192[ ._-]{{1,3}}168(?:[ ._-]{{1,3}}{_ANY}){{2}}|192{_DOT}168{_DOT}{_ANY}{_DOT}{_ANY}"
    rf"|169{_DOT}254{_DOT}{_OCTET}{_DOT}{_OCTET}"
    rf"|172{_DOT}(?:1[6-9]|2[0-9]|3[01]){_DOT}{_OCTET}{_DOT}{_OCTET})(?![.][0-9]){_MONEY}"
)
_IPV6 = re.compile(
    r"(?<![0-9a-z:.])(?:(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f])(?::[0-9a-f]{0,4}){2,7}|::1(?![0-9a-f:]))"
    r"(?:%[a-z0-9]+)?"
)
_NAME = re.compile(
    r"(?<![a-z0-9.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}(?:local|lan|internal|localdomain|home\.arpa)"
    r"(?![a-z0-9-]|\.[a-z0-9])|(?<![a-z0-9.-])localhost(?![a-z0-9-])"
)
_SECTION = re.compile(r"(?:muc|phan|chuong|dieu|khoan|bang|hinh|section|table|version|ban) $")
_LOOPBACK = re.compile(r"127[.]|localhost|::1")

_NUMBER = r"(?<![0-9.])(?:[0-9]{1,3}[.]){3}[0-9]{1,3}(?![0-9.])"
_NAMED = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}"
_PORTS = "(?:80|81|88|443|554|8000|8080|8554|8888|9000|34567|37777)(?![0-9])"
_HOMES = (
    r"ddns\.(?:net|org)|dyndns\.org|duckdns\.org|no-ip\.(?:org|biz|com)|hopto\.org|zapto\.org|myftp\.org|"
    r"cameraddns\.net|kbvision\.tv|smartddns\.tv|autoddns\.com|dvrdns\.org|dahuaddns\.com|hikvision-ddns\.com|"
    r"viewcam\.vn|quickddns\.com|synology\.me|myqnapcloud\.com|tplinkdns\.com"
)
"""Services that give a name to a machine in somebody's house."""
_DEVICE = (
    "(?<![a-z])"
    "(?:camera|cam|dau ghi(?: hinh)?|dvr|nvr|hikvision|dahua|ezviz|imou|kbvision|yoosee|ipcam|onvif)"
    r"(?![a-z])[^\n]{0,60}?"
)
_CAMERA = re.compile(
    "|".join(
        (
            r"(?<![a-z])(?:rtsps?|rtmps?)://\S{0,200}",
            r"(?<![a-z])onvif(?:://|/|:)\S{1,200}|/onvif/\S{0,200}",
            rf"(?<![a-z0-9-]){_NAMED}(?:{_HOMES})",
            r"hik-?connect(?:\.com)?(?:[:/ =]{1,3}\S{0,60}[0-9]\S{0,60}|\.com\S{0,100})",
            r"hik-online\.com/\S{1,100}",
            rf"{_DEVICE}{_NUMBER}(?::[0-9]{{2,5}})?",
            rf"{_DEVICE}{_NAMED}[a-z]{{2,12}}:[0-9]{{2,5}}(?![0-9])",
            rf"{_DEVICE}(?<![a-z])(?:port|cong)(?: mang| dich vu)?[ :=]{{1,3}}{_PORTS}",
            rf"{_DEVICE}(?<![a-z])(?:s/?n|serial|uid|id may|ma may|ma thiet bi)[ :=]{{1,3}}"
            r"(?=[a-z0-9-]{0,20}[0-9])[a-z0-9-]{8,30}",
            r"https?://(?:cam|camera|ipcam|dvr|nvr)[0-9]{0,3}\.[a-z0-9.-]{3,100}\S{0,100}",
            r"https?://\S{3,100}?/(?:isapi|cgi-bin/snapshot|videostream|mjpe?g|live\.sdp|streaming/channels)"
            r"\S{0,100}",
        )
    )
)
# A machine's bare number, or a port that cameras and recorders answer at: no public page has either.
_MACHINE = re.compile(
    rf"{_NUMBER}:[0-9]{{2,5}}(?![0-9])"
    r"|https?://(?:[0-9]{1,3}[.]){3}[0-9]{1,3}(?![0-9.])\S{0,100}"
    r"|https?://[a-z0-9.-]{3,100}:(?:81|88|554|8000|8554|34567|37777)(?![0-9])\S{0,100}"
)


def networks(flat: str, *, page: bool) -> Iterator[Span]:
    """The addresses in a folded text that nobody outside should know.

    On a hand-written `page`, “127.0.0.1” is the reader's own machine: where a preview shows up.
    """
    private = [
        found.span()
        for pattern in (_IPV4, _IPV6, _NAME)
        for found in pattern.finditer(flat)
        if not _SECTION.search(flat, max(0, found.start() - 12), found.start())
    ]
    for start, end in private:
        if not (page and _LOOPBACK.match(flat, start)):
            yield PRIVATE, start, end
    for found in _CAMERA.finditer(flat):
        yield CAMERA, found.start(), found.end()
    for found in _MACHINE.finditer(flat):
        if not any(start < found.end() and found.start() < end for start, end in private):
            yield CAMERA, found.start(), found.end()
