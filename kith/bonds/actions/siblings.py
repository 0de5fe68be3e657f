"""Why brothers and sisters do not share a home, the plan to bring them together, and whom another council looks after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q
from psycopg.types.range import DateRange

from kith.access.permissions import Permission
from kith.bonds.actions.common import NOT_HERE, needed, not_to_come, to_come, words_of
from kith.bonds.models import ApartBecause, LookedAfterElsewhere, Reunite, WhyApart
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text
from kith.kinship.actions.exploring import COST
from kith.people.models import Relationship
from kith.people.models.relationship import RelationshipKind as Kind

BROTHERS_AND_SISTERS = (Kind.SIBLING, Kind.HALF_SIBLING, Kind.STEP_SIBLING, Kind.TWIN)
NOT_COST = "What it costs is no reason to part brothers and sisters. Write what a home for all would need."


@action("bonds.say_why_apart")
def say_why_apart(
    *,
    by: Actor,
    child: UUID,
    persons: Sequence[UUID],
    sibling: UUID,
    reason: str,
    words: str,
    reunite: str,
    look_again_on: date,
    their_view: str = "",
    plan: str = "",
    by_when: date | None = None,
) -> UUID:
    """Why a child does not share a home with a brother or sister, and the plan to change that; the id.

    `persons`: every id that the child goes by. Raises NotPermittedError; CannotBeError without words, for words about
    money, for a day that is past and for a plan without its how and by when. Source: Children Act 1989 s22C(8)(c).
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    _brother_or_sister(persons, sibling)
    said = needed(words, "Say why they do not share a home.", "words")
    if COST.search(said):
        raise CannotBeError(NOT_COST, field="words")
    how = words_of(plan)
    if Reunite(reunite) is Reunite.PLAN:
        how = needed(plan, "Write how they will come to live together.", "plan")
        to_come(by_when, "by_when", "Say by when they will live together: a day that is still to come.")
    made = ApartBecause.objects.create(
        child_id=child,
        sibling_id=sibling,
        reason=WhyApart(reason).value,
        words=said,
        their_view=words_of(their_view),
        reunite=Reunite(reunite).value,
        plan=how if reunite == Reunite.PLAN else "",
        by_when=by_when if reunite == Reunite.PLAN else None,
        look_again_on=to_come(look_again_on, "look_again_on"),
        on=today(),
        recorded_by=by.id,
    )
    concerns([child, sibling], why=made.id, reason=made.reason, reunite=made.reunite)
    tell.tell(by=by, about=[child], title="Why they live apart from a brother or sister was written down")
    return made.id


@action("bonds.looked_after_elsewhere")
def looked_after_elsewhere(
    *,
    by: Actor,
    child: UUID,
    persons: Sequence[UUID],
    sibling: UUID,
    council: str,
    since: date,
    shares_home: bool = False,
) -> UUID:
    """Another council looks after a brother or sister of a child of ours, since a day; the id.

    Raises NotPermittedError; CannotBeError without the council's name, for a day to come, and where it is said already.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child, sibling])
    _brother_or_sister(persons, sibling)
    name = safe_text(council)[:120]
    if not name:
        raise CannotBeError("Say which council.", field="council")
    if LookedAfterElsewhere.objects.filter(person_id=sibling, during__contains=today()).exists():
        raise CannotBeError("This is said already. End it first if it has changed.", field="since")
    made = LookedAfterElsewhere.objects.create(
        person_id=sibling,
        council=name,
        lives_with_id=child if shares_home else None,
        during=DateRange(not_to_come(since, "since"), None, "[)"),
        recorded_by=by.id,
    )
    concerns([child, sibling], elsewhere=made.id)
    tell.tell(by=by, about=[sibling], title="Another council looks after them")
    return made.id


@action("bonds.end_elsewhere")
def end_elsewhere(*, by: Actor, sibling: UUID, on: date) -> None:
    """Another council looks after them no more, from a day on. Raises NotPermittedError; CannotBeError for an odd day."""
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[sibling])
    found = LookedAfterElsewhere.objects.filter(person_id=sibling, during__contains=today()).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    if found.during.lower is not None and not_to_come(on) <= found.during.lower:
        raise CannotBeError("It ends after it began.", field="on")
    LookedAfterElsewhere.objects.filter(id=found.id).update(during=DateRange(found.during.lower, on, "[)"))
    concerns([sibling], elsewhere=found.id)
    tell.tell(by=by, about=[sibling], title="Another council looks after them no more")


def _brother_or_sister(persons: Sequence[UUID], sibling: UUID) -> None:
    both = Q(person_id__in=persons, other_id=sibling) | Q(person_id=sibling, other_id__in=persons)
    if not Relationship.objects.filter(both, kind__in=BROTHERS_AND_SISTERS).exists():
        raise NotPermittedError(NOT_HERE)
