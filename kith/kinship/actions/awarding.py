"""Money: an award by the published rules, notice before anything is cut, and the decision that heard the answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from kith.access.permissions import Permission
from kith.core.action import CannotBeError, action
from kith.core.actor import Actor
from kith.design.dates import today
from kith.kinship.actions.common import come, one, permit, said, written
from kith.kinship.models import Award, AwardEnd, Caring, NoticeAnswer, ReductionNotice
from kith.kinship.rules.allowance import Worked, work_out
from kith.kinship.rules.published import rules_on
from kith.law.months import add_months
from kith.people.models import Person

NOT_CUT = "This is less than what is paid now. Give notice first, and wait for the carer’s answer."


def worked_out(caring: Caring, on: date, *, region: str, facts: Collection[str]) -> Worked:
    """What the rules that hold on a day give for this care. Raises CannotBeError where they cannot be applied."""
    born = one(Person, caring.child_id).born_on
    if born is None:
        raise CannotBeError("The child’s day of birth is not known. Write it down first.")
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    try:
        return work_out(rules_on(on), kind=caring.kind, age=age, region=region, facts=facts)
    except ValueError as wrong:
        raise CannotBeError(str(wrong), field="facts") from wrong


@action("kinship.award")
def award(
    *,
    by: Actor,
    caring: UUID,
    from_on: date,
    region: str,
    facts: Collection[str],
    reason: str,
    agreement_on: date | None = None,
) -> UUID:
    """An award from a day, worked out by the rules of that day; the id. What was paid before ends with it.

    Raises NotPermittedError; CannotBeError for a sum below what is paid now, unless a notice stands that was answered or
    waited for.
    """
    held = one(Caring, caring)
    permit(by, held.child_id)
    if from_on < held.since:
        raise CannotBeError("This is before the child came.", field="from_on")
    why = written(reason, field="reason", asks="Say why this award, or why it changes.", most=500)
    sums = worked_out(held, from_on, region=region, facts=facts)
    was = Award.objects.filter(caring_id=caring, until=None).first()
    ended = AwardEnd.REPLACED
    if was is not None:
        if from_on <= was.from_on:
            raise CannotBeError(
                "This is not after the day on which the award that stands began.", field="from_on"
            )
        if sums.weekly_pence < was.weekly_pence:
            if not _may_cut(was.id, sums.weekly_pence, from_on):
                raise CannotBeError(NOT_CUT, field="facts")
            ended = AwardEnd.NOTICE
        Award.objects.filter(id=was.id).update(until=from_on, ended=ended.value)
    made = Award.objects.create(
        caring_id=caring, weekly_pence=sums.weekly_pence, from_on=from_on, rules=sums.version,
        facts={"kind": held.kind, "region": region, "facts": sorted(facts), "rule": sums.rule},
        lines=[[line.says, line.pence] for line in sums.lines], reason=why,
        agreement_on=come(agreement_on, "agreement_on") if agreement_on else None,
        review_on=add_months(from_on, rules_on(from_on).review_months), recorded_by=by.id,
    )  # fmt: skip
    said(by, "An allowance was awarded", held.child_id, held.carer_id, award=made.id, pence=sums.weekly_pence)
    return made.id


def _may_cut(award: UUID, pence: int, on: date) -> bool:
    held = ReductionNotice.objects.filter(
        award_id=award, stands=True, to_pence__lte=pence, decided_on__lte=on
    )
    return any(each.decided_on > each.answer_by for each in held if each.decided_on)


@action("kinship.agree_in_writing")
def agree_in_writing(*, by: Actor, award: UUID, on: date) -> None:
    """The award was agreed in writing: how much, how long, what next. Raises NotPermittedError, CannotBeError."""
    held = one(Award, award, "caring")
    permit(by, held.caring.child_id)
    Award.objects.filter(id=award).update(agreement_on=come(on))
    said(by, "An allowance was agreed in writing", held.caring.child_id, award=award)


@action("kinship.end_award")
def end_award(*, by: Actor, award: UUID, on: date, how: str) -> None:
    """It ends because the child lives there no longer or is 18; else notice comes first.

    Raises NotPermittedError; CannotBeError for a child who still lives there, and where no notice to stop it stands.
    """
    held = one(Award, award, "caring")
    permit(by, held.caring.child_id)
    came = AwardEnd(how)
    if held.until is not None or on <= held.from_on:
        raise CannotBeError(
            "It has ended already, or this is not after the day on which it began.", field="on"
        )
    if came is AwardEnd.LEFT and (held.caring.until is None or held.caring.until > on):
        raise CannotBeError("The child lives there still. End the care first, or give notice.", field="how")
    if came is AwardEnd.GROWN and not _grown(held.caring.child_id, on):
        raise CannotBeError("They are not 18 on that day.", field="how")
    if came is AwardEnd.REPLACED or (came is AwardEnd.NOTICE and not _may_cut(award, 0, on)):
        raise CannotBeError(NOT_CUT, field="how")
    Award.objects.filter(id=award).update(until=on, ended=came.value)
    said(by, "An allowance ended", held.caring.child_id, held.caring.carer_id, award=award)


def _grown(child: UUID, on: date) -> bool:
    born = one(Person, child).born_on
    return born is not None and add_months(born, 12 * 18) <= on


@action("kinship.give_notice")
def give_notice(*, by: Actor, award: UUID, to_pence: int, reason: str, on: date) -> UUID:
    """Notice that less would be paid; the id. The carer may answer for as long as the rules of that day say.

    Raises NotPermittedError; CannotBeError where it is not less, and while another notice waits.
    """
    held = one(Award, award, "caring")
    permit(by, held.caring.child_id)
    if held.until is not None:
        raise CannotBeError("This is no longer paid.")
    if to_pence >= held.weekly_pence:
        raise CannotBeError("This is not less than what is paid now. More needs no notice.", field="to_pence")
    if ReductionNotice.objects.filter(award_id=award, decided_on=None).exists():
        raise CannotBeError("A notice waits for its answer already.")
    made = ReductionNotice.objects.create(
        award_id=award, to_pence=to_pence, given_on=come(on),
        reason=written(reason, field="reason", asks="Say why less would be paid."),
        answer_by=on + timedelta(days=rules_on(on).notice_days), recorded_by=by.id,
    )  # fmt: skip
    said(
        by,
        "Notice was given that an allowance may be less",
        held.caring.child_id,
        held.caring.carer_id,
        notice=made.id,
    )
    return made.id


@action("kinship.take_down_notice_answer")
def take_down_notice_answer(*, by: Actor, notice: UUID, words: str, on: date) -> UUID:
    """What the carer says to a notice, as a worker takes it down; the id. Raises NotPermittedError, CannotBeError."""
    held = one(ReductionNotice, notice, "award__caring")
    permit(by, held.award.caring.child_id)
    kept = written(words, field="words", asks="Write what they say.", most=2000)
    made = NoticeAnswer.objects.create(notice_id=notice, words=kept, on=come(on), recorded_by=by.id)
    said(by, "A carer answered a notice", held.award.caring.child_id, notice=notice)
    return made.id


@action("kinship.decide_notice")
def decide_notice(*, by: Actor, notice: UUID, stands: bool, decision: str) -> None:
    """Whether less is paid after all was heard: a manager, and not whoever gave the notice.

    Raises NotPermittedError; CannotBeError before the last day for an answer, where it would stand.
    """
    held = one(ReductionNotice, notice, "award__caring")
    permit(by, held.award.caring.child_id, needs=Permission.ALLOCATE)
    if held.decided_on is not None:
        raise CannotBeError("This was decided already.")
    if held.recorded_by == by.id:
        raise CannotBeError("Somebody else decides on the notice that you gave.")
    if stands and today() <= held.answer_by:
        raise CannotBeError("The carer may still answer. It can only stand after that.", field="stands")
    ReductionNotice.objects.filter(id=notice).update(
        decided_on=today(), stands=stands, decided_by=by.id,
        decision=written(decision, field="decision", asks="Say why, in answer to what they said."),
    )  # fmt: skip
    said(by, "It was decided on a notice to pay less", held.award.caring.child_id, notice=notice)
