"""Whatever the build writes is searched for what was withdrawn, or it is known why not."""

from __future__ import annotations

from tests.site.conftest import Sample
from village_site.privacy.written import NOT_SEARCHED, SEARCHED, files


def test_every_ending_is_known(sample: Sample) -> None:
    endings = {path.suffix.lower() for folder in (sample.site, sample.dist) for path in files(folder)}
    assert {".html", ".geojson", ".ics", ".svg"} <= endings, "the sample has all there is"
    assert endings <= SEARCHED | NOT_SEARCHED.keys(), "see privacy/written.py"
    assert not SEARCHED & NOT_SEARCHED.keys()
    assert all(NOT_SEARCHED.values())
