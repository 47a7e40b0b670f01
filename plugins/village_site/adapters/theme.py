"""The theme's folders, without what no site is given of them; its pages, without what is no HTML."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


def without_hidden(theme: Theme) -> None:
    """Keeps hidden folders out of the list from which MkDocs takes the files to publish.

    It drops every hidden file of that list, but only when all have been listed, and Material keeps its icons
    in such a folder, fourteen thousand files. Templates there are found as before.
    """
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = _Loader(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def as_html(page: str) -> str:
    """A page of the theme's whose two hidden checkboxes have no `autocomplete`, which HTML gives to none."""
    for name in ("__drawer", "__search"):
        page = page.replace(f'id="{name}" autocomplete="off"', f'id="{name}"', 1)
    return page


class _Loader(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(folder, name).relative_to(top).as_posix() for name in names)
        return sorted(found)
