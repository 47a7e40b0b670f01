"""The sample site, as the tests of the site have it."""

from tests.site.conftest import sample

__all__ = ["sample"]
