"""What the carer decides, and what a young person asks for: answered by a day that they see, with the reason."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.apart import refuse_what_tells
from kith.access.models import DoorAccess
from kith.access.models.door import Capacity
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.care.actions.common import NOT_HERE, in_order, may_change, needed, not_to_come, told, words
from kith.care.models import Ask, NotDelegated, PlacementPlan, Stay
from kith.care.models.asking import Answered, Decides, Matter
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.law.calendar import add_working_days
from kith.marked import marked

ANSWER_DAYS = 2
"""Working days for an answer, at most: our own promise, no law's."""


def answer_by(asked_on: date, for_on: date | None) -> date:
    """The last day for the answer: in two working days, and before the day for which it is asked."""
    soon = add_working_days(asked_on, ANSWER_DAYS)
    return soon if for_on is None else max(asked_on, min(soon, for_on))


def me(by: Actor) -> UUID:
    """The young person whose own account acts. Raises NotPermittedError."""
    mine = DoorAccess.objects.filter(account_id=by.id, capacity=Capacity.SELF)
    found = mine.values_list("person_id", flat=True).first()
    if by.role != "young_person" or found is None:
        raise NotPermittedError(marked("This is for young people, on their own page."))
    return found


@action("care.ask")
def ask(*, by: Actor, matter: str, said: str = "", for_on: date | None = None) -> UUID:
    """A young person asks for something; the id. Raises NotPermittedError; CannotBeError for a day that is over."""
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    person, kept = me(by), words(said)
    if for_on is not None and for_on < today():
        raise CannotBeError(
            marked("This day is over. Choose a day to come, or leave it out."), field="for_on"
        )
    if matter == Matter.OTHER and not kept:
        raise CannotBeError(marked("Write what you are asking for."), field="said")
    made = Ask(
        person_id=person, matter=Matter(matter).value, words=kept, for_on=for_on, asked_on=today(), recorded_by=by.id,
        answer_by=answer_by(today(), for_on), source=Source.FAMILY.value,
    )  # fmt: skip
    made.save(force_insert=True)
    told(by, person, "Asked for something", ask=made.id, matter=matter, answer_by=made.answer_by)
    return made.id


@action("care.answer_ask")
def answer_ask(*, by: Actor, ask: UUID, answer: str, reason: str, answered_by: str) -> None:
    """The answer, with its reason in words to the young person, and who decided. Once.

    Raises NotPermittedError: words that tell where somebody is whom the child must not find as well; CannotBeError.
    """
    found = Ask.objects.select_for_update().filter(id=ask).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    if found.answer:
        raise CannotBeError("This is answered already.")
    why = words(reason)
    if not why:
        raise CannotBeError("Say why, in words to them: a yes has a reason too.", field="reason")
    found.answer, found.reason, found.answered_on = Answered(answer).value, why, today()
    found.answered_by = needed(answered_by, "answered_by", "Say who decided, by name.")
    refuse_what_tells(found.person_id, [found.reason, found.answered_by])
    found.save(update_fields=["answer", "reason", "answered_on", "answered_by"])
    told(by, found.person_id, "What they asked for was answered", ask=ask, answer=answer)


@action("care.say_unfair")
def say_unfair(*, by: Actor, ask: UUID, said: str) -> None:
    """A young person says that an answer is unfair: a manager looks at it again.

    Raises NotPermittedError, CannotBeError.
    """
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    found = Ask.objects.filter(id=ask, person_id=me(by)).first()
    if found is None or not found.answer:
        raise NotPermittedError(marked("There is no such answer."))
    kept = words(said)
    if not kept:
        raise CannotBeError(marked("Write what is unfair about it."), field="said")
    found.unfair_words, found.unfair_on, found.seen_on = kept, today(), None
    found.save(update_fields=["unfair_words", "unfair_on", "seen_on"])
    told(by, found.person_id, "Said that an answer is unfair", ask=ask)


@action("care.look_again")
def look_again(*, by: Actor, ask: UUID, answer: str, reason: str, answered_by: str) -> None:
    """A manager looked at it again, and says what holds now. Raises NotPermittedError, CannotBeError."""
    found = Ask.objects.select_for_update().filter(id=ask).exclude(unfair_on=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    why = words(reason)
    if not why:
        raise CannotBeError("Say why, in words to them.", field="reason")
    found.answer, found.reason = Answered(answer).value, why
    found.answered_by = needed(answered_by, "answered_by", "Say who decided, by name.")
    found.answered_on, found.seen_on = today(), today()
    refuse_what_tells(found.person_id, [found.reason, found.answered_by])
    found.save(update_fields=["answer", "reason", "answered_by", "answered_on", "seen_on"])
    told(by, found.person_id, "An answer that was called unfair was looked at again", ask=ask, answer=answer)


@action("care.keep_from_carer")
def keep_from_carer(
    *, by: Actor, person: UUID, matter: str, decides: str, reason: str, told_on: date | None = None
) -> UUID:
    """The carer does not decide this, and why: the only way to take it from them; the id.

    Raises NotPermittedError; CannotBeError without a reason, and where that is so already.
    """
    may_change(by, person)
    why = words(reason, 500)
    if not why:
        raise CannotBeError("Say why. Without a reason the carer decides this.", field="reason")
    not_to_come(told_on, "told_on")
    if NotDelegated.objects.filter(person_id=person, matter=matter, until=None).exists():
        raise CannotBeError("Somebody else decides this already. End that first.", field="matter")
    refuse_what_tells(person, [why])
    made = NotDelegated.objects.create(
        person_id=person, matter=Matter(matter).value, decides=Decides(decides).value, reason=why, since=today(),
        told_on=told_on, recorded_by=by.id,
    )  # fmt: skip
    told(by, person, "Something that the carer does not decide", matter=matter, decides=decides)
    return made.id


@action("care.give_back_to_carer")
def give_back_to_carer(*, by: Actor, exception: UUID) -> None:
    """The carer decides this again, from today. Raises NotPermittedError."""
    found = NotDelegated.objects.filter(id=exception, until=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    found.until = today()
    found.save(update_fields=["until"])
    told(by, found.person_id, "The carer decides something again", matter=found.matter)


@action("care.plan_home")
def plan_home(
    *,
    by: Actor,
    stay: UUID,
    made_on: date,
    carer_agreed_on: date | None = None,
    delegated_on: date | None = None,
    days: str = "",
    school: str = "",
    health: str = "",
    family_time: str = "",
    child_says: str = "",
) -> UUID:
    """How life in a home will be, made or changed; the plan's id. Raises NotPermittedError, CannotBeError."""
    home = Stay.objects.filter(id=stay).first()
    if home is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, home.person_id)
    for day, field in (
        (made_on, "made_on"),
        (carer_agreed_on, "carer_agreed_on"),
        (delegated_on, "delegated_on"),
    ):
        not_to_come(day, field)
    in_order(made_on, carer_agreed_on, field="carer_agreed_on")
    row = PlacementPlan.objects.filter(stay=home).first()
    new = row is None
    row = row or PlacementPlan(stay=home, person_id=home.person_id, recorded_by=by.id)
    row.made_on, row.carer_agreed_on, row.delegated_on = made_on, carer_agreed_on, delegated_on
    row.days, row.school, row.health = words(days, 2000), words(school), words(health)
    row.family_time, row.child_says = words(family_time), words(child_says)
    row.save(force_insert=new)
    told(by, home.person_id, f"The plan for this home was {'made' if new else 'changed'}", plan=row.id)
    return row.id


def by_family(by: Actor) -> bool:
    """Whether somebody of a family acts."""
    return role_named(by.role).family
