"""The options of the plugin `villages` in mkdocs.yml."""

from __future__ import annotations

import datetime as dt

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ValidationError


class _Day(option.OptionallyRequired[dt.date]):
    """A day; YAML may have read it as one already."""

    def run_validation(self, value: object) -> dt.date:
        if type(value) is dt.date:
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            raise ValidationError(f"{value}: not a day like 2026-11-21") from None


class VillagesConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options; the maintainers' guide explains each."""

    folder = option.Type(str, default="villages")
    """Folder of the data, relative to mkdocs.yml."""
    private = option.Type(str, default="private")
    """Folder of personal data and consents, relative to mkdocs.yml; the site is built without it as well."""
    dist = option.Type(str, default="dist")
    """Folder for what gets printed, relative to mkdocs.yml; nothing is written there when empty."""
    day = option.Optional(_Day())
    """The day the site is built for, as "2026-11-21"; today in Vietnam when left out."""
    audit = option.Type(str, default="")
    """Report of the last audit of the published site, relative to mkdocs.yml, for the maintainers' page."""
    lang = option.Choice(("vi", "en"), default="vi")
    """Language of the messages about the data."""
