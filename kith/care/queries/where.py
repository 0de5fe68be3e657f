"""Where a child lives on a night: in which kind of home, since when, and, for those who may know, with whom and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kith.care.models import Episode, EpisodePlace, StayPlace


@dataclass(frozen=True, slots=True)
class Where:
    """One child's home on one night. `kind`, `provider`, `law` are the return's codes; `since`: the first day in it.

    `stay` is None of a home that a return told of. What leads to the door is blank or None to whoever may not know it,
    and where it is not known.
    """

    person: UUID
    episode: UUID
    stay: UUID | None
    kind: str
    provider: str
    law: str
    since: date
    until: date | None
    called: str = ""
    carer: UUID | None = None
    household: UUID | None = None
    home: UUID | None = None
    postcode: str = ""
    urn: str = ""


def where_on(persons: Sequence[UUID], night: date) -> dict[UUID, Where]:
    """Of these children those who are looked after on a night, and their home, by person. Three statements.

    Hospital, being missing and short breaks are whereabouts within a home and change nothing here. Short-break
    agreements (V3, V4) are no home.
    """
    rows = list(
        Episode.objects.filter(Q(during__startswith__lte=night), person_id__in=persons)
        .exclude(legal_status__in=("V3", "V4"))
        .order_by("person_id", "started_on")
    )
    tonight = {each.person_id: each for each in rows if each.ceased_on is None or each.ceased_on > night}
    places = {
        each.episode_id: each
        for each in EpisodePlace.objects.filter(episode_id__in=[each.id for each in tonight.values()])
    }
    held = [each.stay_id for each in tonight.values() if each.stay_id]
    cares = {each.stay_id: each for each in StayPlace.objects.filter(stay_id__in=held)} if held else {}
    found = {}
    for person, now in tonight.items():
        place, cared = places.get(now.id), cares.get(now.stay_id) if now.stay_id else None
        found[person] = Where(
            person=person, episode=now.id, stay=now.stay_id, kind=now.placement_type, provider=now.provider,
            law=now.legal_status, since=_since([each for each in rows if each.person_id == person], now),
            until=now.ceased_on, called=cared.called if cared else "", carer=cared.carer_id if cared else None,
            household=cared.household if cared else None, home=cared.home if cared else None,
            postcode=place.placement_postcode if place else "", urn=place.urn if place else "",
        )  # fmt: skip
    return found


def _since(rows: list[Episode], now: Episode) -> date:
    """The first day in the same home without a break."""
    since = now
    for each in reversed([each for each in rows if each.started_on <= now.started_on and each.id != now.id]):
        goes_on = since.reason_new_episode == "L" or since.same_home_as_before
        if not goes_on or each.ceased_on != since.started_on:
            break
        since = each
    return since.started_on
