"""One assessment, filled from what is known; what is asked again is counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.help.families.members import open_members
from kith.help.families.questions import known, questions
from kith.help.models import AssessmentAnswer, FamilyAssessment
from kith.story.writing import clean_text, let_go


@action("help.start_assessment")
def start_assessment(*, by: Actor, family: UUID, on: date) -> FamilyAssessment:
    """Begin to look at what a family needs, with every answer that is known already filled in.

    Raises NotPermittedError while another is under way, and for a day to come.
    """
    about = _about(by, family)
    if on > timezone.localdate():
        raise NotPermittedError("This day is still to come.")
    try:
        with transaction.atomic():
            made = FamilyAssessment.objects.create(family_id=family, started_on=on, recorded_by=by.id)
    except IntegrityError as twice:
        raise NotPermittedError("One is under way already: go on with that.") from twice
    filled = {each: what for each, what in known(family, about).items() if each in _ids()}
    AssessmentAnswer.objects.bulk_create(
        AssessmentAnswer(
            assessment=made,
            question=each,
            words=what.words[:8000],
            answered_on=what.on,
            came_from_id=what.answer,
            source_event=what.event,
            recorded_by=by.id,
        )
        for each, what in filled.items()
    )
    facts = {"assessment": str(made.id), "filled": len(filled)}
    concerns(about, **facts)
    tell.tell(by=by, about=about, title="An assessment with the family began", facts=facts)
    return made


@action("help.save_answers")
def save_answers(
    *,
    by: Actor,
    assessment: UUID,
    answers: Mapping[str, str],
    asked_again: Collection[str] = (),
    draft: UUID | None = None,
) -> int:
    """Keep what the family said, by question; how many of them were asked though an answer was known.

    `asked_again`: questions that the family had to answer once more. A blank answer takes nothing away.
    `draft`: in which they were typed; it is done with.
    Raises NotPermittedError for one that is finished, and for a question that there is not.
    """
    found = _open(assessment)
    about = _about(by, found.family_id)
    if not set(answers) <= _ids():
        raise NotPermittedError("There is no such question.")
    before = {each.question: each for each in AssessmentAnswer.objects.filter(assessment=found)}
    again = 0
    for question, typed in answers.items():
        words, old = clean_text(typed).strip()[:8000], before.get(question)
        if not words:
            continue
        if old is None:
            AssessmentAnswer.objects.create(
                assessment=found,
                question=question,
                words=words,
                answered_on=timezone.localdate(),
                recorded_by=by.id,
            )
            continue
        repeats = old.asked_again or question in asked_again
        again += repeats and not old.asked_again
        changed = {} if words == old.words else {"words": words, "answered_on": timezone.localdate()}
        if changed or repeats != old.asked_again:
            AssessmentAnswer.objects.filter(id=old.id).update(asked_again=repeats, **changed)
    let_go(draft)
    facts = {"assessment": str(assessment), "asked_again": again}
    concerns(about, **facts)
    tell.tell(by=by, about=about, title="The family's assessment was added to", facts=facts)
    return again


@action("help.finish_assessment")
def finish_assessment(*, by: Actor, assessment: UUID, on: date) -> None:
    """The worker has finished. Raises NotPermittedError where it is finished, or not on that day."""
    found = _open(assessment)
    about = _about(by, found.family_id)
    if not found.started_on <= on <= timezone.localdate():
        raise NotPermittedError("Give a day from the first day until today.")
    FamilyAssessment.objects.filter(id=assessment).update(finished_on=on)
    facts = {"assessment": str(assessment), "on": on.isoformat()}
    concerns(about, **facts)
    tell.tell(by=by, about=about, title="The assessment with the family is finished", facts=facts)


@action("help.agree_assessment")
def agree_assessment(*, by: Actor, assessment: UUID) -> None:
    """A manager, qualified in social work, agrees; never to their own. Raises NotPermittedError."""
    found = FamilyAssessment.objects.filter(
        id=assessment, finished_on__isnull=False, agreed_on__isnull=True
    ).first()
    if found is None:
        raise NotPermittedError("There is no finished assessment here that waits for somebody to agree.")
    about = open_members(by=by, family=found.family_id)
    tell.permit(by=by, permission=Permission.AGREE_PLAN, persons=about)
    if found.recorded_by == by.id:
        raise NotPermittedError("Nobody agrees to their own work: ask another manager.")
    FamilyAssessment.objects.filter(id=assessment).update(agreed_on=timezone.localdate(), agreed_by=by.id)
    facts = {"assessment": str(assessment)}
    concerns(about, **facts)
    tell.tell(by=by, about=about, title="The assessment with the family was agreed", facts=facts)


def _open(assessment: UUID) -> FamilyAssessment:
    found = FamilyAssessment.objects.filter(id=assessment, finished_on__isnull=True).first()
    if found is None:
        raise NotPermittedError("There is no assessment here that is still open.")
    return found


def _about(by: Actor, family: UUID) -> list[UUID]:
    about = open_members(by=by, family=family)
    if not about:
        raise NotPermittedError("You cannot do this for somebody whose record is not open to you.")
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=about)
    return about


def _ids() -> set[str]:
    return {each.id for each in questions()}
