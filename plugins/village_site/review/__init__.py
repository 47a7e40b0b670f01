"""What a change of the data does to those whom residents call: phones, links, offices and addresses first."""

from village_site.review.compare import compare
from village_site.review.result import Review
from village_site.review.summary import LIMIT, as_markdown
from village_site.revisions import Tree, tree_at, tree_of

__all__ = ["LIMIT", "Review", "Tree", "as_markdown", "compare", "tree_at", "tree_of"]
