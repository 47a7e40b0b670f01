"""Reading addresses of the web, of Zalo and of mail, and refusing those made to deceive.

What is typed here becomes a link that people open because the village's page shows it: only https, only a
host that can be told from others by eye, and no address that leads on to another.
"""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from village_site.domains import SHORTENERS, is_under
from village_site.values.refusal import BadValue

_SCHEME = re.compile(r"(?i)https://(?=[^/])")
# Beside letters and digits of any alphabet: what RFC 3986 lets stand in an address, without the apostrophe.
_WRONG = re.compile(
    r"[^\w!#$%&()*+,./:;=?@\[\]~-]|%(?![0-9A-Fa-f]{2})|%(?:[01][0-9A-Fa-f]|7[Ff]|5[Cc])|[^\w\x21-\x7e]"
)
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?=.{{4,253}}\Z)(?:{_LABEL}\.)+[a-z]{{2,63}}")
_NUMBER = re.compile(r"(?:(?:0x[0-9a-f]*|[0-9]+)\.?)+")
_MAIL = re.compile(r"([A-Za-z0-9+_-]+(?:\.[A-Za-z0-9+_-]+)*)@([A-Za-z0-9.-]+)")
_ZALO_PATH = re.compile(r"/(?:g/)?[A-Za-z0-9]+")

_PRIVATE = frozenset(
    {
        "localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "arpa",
        "onion", "nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me",
    }
)  # fmt: skip
"""Names that only mean something inside a network, or that lead back into one."""

_ADDRESS_WITHIN = re.compile(
    r"(?i)\s*[/\\]{2}|.*(?://|\\\\)|.*\b(?:https?|ftp|file|data|javascript|vbscript|intent):", re.DOTALL
)
_HOST_WITHIN = re.compile(r"(?i)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#:].*)?", re.DOTALL)
_WAYS_ON = frozenset(
    {
        "url", "uri", "u", "link", "redirect", "redirect_uri", "redirect_url", "redirecturl", "redir", "next",
        "to", "target", "dest", "destination", "continue", "return", "returnurl", "return_url", "returnto",
        "goto", "go", "out", "forward",
    }
)  # fmt: skip
"""What sites call the parameter that says where they shall send their visitor."""

_REDIRECTORS = frozenset({"l.facebook.com", "lm.facebook.com", "l.instagram.com", "link.zalo.me"})
_REDIRECTING_PATHS = {"google": ("/url", "/amp/"), "youtube": ("/redirect",), "facebook": ("/l.php", "/flx/")}
_ARCHIVES = frozenset({"archive.org", "archive.ph"})

_BRANDS = {
    "zalo": ("zalo.me", "zalo.vn", "zalo.cloud"),
    "facebook": ("facebook.com",),
    "youtube": ("youtube.com", "youtube-nocookie.com"),
    "google": ("google.com", "google.com.vn", "google.vn"),
}
_WELL_KNOWN = ("zalo.me", "gov.vn", "edu.vn", "facebook.com", "youtube.com", "google.com")
_NEAR_BUT_REAL = ("go.vn", "gov.cn", "edu.cn")
_REAL = frozenset((*_WELL_KNOWN, *_NEAR_BUT_REAL, *(home for homes in _BRANDS.values() for home in homes)))
_SAME_LOOK = (
    ("0", "o"),
    ("1", "l"),
    ("i", "l"),
    ("5", "s"),
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("-", ""),
)

_FILMS = frozenset(
    {
        "youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com", "facebook.com", "fb.watch",
        "tiktok.com", "zalo.me", "zalo.vn", "vtv.vn", "vov.vn", "gov.vn", "edu.vn", "example",
    }
)  # fmt: skip
"""Who keeps films and can be held to it; names under `example`, which nobody can have, are for samples."""

_FORMS = frozenset({"gov.vn", "docs.google.com", "forms.office.com"})
"""Where forms are kept that residents may be sent to: whoever asks for words can ask for more."""


def parse_url(text: str) -> str:
    """Read an https address; scheme and host come back in small letters. Raises BadValue."""
    return _url(text)


def parse_zalo(text: str) -> str:
    """Read an address of a person, group or page on Zalo: `https://zalo.me/…`. Raises BadValue."""
    if not _SCHEME.match(text):
        raise BadValue("bad-zalo", text)
    url = _url(text)
    parts = urlsplit(url)
    if parts.netloc != "zalo.me" or parts.query or parts.fragment or not _ZALO_PATH.fullmatch(parts.path):
        raise BadValue("bad-zalo", text)
    return url


def parse_video(text: str) -> str:
    """Read an https address of a film at one of the known keepers of films. Raises BadValue."""
    url = _url(text)
    if not is_under(url, _FILMS):
        raise BadValue("video-host", text)
    return url


def parse_form(text: str) -> str:
    """Read an https address of a form to fill in, at one of the known keepers of forms. Raises BadValue."""
    url = _url(text)
    parts = urlsplit(url)
    if not is_under(url, _FORMS) or (
        parts.netloc == "docs.google.com" and not parts.path.startswith("/forms/")
    ):
        raise BadValue("form-host", text)
    return url


def parse_email(text: str) -> str:
    """Read an address of mail; the host comes back in small letters. Raises BadValue."""
    found = _MAIL.fullmatch(text)
    if found is None or len(text) > 254:
        raise BadValue("bad-email", text)
    host = found[2].lower()
    _check_host(text, host, "bad-email")
    return f"{found[1]}@{host}"


@lru_cache(maxsize=1024)
def _url(text: str) -> str:
    if text[:7].lower() == "http://":
        raise BadValue("url-not-secure", text, guess=f"https://{text[7:]}")
    if not _SCHEME.match(text):
        raise BadValue("bad-url", text)
    if wrong := _WRONG.search(text):
        sign = wrong[0] if wrong[0].isprintable() else f"U+{ord(wrong[0][0]):04X}"
        raise BadValue("url-character", text, sign=sign)
    parts = _split(text)
    host = parts.netloc.lower()
    if "@" in host:
        raise BadValue("url-user-info", text)
    if ":" in host and "[" not in host:
        raise BadValue("url-port", text)
    _check_host(text, host, "bad-url")
    if _leads_on(host, parts):
        raise BadValue("url-leads-on", text)
    return f"https://{host}{text[len('https://') + len(host) :]}"


def _split(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError:  # such as brackets that hold no address
        raise BadValue("bad-url", text) from None


def _check_host(text: str, host: str, code: str) -> None:
    """Refuses hosts that are not of the open web or not what they seem; `code` is for what is no host."""
    if host.startswith("[") or _NUMBER.fullmatch(host):
        raise BadValue("url-number-host", text)
    if not host.isascii() or any(label.startswith("xn--") for label in host.split(".")):
        raise BadValue("url-foreign-letters", text)
    if "." not in host or is_under(f"https://{host}", _PRIVATE):
        raise BadValue("url-private-host", text)
    if not _HOST.fullmatch(host):
        raise BadValue(code, text)
    if is_under(f"https://{host}", SHORTENERS):
        raise BadValue("url-shortener", text)
    if (meant := _pretended(host)) is not None:
        raise BadValue("url-look-alike", text, other=meant)


def _pretended(host: str) -> str | None:
    """The well-known host that another one is made to look like."""
    if is_under(f"https://{host}", _REAL):
        return None
    end = ".".join(host.split(".")[-2:])
    for known in _WELL_KNOWN:
        within = f".{known}." in f".{host}." or known.replace(".", "-") in host.split(".")
        if within or _is_near(end, known):
            return known
    for brand, (home, *_) in _BRANDS.items():
        for part in re.split("[.-]", host):
            if _look(part) == _look(brand) or (len(brand) > len("zalo") and _is_near(part, brand)):
                return home
    return None


def _is_near(one: str, two: str) -> bool:
    """True for words that look the same or are one typing error apart: a letter more, less, changed, or two
    neighbours swapped."""
    if _look(one) == _look(two):
        return True
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    a, b = one[start:], two[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _look(word: str) -> str:
    """What is left of a word when letters that look alike are one."""
    for typed, seen in _SAME_LOOK:
        word = word.replace(typed, seen)
    return word


def _leads_on(host: str, parts: SplitResult) -> bool:
    """True for an address that sends whoever opens it on to another one."""
    brand = next(
        (name for name, homes in _BRANDS.items() if is_under(f"https://{host}", frozenset(homes))), ""
    )
    if host in _REDIRECTORS or parts.path.startswith(_REDIRECTING_PATHS.get(brand, ("\n",))):
        return True
    path = _decoded(parts.path)
    if _ADDRESS_WITHIN.match(path) and not is_under(f"https://{host}", _ARCHIVES):
        return True
    for name, typed in (*parse_qsl(parts.query), *parse_qsl(parts.fragment), ("", parts.query)):
        value = _decoded(typed)
        if _ADDRESS_WITHIN.match(value) or (name.lower() in _WAYS_ON and _HOST_WITHIN.fullmatch(value)):
            return True
    return False


def _decoded(text: str) -> str:
    """With percent escapes read, doubled ones too."""
    return unquote(unquote(text))
