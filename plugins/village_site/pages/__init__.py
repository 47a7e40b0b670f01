"""The bodies of Material pages: one a village, one a commune, one list of communes, blocks for the home page.

Nothing here knows MkDocs; an adapter puts each body into the site's frame.
"""

from village_site.pages.blocks import BLOCKS
from village_site.pages.compose import compose, plan
from village_site.pages.page import Page

__all__ = ["BLOCKS", "Page", "compose", "plan"]
