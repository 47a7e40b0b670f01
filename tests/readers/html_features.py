"""What a page's elements and attributes ask of a browser."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from tests.readers.css_features import Feature


def features(html: str) -> Iterator[Feature]:
    """All of a page, but for what its style sheets and scripts ask. Of drawings only the elements."""
    for node in LexborHTMLParser(html).css("*"):
        name = node.tag or ""
        above = node.parent
        while above is not None and above.tag != "svg":
            above = above.parent
        if name == "svg" or above is not None:
            yield (f"svg.elements.{name}",)
            continue
        yield (f"html.elements.{name}",)
        for attribute, value in node.attributes.items():
            if (name, attribute) == ("input", "type"):
                yield (f"html.elements.input.type_{value}",)
            elif not attribute.startswith(("data-", "aria-")) and attribute != "role":
                yield (f"html.elements.{name}.{attribute}", f"html.global_attributes.{attribute}")
