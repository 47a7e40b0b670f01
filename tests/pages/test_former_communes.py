"""What stands at the address of a commune that is no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import atlas
from village_site.signposts import signposts

UNIT = "- {{id: cu, kind: xã, name: Cũ, until: {until}}}\n"


@pytest.mark.parametrize(
    ("until", "said"),
    [("30/06/2025", "Dùng đến hết 30/06/2025"), ("trước 01/07/2025", "Dùng trước ngày 01/07/2025")],
)
def test_until_when_its_name_was_used(tmp_path: Path, until: str, said: str) -> None:
    data = atlas(tmp_path, {"_units/cu.yml": UNIT.format(until=until)})
    (found,) = [one for one in signposts(data) if one.url == "xa/cu/"]
    assert said in found.lines
