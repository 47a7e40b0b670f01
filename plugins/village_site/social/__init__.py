"""Pictures that Zalo, Facebook and others show beside a link: one of the site, of each commune and village.

They are drawn while the site is built, from names alone: no photograph, no person, nothing of a household.
Pages below a village's or commune's address show its picture, all others that of the site.
"""

from village_site.social.signs import FOLDER, Sign, sign_of, signs
from village_site.social.write import write_social

__all__ = ["FOLDER", "Sign", "sign_of", "signs", "write_social"]
