"""What comes of what was typed: which notices hold on the day of the build, whom to call first, how far a
village is in its criteria, who makes a product, where on its road something stands.

Nothing here writes HTML that more than one part of the site would have to repeat; pages, light pages and
exports ask, and show it each in its way.
"""
