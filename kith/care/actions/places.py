"""Where a home of an episode is, and where the child came from: what leads to a child's door, apart from the episode.

Source: SSDA903 guide, HOME_POST, PL_POST and URN. Who may know it is a matter of the table's own policy (docs/adr/0065).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID

from django.db import DatabaseError, IntegrityError, transaction

from kith.access.permissions import Permission
from kith.care.models import Episode, EpisodePlace
from kith.care.same_home import settle_same_home
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.people.actions.whereabouts import POSTCODE, tidy_postcode

LONGEST = 12
URN = re.compile(r"^([0-9]{7}|X{7})$")
"""Seven digits, or seven times X while Ofsted has not given one."""


@action("care.record_place")
def record_place(
    *,
    by: Actor,
    person: UUID,
    persons: Sequence[UUID],
    episode: UUID,
    home_postcode: str = "",
    placement_postcode: str = "",
    urn: str = "",
) -> UUID:
    """Say, or correct, where the home of an episode is; returns its id. A blank means that it is not known.

    `persons`: every id that the child goes by. What has the shape of no postcode and of no number of Ofsted's is kept as
    it was typed, and doubted. Whether the child stayed in the same home is worked out again. Raises NotPermittedError;
    CannotBeError where there is no such episode, or a colleague wrote the same a moment ago.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[person])
    stay = Episode.objects.select_for_update().filter(id=episode, person_id__in=persons).first()
    if stay is None:
        raise CannotBeError("This time looked after is not recorded any more.")
    place = EpisodePlace.objects.filter(episode=stay).first()
    new = place is None
    place = place or EpisodePlace(episode=stay, person_id=stay.person_id, recorded_by=by.id)
    place.home_postcode, place.placement_postcode = _kept(home_postcode), _kept(placement_postcode)
    place.urn, place.source = "".join(urn.split()).upper()[:LONGEST], Source.WORKER
    try:
        with transaction.atomic():
            place.save(force_insert=new)
    except IntegrityError as error:
        raise CannotBeError("A colleague has just written this. Open the page again and look.") from error
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") == "42501":
            raise NotPermittedError("You may not record where they live.") from error
        raise
    settle_same_home(by=by, person=stay.person_id)
    concerns([stay.person_id], episode=stay.id, place=place.id)
    # Nothing of where it is goes into the story: more people read that than may know it.
    tell.tell(
        by=by,
        about=[stay.person_id],
        title=f"Where the home is: {'recorded' if new else 'corrected'}",
        facts={"episode": str(stay.id)},
    )
    return place.id


def doubts_about(*, home_postcode: str, placement_postcode: str, urn: str) -> tuple[str, ...]:
    """What is odd about what is kept, in words for the worker; nothing about a blank."""
    odd = {"home they came from": home_postcode, "home they live in": placement_postcode}
    said = [
        f"The postcode of the {which} has an unusual shape: check it."
        for which, postcode in odd.items()
        if postcode and not POSTCODE.match(postcode.replace(" ", ""))
    ]
    if urn and not URN.match(urn):
        said.append(
            "A number of Ofsted’s has seven digits: check it. While there is none yet, it is XXXXXXX."
        )
    return tuple(said)


def _kept(typed: str) -> str:
    """One space in a postcode; anything else as it was typed, as long as there is room for it."""
    joined = "".join(typed.split()).upper()
    return tidy_postcode(typed) if POSTCODE.match(joined) else typed.strip().upper()[:LONGEST]
