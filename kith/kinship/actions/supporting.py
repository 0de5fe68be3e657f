"""What a carer needs to know, the support plan by need, and answers to what they asked for."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.core.action import CannotBeError, action
from kith.core.actor import Actor
from kith.kinship.actions.common import come, one, permit, said, written
from kith.kinship.models import (
    Caring,
    NeedToKnow,
    Request,
    RequestAnswer,
    RequestKind,
    SupportLine,
    SupportNeed,
)


@action("kinship.write_need_to_know")
def write_need_to_know(
    *, by: Actor, child: UUID, words: str, concerns: UUID | None = None, why_needed: str = ""
) -> UUID:
    """One thing that a carer needs to know; the id. Nobody reads it behind a door until it is released to them by name.

    Raises NotPermittedError; CannotBeError where it is a parent's own information and nothing says why it is needed.
    """
    permit(by, child, *([concerns] if concerns else []))
    asks = "Say why the carer cannot keep the child safe without knowing this." if concerns else ""
    made = NeedToKnow.objects.create(
        child_id=child, concerns_id=concerns, recorded_by=by.id,
        words=written(words, field="words", asks="Write what the carer needs to know."),
        why_needed=written(why_needed, field="why_needed", asks=asks, most=300),
    )  # fmt: skip
    said(by, "What a carer needs to know was written down", child, item=made.id)
    return made.id


@action("kinship.add_support")
def add_support(
    *, by: Actor, caring: UUID, need: str, words: str, what: str, who: str, by_on: date | None = None
) -> UUID:
    """One line of the support plan; the id. The kind of care is not asked. Raises NotPermittedError, CannotBeError."""
    held = one(Caring, caring)
    permit(by, held.child_id)
    made = SupportLine.objects.create(
        caring_id=caring, need=SupportNeed(need).value, by_on=by_on, recorded_by=by.id,
        words=written(words, field="words", asks="Write the need, in their words.", most=500),
        what=written(what, field="what", asks="Write what is done about it.", most=500),
        who=written(who, field="who", asks="Say who does it.", most=120),
    )  # fmt: skip
    said(by, "A line was added to a kinship support plan", held.child_id, line=made.id)
    return made.id


@action("kinship.support_done")
def support_done(*, by: Actor, line: UUID, on: date | None = None, stopped_because: str = "") -> None:
    """It was done on a day, or is stopped for a reason. Raises NotPermittedError, CannotBeError."""
    held = one(SupportLine, line, "caring")
    permit(by, held.caring.child_id)
    if on is not None:
        SupportLine.objects.filter(id=line).update(done_on=come(on))
    else:
        why = written(stopped_because, field="stopped_because", asks="Say why it is stopped.", most=300)
        SupportLine.objects.filter(id=line).update(stopped_because=why)
    said(by, "A line of a kinship support plan was done or stopped", held.caring.child_id, line=line)


@action("kinship.take_request")
def take_request(*, by: Actor, caring: UUID, kind: str, words: str, on: date) -> UUID:
    """What a carer asked for, as a worker takes it down; the id. Raises NotPermittedError, CannotBeError."""
    held = one(Caring, caring)
    permit(by, held.child_id)
    made = Request.objects.create(
        caring_id=caring, person_id=held.carer_id, kind=RequestKind(kind).value, kind_then=held.kind,
        words=written(words), asked_on=come(on), recorded_by=by.id,
    )  # fmt: skip
    said(by, "A kinship carer asked for something", held.child_id, request=made.id, kind=kind)
    return made.id


@action("kinship.answer_request")
def answer_request(
    *, by: Actor, request: UUID, answer: str, reason: str, on: date, pence: int | None = None
) -> None:
    """The answer, with why and what they can do if it is unfair. Raises NotPermittedError, CannotBeError."""
    held = one(Request, request, "caring")
    permit(by, held.caring.child_id)
    if held.answered_on is not None:
        raise CannotBeError("This was answered already.")
    Request.objects.filter(id=request).update(
        answer=RequestAnswer(answer).value, pence=pence,
        reason=written(reason, field="reason", asks="Say why, and what they can do if it is unfair."),
        answered_on=come(on, since=held.asked_on, after="they asked"),
    )  # fmt: skip
    said(by, "What a kinship carer asked for was answered", held.caring.child_id, request=request)


@action("kinship.request_began")
def request_began(*, by: Actor, request: UUID, on: date) -> None:
    """The day on which what was asked for began or came. Raises NotPermittedError, CannotBeError."""
    held = one(Request, request, "caring")
    permit(by, held.caring.child_id)
    day = come(on, since=held.asked_on, after="they asked")
    Request.objects.filter(id=request).update(began_on=day)
    said(by, "What a kinship carer asked for began", held.caring.child_id, request=request)
