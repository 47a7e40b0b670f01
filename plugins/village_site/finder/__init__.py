"""The page that helps with a mistyped or scratched code: `Q/index.html`, and what the site's 404.html says.

Nothing knows the list of codes: the page's script works out which codes the typed one can stand for (one, or
the eight that differ in one symbol) and asks the site for each. It offers what it finds and opens nothing.

Where links lead: `Q/index.html` uses relative ones. A 404.html is served for every unknown address at any
depth, so its links begin with the path of `site_url`. A copy of the site elsewhere (a preview, the printed
domain) has another path; there the script mends the links: by `site_url` or `codes.base_url` where the page's
own address begins with one, else by what stands before `/Q/` in it.
"""

from __future__ import annotations

from functools import cache, partial
from urllib.parse import urlsplit

from markupsafe import Markup

from village_site.atlas import Atlas
from village_site.cards.surroundings import macros, surroundings
from village_site.catalogue import label
from village_site.codes.alphabet import ALPHABET, LENGTH, check_symbol, shown
from village_site.inline import compact
from village_site.offline import needs, registration
from village_site.policy import OWN, Policy, digest, light, meta
from village_site.render import environment

_EXAMPLE = "7K3MXT4M"


def finder_page(atlas: Atlas, *, site_url: str | None, banner: Markup | None = None) -> str:
    """The HTML document of `Q/index.html`. `site_url` only names the page's own address to search engines."""
    canonical = f"{_as_folder(site_url)}Q/" if site_url else None
    return _page(atlas, banner, root="../", canonical=canonical, roots=None)


def not_found_page(atlas: Atlas, *, site_url: str | None, banner: Markup | None = None) -> str:
    """The HTML document of `404.html`; without `site_url` the site is taken to stand at the host's root."""
    known = [_as_folder(url) for url in (site_url, atlas.dataset.site.codes.base_url) if url]
    root = urlsplit(known[0]).path if site_url else "/"
    return _page(atlas, banner, root=root, canonical=None, roots=" ".join(dict.fromkeys(known)))


@cache
def finder_script() -> str:
    """The script of both pages, exactly as it stands between the tags: its SHA-256 may go into a policy.

    The same for every site: it holds the rule of the codes, no text and no address.
    """
    page = environment().get_template("finder/finder.js").render()
    return f"(function () {{\n'use strict';\n{code_script()}{compact(page)}}}());\n"


@cache
def code_script() -> str:
    """The part of the script that reads codes; it touches neither the page nor the network."""
    template = environment().get_template("finder/code.js")
    return compact(template.render(alphabet=ALPHABET, weights=_weights()))


def finder_policy() -> Policy:
    """What both pages may load: their style, their script, the pages that the script asks for, the worker."""
    return light(_style(), ("script-src", digest(finder_script())), ("connect-src", OWN), *needs())


@cache
def _style() -> str:
    sheets = (environment().get_template(name).render() for name in ("cards/card.css", "finder/finder.css"))
    return compact("".join(sheets))


def _weights() -> list[int]:
    """What each place counts in the sum that is 0 modulo the alphabet's size for a valid code.

    Asked of `check_symbol` place by place, so that the rule is written down once.
    """
    zero, one = ALPHABET[0], ALPHABET[1]
    units = [zero * place + one + zero * (LENGTH - 2 - place) for place in range(LENGTH - 1)]
    return [*(ALPHABET.index(check_symbol(unit)) for unit in units), len(ALPHABET) - 1]


def _page(atlas: Atlas, banner: Markup | None, *, root: str, canonical: str | None, roots: str | None) -> str:
    """`root` leads to the home page; `roots` are the 404 page's known addresses of the site."""
    site = atlas.dataset.site
    template = environment().get_template("finder/finder.html")
    return template.render(
        site=site,
        banner=banner or Markup(),
        root=root,
        canonical=canonical,
        roots=roots,
        policy=meta(finder_policy()),
        style=Markup(_style()),
        script=Markup(finder_script()),
        registration=registration(root, lost=roots is not None),
        around=surroundings(atlas, None, Markup(), Markup(), root),
        trust=macros().trust(urlsplit(site.codes.base_url).netloc.lower()),
        codes=f"{_as_folder(site.codes.base_url)}Q/",
        example=_EXAMPLE,
        example_shown=shown(_EXAMPLE),
        length=LENGTH,
        digits=" ".join(filter(str.isdigit, ALPHABET)),
        letters=" ".join(filter(str.isalpha, ALPHABET)),
        en=partial(label, lang="en"),
    )


def _as_folder(url: str) -> str:
    return url.rstrip("/") + "/"


__all__ = ["code_script", "finder_page", "finder_policy", "finder_script", "not_found_page"]
