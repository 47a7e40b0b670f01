"""Reference pages that follow from the program: every field, every message, every public table.

They are composed with the site, so that they can never tell of another version than the one that runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from village_site.pages.page import Page
    from village_site.pages.writer import Writer  # which lists these pages among all

URLS = ("huong-dan/cac-muc/", "bao-tri/thong-bao/", "du-lieu-mo/")
"""Addresses of the references of fields, messages and tables, from the site's root."""


def guides() -> Iterator[tuple[str, Callable[[Writer], Page]]]:
    """Address and maker of each; what a maker needs is imported when it works, beside the build."""
    return zip(URLS, (_fields, _messages, _tables), strict=True)


def _fields(page: Writer) -> Page:
    from village_site.guides.fields import field_guide

    return field_guide(page, URLS[0])


def _messages(page: Writer) -> Page:
    from village_site.guides.messages import message_guide

    return message_guide(page, URLS[1])


def _tables(page: Writer) -> Page:
    from village_site.guides.tables import table_guide

    return table_guide(page, URLS[2], fields_at=URLS[0])
