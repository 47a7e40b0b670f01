"""What may not be said of a household or a person, even by those who would agree to much else."""

from __future__ import annotations

from village_site.privacy.sensitive.aggregates import counts_people, small_aggregates, small_figures
from village_site.privacy.sensitive.naming import named_people
from village_site.privacy.sensitive.people import sensitive, speaks_of_people, without_guesses

__all__ = [
    "counts_people",
    "named_people",
    "sensitive",
    "small_aggregates",
    "small_figures",
    "speaks_of_people",
    "without_guesses",
]
