"""Whether each episode stayed in the home of the one before, for one record after a worker wrote in it.

As a load works it out for everybody at once (`kith/returns/load/same_home.py`): postcode and number at Ofsted are those
of the last episode that began earlier, short breaks left out. Where either postcode is blank it is not known, and what
a worker said of it stays.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.opened import open_to
from kith.care.models import Episode
from kith.care.short_breaks import SHORT_BREAKS
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.core.models_base import Source

PEOPLE = frozenset({Source.WORKER, Source.FAMILY})


def may_know_places(*, by: Actor, person: UUID) -> bool:
    """Whether where this person lives is open to the actor. One statement."""
    return bool(open_to(by.id, [person], Label.ADDRESS_PROTECTED))


def settle_same_home(*, by: Actor, person: UUID) -> None:
    """Say it anew of each episode of a record; of nobody whose homes the actor may not know. Two statements at least."""
    if not may_know_places(by=by, person=person):
        return
    stays = Episode.objects.filter(person_id=person).exclude(legal_status__in=SHORT_BREAKS)
    rows = sorted(
        stays.values_list(
            "started_on", "ceased_on", "id", "source", "same_home_as_before",
            "place__placement_postcode", "place__urn",
        ),
        key=lambda row: (row[0], row[1] or date.max, row[2]),
    )  # fmt: skip
    before: tuple[str, str] = ("", "")
    for _began, _ceased, episode, source, said, postcode, urn in rows:
        here = (postcode or "", urn or "")
        known = here[0] and before[0]
        same = here == before if known else (said if source in PEOPLE else None)
        if same != said:
            Episode.objects.filter(id=episode).update(same_home_as_before=same)
        before = here
