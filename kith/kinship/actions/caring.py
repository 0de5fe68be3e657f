"""Who cares for whom, what they may decide, and the days on which they are asked how it goes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.core.action import CannotBeError, action
from kith.core.actor import Actor
from kith.design.dates import today
from kith.kinship.actions.common import come, one, permit, said, written
from kith.kinship.in_care import IN_CARE, decided_in_care
from kith.kinship.models import Caring, CaringKind, CheckIn, MayDecide
from kith.kinship.rules.lists import everyday, key_ages
from kith.people.models import Person

ADULT = 18


@action("kinship.record_caring")
def record_caring(
    *,
    by: Actor,
    child: UUID,
    carer: UUID,
    kind: str,
    since: date,
    known_on: date | None = None,
    after_care: bool = False,
    works: str = "",
    contact: UUID | None = None,
) -> UUID:
    """A child lives with family or friends, looked after or not; the id. The same two under another kind end that first.

    What they may decide is yes throughout until somebody says why not; the ages at which they are asked are set.
    Raises NotPermittedError; CannotBeError for a day to come, and for somebody caring for themselves.
    """
    permit(by, child, carer)
    if child == carer:
        raise CannotBeError("Nobody is their own carer. Choose somebody else.", field="carer")
    come(since, "since")
    known = come(known_on, "known_on") if known_on else today()
    born = one(Person, child).born_on
    made = Caring(
        child_id=child, carer_id=carer, kind=CaringKind(kind).value, since=since, known_on=known,
        after_care=after_care, works=written(works, most=200), contact_id=contact, recorded_by=by.id,
    )  # fmt: skip
    held = Caring.objects.filter(child_id=child, carer_id=carer, until=None).first()
    if held is not None:
        if held.kind == kind:
            raise CannotBeError(
                "This stands here already. Change what stands, or choose another kind.", field="kind"
            )
        if since <= held.since:
            raise CannotBeError("This is not after the day on which what stands now began.", field="since")
        Caring.objects.filter(id=held.id).update(until=since, why_ended="Another kind of care began.")
    made.save(force_insert=True)
    MayDecide.objects.bulk_create(
        MayDecide(caring_id=made.id, what=what, may=True, recorded_by=by.id) for what in everyday()
    )
    if born is not None:
        ages = ((each.age, each.due_on(born)) for each in key_ages())
        CheckIn.objects.bulk_create(
            CheckIn(caring_id=made.id, age=age, due_on=due, recorded_by=by.id)
            for age, due in ages
            if due >= max(since, known)
        )
    said(by, "Care by family or friends was written down", child, carer, caring=made.id, kind=kind)
    return made.id


@action("kinship.end_caring")
def end_caring(*, by: Actor, caring: UUID, on: date, why: str) -> None:
    """The child no longer lives there, or is grown up. Raises NotPermittedError, CannotBeError."""
    held = one(Caring, caring)
    permit(by, held.child_id)
    if held.until is not None:
        raise CannotBeError("This has ended already.")
    come(on)
    if on <= held.since:
        raise CannotBeError("This is not after the day on which it began.", field="on")
    because = written(why, field="why", asks="Say why it ended.", most=200)
    Caring.objects.filter(id=caring).update(until=on, why_ended=because)
    said(by, "Care by family or friends ended", held.child_id, held.carer_id, caring=caring)


@action("kinship.give_offer")
def give_offer(*, by: Actor, caring: UUID, on: date) -> None:
    """Carer and child were given the local offer (Children Act 1989 s22H(6)). Raises NotPermittedError, CannotBeError."""
    held = one(Caring, caring)
    permit(by, held.child_id)
    Caring.objects.filter(id=caring).update(
        offer_given_on=come(on, since=held.known_on, after="we knew of it")
    )
    said(by, "A kinship family was given the local offer", held.child_id, held.carer_id, caring=caring)


@action("kinship.name_contact")
def name_contact(*, by: Actor, caring: UUID, contact: UUID) -> None:
    """The worker whom the carer asks first. Raises NotPermittedError, CannotBeError for who is no worker."""
    held = one(Caring, caring)
    permit(by, held.child_id)
    try:
        with transaction.atomic():
            Caring.objects.filter(id=caring).update(contact_id=contact)
    except IntegrityError:
        raise CannotBeError("Choose a worker.", field="contact") from None
    said(by, "A kinship family’s named contact was set", held.child_id, caring=caring)


@action("kinship.settle_decision")
def settle_decision(*, by: Actor, caring: UUID, what: str, may: bool, words: str = "") -> UUID:
    """Whether the carer decides one everyday thing; the last that was said holds.

    Raises NotPermittedError; CannotBeError for a thing not on the list, a no without who decides and why, and of a child
    in care for what is written there.
    """
    held = one(Caring, caring)
    permit(by, held.child_id)
    if what not in everyday():
        raise CannotBeError("Choose one of the list.", field="what")
    if not may and held.kind in IN_CARE and what in decided_in_care(held.child_id):
        raise CannotBeError(
            "The child is in care: write it on the page “In care”, under what the carer decides. It is read here.",
            field="what",
        )
    why = written(words, field="words", asks="" if may else "Say who decides instead, and why.", most=300)
    made = MayDecide.objects.create(caring_id=caring, what=what, may=may, words=why, recorded_by=by.id)
    said(by, "It was settled what a kinship carer may decide", held.child_id, caring=caring, what=what)
    return made.id


@action("kinship.check_in")
def check_in(*, by: Actor, check: UUID, on: date, words: str) -> None:
    """We asked how it goes at a key age; in their words. Raises NotPermittedError, CannotBeError."""
    held = one(CheckIn, check, "caring")
    permit(by, held.caring.child_id)
    if held.done_on is not None:
        raise CannotBeError("This was done already.")
    kept = written(words, field="words", asks="Write what they said.")
    CheckIn.objects.filter(id=check).update(done_on=come(on), words=kept)
    said(
        by,
        "A kinship family was asked how it goes",
        held.caring.child_id,
        caring=held.caring_id,
        age=held.age,
    )
