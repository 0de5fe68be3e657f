"""Reviews: planned, told to the child, led by them if they wish, held, sent out; and the officer's challenge."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.access.apart import refuse_what_tells
from kith.access.permissions import Permission
from kith.care.actions.asking import by_family, me
from kith.care.actions.common import NOT_HERE, in_order, not_to_come, told, words
from kith.care.models import IroChallenge, Review, ReviewPlanned, ReviewWish
from kith.care.models.reviewing import Chairs, HomeAnswer, Step, WishKind
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.design.text import safe_text
from kith.law.calendar import add_working_days
from kith.marked import marked

SETTLE_DAYS = 20
"""Working days in which the council settles a challenge (IRO Handbook 6.10)."""
TOOK_PART = {
    "PN0": "under four", "PN1": "came and spoke", "PN2": "came, somebody spoke for them",
    "PN3": "came and used signs or pictures", "PN4": "came and said nothing",
    "PN5": "did not come, somebody spoke for them",
    "PN6": "did not come, and sent their words", "PN7": "did not come and sent nothing",
}  # fmt: skip


def _may(by: Actor, person: UUID) -> None:
    """A worker with the child, the reviewing officer among them."""
    tell.permit(by=by, permission=Permission.ANSWER_FOR, persons=[person])


@action("care.plan_review")
def plan_review(
    *, by: Actor, person: UUID, planned_for: date, chairs: str = Chairs.OFFICER.value, asked_by: str = "",
    child_told_on: date | None = None,
) -> UUID:  # fmt: skip
    """A review to come; its id. The child reads of it from the day they were told.

    Raises NotPermittedError, CannotBeError.
    """
    _may(by, person)
    not_to_come(child_told_on, "child_told_on")
    made = ReviewPlanned.objects.create(
        person_id=person, planned_for=planned_for, chairs=Chairs(chairs).value, asked_by=safe_text(asked_by)[:120],
        child_told_on=child_told_on, recorded_by=by.id,
    )  # fmt: skip
    told(by, person, "A review was planned", review=made.id, on=planned_for)
    return made.id


@action("care.tell_of_review")
def tell_of_review(*, by: Actor, review: UUID, on: date, planned_for: date, chairs: str) -> None:
    """The child was told of it, as it stands. Raises NotPermittedError, CannotBeError for a day to come."""
    found = _planned(by, review)
    not_to_come(on, "on")
    found.child_told_on, found.planned_for, found.chairs = on, planned_for, Chairs(chairs).value
    found.save(update_fields=["child_told_on", "planned_for", "chairs"])
    told(by, found.person_id, "The child was told of their review", review=review)


@action("care.hold_review")
def hold_review(
    *,
    by: Actor,
    review: UUID,
    held_on: date,
    participation: str,
    decided: str,
    for_child: str,
    for_family: str = "",
    spoke_on: date | None = None,
    home_answer: str = "",
    home_words: str = "",
    visitor_looked_at: bool = False,
) -> None:
    """The review was held: how the child took part, what was decided, and the same in words to the child and to families.

    `home_answer`: whether they could go home again, which the form asks at each review; with what would have to change.
    The return counts it by itself. Raises NotPermittedError; CannotBeError for a day to come, and a second on one day.
    """
    found = _planned(by, review)
    not_to_come(held_on, "held_on")
    if spoke_on is not None and spoke_on > held_on:
        raise CannotBeError(
            "The talk with the child comes before the review, or on its day.", field="spoke_on"
        )
    if participation not in TOOK_PART:
        raise CannotBeError("Choose how the child took part.", field="participation")
    said = words(decided, 4000)
    if not said:
        raise CannotBeError("Write what was decided, who does it and by when.", field="decided")
    found.held_on, found.participation, found.decided, found.spoke_on = held_on, participation, said, spoke_on
    found.for_child, found.visitor_looked_at = words(for_child, 2000), visitor_looked_at
    found.home_answer = HomeAnswer(home_answer).value if home_answer else ""
    found.home_words, found.home_looked_at = words(home_words), bool(home_answer)
    if found.home_answer == HomeAnswer.NOT_NOW and not found.home_words:
        raise CannotBeError("Write what would have to change for the child to go home.", field="home_words")
    found.for_family = words(for_family, 2000)
    refuse_what_tells(found.person_id, [found.for_child])
    counted = found.review or Review(person_id=found.person_id, recorded_by=by.id)
    counted.reviewed_on, counted.participation, counted.source = held_on, participation, Source.WORKER.value
    try:
        with transaction.atomic():
            counted.save(force_insert=found.review_id is None)
    except IntegrityError as error:
        raise CannotBeError("A review on this day is recorded already.", field="held_on") from error
    found.review = counted
    found.save()
    told(by, found.person_id, "A review was held", review=review, on=held_on, part=participation)


@action("care.send_review")
def send_review(
    *, by: Actor, review: UUID, decisions_sent_on: date | None, record_sent_on: date | None = None
) -> None:
    """Its decisions or its record went out. Raises NotPermittedError; CannotBeError before it was held."""
    found = _planned(by, review)
    if found.held_on is None:
        raise CannotBeError("It is not held yet: first write what was decided.")
    for day, field in ((decisions_sent_on, "decisions_sent_on"), (record_sent_on, "record_sent_on")):
        not_to_come(day, field)
        in_order(found.held_on, day, field=field)
    found.decisions_sent_on, found.record_sent_on = decisions_sent_on, record_sent_on
    found.save(update_fields=["decisions_sent_on", "record_sent_on"])
    told(by, found.person_id, "What a review decided was sent out", review=review)


@action("care.wish")
def wish(*, by: Actor, kind: str, said: str, person: UUID | None = None) -> UUID:
    """What a child wants of their review; `person` where a worker takes it down.

    Raises NotPermittedError, CannotBeError.
    """
    if by_family(by):
        tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
        whose, source = me(by), Source.FAMILY.value
    elif person is not None:
        _may(by, person)
        whose, source = person, Source.WORKER.value
    else:
        raise NotPermittedError(NOT_HERE)
    kept = words(said)
    if not kept:
        raise CannotBeError(marked("Write it in a few words."), field="said")
    made = ReviewWish(
        person_id=whose,
        kind=WishKind(kind).value,
        words=kept,
        said_on=today(),
        source=source,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    told(by, whose, "Said what they want of their review", wish=made.id, kind=kind)
    return made.id


@action("care.answer_wish")
def answer_wish(*, by: Actor, wish: UUID, answer: str) -> None:
    """What came of it, in words to the child. Raises NotPermittedError, CannotBeError."""
    found = ReviewWish.objects.filter(id=wish).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    _may(by, found.person_id)
    kept = words(answer)
    if not kept:
        raise CannotBeError("Say what came of it, in words to them.", field="answer")
    refuse_what_tells(found.person_id, [kept])
    found.answer, found.answered_on = kept, today()
    found.save(update_fields=["answer", "answered_on"])
    told(by, found.person_id, "What they wanted of their review was answered", wish=wish)


@action("care.challenge")
def challenge(
    *, by: Actor, person: UUID, about: str, wants: str, stops: bool, raised_on: date, child_says: str = ""
) -> UUID:
    """The reviewing officer says that something is not right; the id.

    Raises NotPermittedError for any other, CannotBeError.
    """
    _may(by, person)
    if by.role != "reviewing":
        raise NotPermittedError(
            "Only the independent reviewing officer raises this. Ask them, or write it to them."
        )
    not_to_come(raised_on, "raised_on")
    wrong, put_right = words(about), words(wants)
    if not wrong:
        raise CannotBeError("Say what is not right for the child.", field="about")
    if not put_right:
        raise CannotBeError("Say what would put it right.", field="wants")
    made = IroChallenge.objects.create(
        person_id=person, about=wrong, wants=put_right, child_says=words(child_says), raised_on=raised_on,
        step_on=raised_on, stops=stops, settle_by=add_working_days(raised_on, SETTLE_DAYS), recorded_by=by.id,
    )  # fmt: skip
    told(by, person, "The reviewing officer says that something is not right", challenge=made.id, stops=stops)
    return made.id


@action("care.step_challenge")
def step_challenge(
    *, by: Actor, challenge: UUID, step: str, on: date, outcome: str = "", settled: bool = False
) -> None:
    """It goes a step further, or is settled with what came of it. Cafcass can be told at any time.

    Raises NotPermittedError for any other than a reviewing officer; CannotBeError for days out of order.
    """
    found = IroChallenge.objects.select_for_update().filter(id=challenge, settled_on=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    _may(by, found.person_id)
    if by.role != "reviewing":
        raise NotPermittedError(
            "Only the independent reviewing officer says how this goes on, or that it is settled."
        )
    not_to_come(on, "on")
    in_order(found.step_on, on, field="on")
    found.step, found.step_on = Step(step).value, on
    if settled:
        found.outcome = words(outcome)
        if not found.outcome:
            raise CannotBeError("Say what came of it.", field="outcome")
        found.settled_on = on
    found.save()
    told(
        by,
        found.person_id,
        "What the reviewing officer said is not right went on",
        challenge=challenge,
        step=step,
    )


def _planned(by: Actor, review: UUID) -> ReviewPlanned:
    found = (
        ReviewPlanned.objects.select_for_update(of=("self",))
        .filter(id=review)
        .select_related("review")
        .first()
    )
    if found is None:
        raise NotPermittedError(NOT_HERE)
    _may(by, found.person_id)
    return found
