"""The copy of the sample site, unpacked as whoever got the stick does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.once import made_once
from tests.site.conftest import Sample, sample
from tests.support import DAY
from village_site.usb import write_copy

__all__ = ["sample"]


@dataclass(frozen=True)
class Stick:
    """The zip, and the folder it was unpacked into."""

    zip: Path
    folder: Path

    def url(self, path: str) -> str:
        """The address of a file, as a double click gives it to the browser."""
        return (self.folder / path).as_uri()


@pytest.fixture(scope="session")
def stick(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Stick:
    def pack(folder: Path) -> None:
        made = write_copy(sample.atlas, sample.site, DAY, folder)
        with ZipFile(made.file) as packed:
            packed.extractall(folder / "thẻ nhớ")

    folder = made_once(tmp_path_factory, "usb", pack)
    (packed,) = folder.glob("*.zip")
    return Stick(packed, folder / "thẻ nhớ")
