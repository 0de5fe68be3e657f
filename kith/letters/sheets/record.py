"""What the sections of a paper take of people, homes, workers and plans: two statements for all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet

from kith.access.working_with import families_read, workers_read
from kith.core.reads import IDS, TODAY, Reads, Row
from kith.design.dates import today
from kith.letters.models import Letter, LetterKind
from kith.people.models import ContactPoint
from kith.people.page_queries import (
    AROUND,
    Matters,
    Who,
    around,
    homes_read,
    languages_read,
    matters_from,
    needs_read,
    ties_around_read,
    ties_read,
    who,
    who_from,
    who_read,
)
from kith.plan.queries.staff import plans_read

if TYPE_CHECKING:
    from kith.letters.sheets.taken import Asked

Rows = dict[str, list[Row]]


def _points_read() -> QuerySet[ContactPoint, Any]:
    found = ContactPoint.objects.filter(person_id__among=IDS, during__contains=TODAY).order_by(
        "channel", "value"
    )
    return found.values_list("channel", "value", "safety", "how_it_is_safe", "protected")


def _sheets_read() -> QuerySet[Letter, Any]:
    found = Letter.objects.filter(person_id__among=IDS, kind=LetterKind.SUPERVISION.value)
    return found.order_by("-written_on").values_list("written_on")[:1]


_own = Reads(
    persons=who_read,
    languages=languages_read,
    needs=needs_read,
    ties=ties_read,
    homes=homes_read,
    points=_points_read,
    families=families_read,
    plans=plans_read,
    sheets=_sheets_read,
)
_beside = Reads(persons=lambda: who_read(AROUND), ties=ties_around_read, workers=workers_read)


def own(ids: Sequence[UUID]) -> Rows:
    """Rows about the person by what they are, for `Asked.own`. One statement."""
    return _own.run(ids=list(ids), today=today())


def _around(asked: Asked) -> Rows:
    def read() -> Rows:
        return _beside.run(
            ids=list(asked.ids),
            around=around(asked.ids, asked.own["ties"]),
            families=[family for (family,) in asked.own["families"]],
        )

    return asked.once("around", read)


def workers_of(asked: Asked) -> list[Row]:
    """Rows of `workers_read`. One statement with whoever is around."""
    return _around(asked)["workers"]


def matters_of(asked: Asked) -> list[Matters]:
    """Who matters to them, and to each other, today. One statement with their workers."""
    return matters_from([*asked.own["ties"], *_around(asked)["ties"]], today())


def people_of(asked: Asked, ids: Iterable[UUID]) -> dict[UUID, Who]:
    """These people by id: of those around them nothing more is asked; of others one statement."""
    wanted = set(ids)
    known = asked.once("self", lambda: who_from(asked.own["persons"]))
    if not wanted <= set(known):
        known = known | asked.once("people", lambda: who_from(_around(asked)["persons"]))
    more = who(wanted - set(known)) if wanted - set(known) else {}
    return {each: one for each, one in (known | more).items() if each in wanted}


def names_of(asked: Asked, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Their names, as `people_of`."""
    return {each: one.name for each, one in people_of(asked, ids).items()}
