"""Fixtures that every test may use."""

import os
import shutil
from pathlib import Path

import pytest

# The same names, in the same order, as in .ci/ensure-chromium.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Where the installed Chrome or Chromium is; the environment's CHROME comes first.

    A missing browser is an error and no reason to skip: plates are opened in browsers.
    """
    chosen = os.environ.get("CHROME")
    for name in (chosen,) if chosen else BROWSERS:
        if found := shutil.which(name):
            return Path(found)
    sought = f"CHROME={chosen}" if chosen else ", ".join(BROWSERS)
    raise RuntimeError(f"no Chrome or Chromium to run ({sought}): `make test` installs one")
