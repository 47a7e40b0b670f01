"""The flat table of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from village_site.atlas import Atlas
from village_site.checks import (
    address,
    answering,
    associations,
    calendar,
    campaigns,
    codes,
    consents,
    contributions,
    criteria,
    documents,
    events,
    figures,
    maps,
    notices,
    opinions,
    pictures,
    places,
    products,
    progress,
    references,
    safety,
    sense,
    surveys,
    systems,
    tallies,
)
from village_site.problems import Problem

Check = Callable[[Atlas], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    sense.schema_version,
    references.ids_used_twice,
    references.dangling_references,
    criteria.assessments,
    criteria.sets,
    figures.amounts,
    figures.over_time,
    tallies.unit_folders,
    tallies.tallies,
    tallies.targets,
    campaigns.campaigns,
    calendar.calendar,
    progress.progress,
    progress.reports,
    codes.unknown_kinds_in_register,
    events.events,
    codes.codes_beside_records,
    consents.personal_values,
    consents.consents_where_they_belong,
    consents.consents,
    address.address_in_symbols,
    address.address_is_locked,
    address.domain_is_paid_for,
    address.plates_of_runs,
    codes.orphans,
    sense.update_dates,
    sense.spans,
    sense.memberships,
    sense.former_names,
    sense.houses_nobody_finds,
    sense.ended_terms,
    safety.safety,
    systems.cameras,
    notices.notices,
    answering.who_answers,
    notices.news_nowhere,
    notices.programmes,
    notices.broadcasts,
    maps.features_without_records,
    maps.places_far_away,
    products.makers,
    products.shops,
    products.recognitions,
    associations.in_their_hands,
    places.places,
    pictures.pictures,
    pictures.unused_pictures,
    sense.not_yet,
    opinions.opinions,
    contributions.contributions,
    surveys.surveys,
    documents.documents,
    documents.files,
    documents.unused_files,
)


def check(atlas: Atlas) -> list[Problem]:
    """Every problem every check finds."""
    return [problem for one in CHECKS for problem in one(atlas)]
