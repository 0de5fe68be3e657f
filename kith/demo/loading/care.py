"""Facts of care and leaving care, as the SSDA903 return counts them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.care.short_breaks import SHORT_BREAKS
from kith.demo.loading.care_workers import load_social_workers
from kith.demo.loading.days import collection_year, days
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoEpisode


def load_care(sheet: Sheet) -> list[UUID]:
    """Episodes, reviews that were held, times missing, health years, and what came after care.

    Returns the ids of the family's episodes, in their order.
    """
    family = sheet.family
    same_home = homes_kept(family.episodes)
    ids = [_episode(sheet, episode, same) for episode, same in zip(family.episodes, same_home, strict=True)]
    for review in family.reviews:
        if review.held:
            sheet.add("care_review", review.person, review.held, review.participation)
    for gone in family.missing:
        sheet.add("care_missingepisode", gone.person, gone.kind, gone.start, gone.end)
    for year in family.health_years:
        sheet.add(
            "care_healthyear",
            year.person,
            collection_year(year.year_end),
            year.sdq_score,
            year.sdq_reason,
            year.convicted,
            year.health_check,
            year.immunised,
            year.teeth_checked,
            year.health_assessed,
            year.substance_misuse,
            year.helped,
            year.help_offered,
        )
    for one in family.care_leaver_years:
        told = collection_year(one.birthday)
        sheet.add("care_careleavercontact", one.person, told, one.in_touch, one.activity, one.accommodation)
    _permanence(sheet)
    load_motherhood(sheet)
    load_social_workers(sheet)
    for alone in family.unaccompanied:
        sheet.add("care_unaccompaniedperiod", alone.person, alone.ceased)
    return ids


def load_motherhood(sheet: Sheet) -> None:
    """Of each girl who was looked after, short breaks aside, that she has no child."""
    in_care = {one.person for one in sheet.family.episodes if one.legal_status not in SHORT_BREAKS}
    for person in sheet.family.people:
        if person.id in in_care and person.sex == "F":
            sheet.add("care_motherhood", person.id, False, None)


def homes_kept(episodes: Sequence[DemoEpisode]) -> list[bool | None]:
    """For each episode, whether its home is that of the child's episode before; None for the first of each.

    Short breaks come before nothing and after nothing, as in `kith.care.spans`.
    """
    before: dict[UUID, DemoEpisode] = {}
    found: dict[int, bool | None] = {}
    in_order = sorted(range(len(episodes)), key=lambda n: (episodes[n].start, episodes[n].end or date.max))
    for n in in_order:
        one = episodes[n]
        if one.legal_status in SHORT_BREAKS:
            continue
        last, before[one.person] = before.get(one.person), one
        if last is not None and last.placement_postcode and one.placement_postcode:
            found[n] = (last.placement_postcode, last.urn) == (one.placement_postcode, one.urn)
    return [found.get(n) for n in range(len(episodes))]


def _episode(sheet: Sheet, one: DemoEpisode, same_home: bool | None) -> UUID:
    episode = sheet.add(
        "care_episode",
        one.person,
        one.start,
        one.end,
        None if one.start == one.end else days(one.start, one.end),  # one day holds no night
        one.reason_new,
        one.legal_status,
        one.need,
        one.placement,
        one.provider,
        one.reason_ceased,
        one.reason_change,
        same_home,
    )
    sheet.add("care_episodeplace", one.person, episode, one.home_postcode, one.placement_postcode, one.urn)
    return episode


def _permanence(sheet: Sheet) -> None:
    for one in sheet.family.adoptions:
        sheet.add("care_placedforadoption", one.person, one.decided, one.reversed, one.why_reversed)
        if one.ordered:
            sheet.add(
                "care_adoption",
                one.person,
                collection_year(one.ordered),
                one.decided,
                one.matched,
                one.by_foster_carer,
                one.adopters,
                one.adopters_sex,
                one.adopters_status,
            )
    for before in sheet.family.previous_permanence:
        sheet.add(
            "care_previouspermanence",
            before.person,
            collection_year(before.before),
            before.kind,
            before.authority,
            before.ordered.strftime("%d/%m/%Y") if before.ordered else "",
            before.ordered,
        )
