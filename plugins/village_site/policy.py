"""What a page may load and run: its Content-Security-Policy.

Every page carries its own in a <meta> before anything it rules, because GitHub Pages and most other static
hosts send no header of ours; nothing is allowed that the page does not need. A script or style that stands in
a page is allowed by its hash, and the hashes are those of what our frame writes, never of what is found in a
finished page: a script that got in by way of the data has none, and does not run.

`_headers`, which some hosts read, says the same for all pages at once, and what a <meta> cannot. Both hold at
the same time, so the header allows what any page needs, and each page's own <meta> is the narrower one.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from markupsafe import Markup

Policy = Mapping[str, tuple[str, ...]]
"""Sources by directive, as CSP Level 3 names them."""

NOTHING: Final = ("'none'",)
OWN: Final = "'self'"
"""The site's own origin."""


class Need(NamedTuple):
    """Something a page of Material's frame must be allowed, and why."""

    directive: str
    source: str
    why: str


MATERIAL: Final = (
    Need("script-src", OWN, "the theme's one bundle; its two scripts within the page go by their hashes"),
    Need("style-src", OWN, "the theme's style sheets and ours; no page has a style of its own"),
    Need("img-src", OWN, "photographs and the site's icon"),
    Need("img-src", "data:", "the theme's style sheets draw their icons from data: addresses"),
    Need("connect-src", OWN, "the search index, which the box and its worker fetch"),
    Need("worker-src", OWN, "the search itself, which runs beside the page, and what keeps pages for later"),
    Need("child-src", OWN, "the same for Safari before 15.5, which does not know worker-src"),
    Need("manifest-src", OWN, "what a phone needs to put the site among its apps"),
    Need("form-action", OWN, "the search field of the home page, and the box where scripts are off"),
)
"""All that Material needs. Tests hold the maintainers' page and every built page to this list, but for what a
page says it needs besides."""

_CLOSED: Final = ("default-src", "base-uri", "form-action")
"""What stands in every policy, closed unless opened; the last two do not follow `default-src`."""

_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_BEFORE: Final = '<meta http-equiv="Content-Security-Policy" content="'
_AFTER: Final = '">'


@cache
def digest(text: str) -> str:
    """The source that allows exactly this text between <script> or <style> tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def light(style: str, *more: tuple[str, str]) -> Policy:
    """For a page of our own: the style that stands in it, its empty icon, and what `more` names; its own site
    may be asked, since tools such as Lighthouse ask for robots.txt in the page's name and blame it else."""
    return _policy([("style-src", digest(style)), ("img-src", "data:"), ("connect-src", OWN), *more])


@cache
def material(scripts: str, needs: tuple[Need, ...] = ()) -> Policy:
    """For a page of Material's frame; `scripts` is the HTML of the scripts the frame writes into it, `needs`
    what this page needs besides."""
    inline = [("script-src", digest(text)) for text in _INLINE.findall(scripts)]
    return _policy([*((need.directive, need.source) for need in (*MATERIAL, *needs)), *inline])


def widest(policies: Iterable[Policy]) -> Policy:
    """Allows whatever one of them allows."""
    return _policy(
        (directive, source)
        for policy in policies
        for directive, sources in policy.items()
        for source in sources
        if (source,) != NOTHING
    )


def text(policy: Policy) -> str:
    """As it stands in a header or a <meta>."""
    return "; ".join(" ".join((directive, *sources)) for directive, sources in policy.items())


def meta(policy: Policy) -> Markup:
    """As it stands in a page, right after the character set and before anything that it rules."""
    return Markup(f"{_BEFORE}{text(policy)}{_AFTER}")


def is_in(page: str) -> bool:
    """True for a page with a policy of its own."""
    return _BEFORE in page


def without(page: bytes) -> bytes:
    """The page without its policy."""
    start = page.find(_BEFORE.encode())
    if start < 0:
        return page
    return page[:start] + page[page.index(_AFTER.encode(), start) + len(_AFTER) :]


def headers(policies: Sequence[Policy]) -> str:
    """The file `_headers`, as Netlify, Cloudflare Pages and others read it; `policies` are those of all
    pages, or none where some page has none.

    A request gets the headers of every rule that fits it, and equal names are joined, so each name stands in
    one rule only. `/Q/:code/` is each light page but not `/Q/`, the page that helps to find one.
    """
    allowed = widest(policies) if policies else {}
    return _HEADERS.format(policy=text({**allowed, "frame-ancestors": NOTHING}))


_HEADERS: Final = """\
/*
  Content-Security-Policy: {policy}
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
/Q/:code/
  Cache-Control: public, max-age=0, must-revalidate
  X-Robots-Tag: noindex
/sw.js
  Cache-Control: no-cache
"""


def _policy(allowed: Iterable[tuple[str, str]]) -> Policy:
    """Directives in one order, sources in the order given; each once."""
    found: dict[str, dict[str, None]] = {}
    for directive, source in allowed:
        found.setdefault(directive, {})[source] = None
    order = (*_CLOSED, *sorted(found.keys() - set(_CLOSED)))
    return MappingProxyType({directive: tuple(found.get(directive, NOTHING)) for directive in order})
