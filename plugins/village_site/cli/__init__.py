"""The command `villages`."""

from village_site.cli.main import main

__all__ = ["main"]
