"""What comes of what was typed: which notices hold on the day of the build, whom to call first, how far a
village is in its criteria, who makes a product, where on its road something stands.

No HTML is made here. Pages, light pages and exports ask, and each shows it in its own way.
"""
