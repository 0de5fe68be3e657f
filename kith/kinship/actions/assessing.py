"""The full assessment: begun for a route, filled from what each adult gave before, asked once, finished."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.kinship.actions.common import come, one, permit, said, written
from kith.kinship.models import AssessedAdult, AssessmentOutcome, FullAssessment, Route, Said
from kith.kinship.rules.lists import asked_for


@action("kinship.start_assessment")
def start_assessment(*, by: Actor, child: UUID, adults: Sequence[UUID], route: str, on: date) -> UUID:
    """A full assessment for a route begins; the id. What each adult gave before is carried over, and nobody else's.

    Raises NotPermittedError; CannotBeError without an adult.
    """
    permit(by, child, *adults)
    if not adults or child in adults:
        raise CannotBeError("Choose the adults of the household.", field="adults")
    made = FullAssessment.objects.create(
        child_id=child, route=Route(route).value, started_on=come(on), recorded_by=by.id
    )
    adults = list(dict.fromkeys(adults))
    AssessedAdult.objects.bulk_create(
        AssessedAdult(assessment_id=made.id, person_id=adult, recorded_by=by.id) for adult in adults
    )
    wanted = {each.id for each in asked_for(route)}
    carried = [
        Said(
            assessment_id=made.id, person_id=adult, question=question, words=was.words, on=was.on,
            carried_id=was.carried_id or was.id, recorded_by=by.id,
        )
        for adult in adults
        for question, was in given(adult).items()
        if question in wanted
    ]  # fmt: skip
    Said.objects.bulk_create(carried)
    said(by, "A full assessment of who could care began", child, assessment=made.id, carried=len(carried))
    return made.id


def given(adult: UUID, before: UUID | None = None) -> dict[str, Said]:
    """What an adult gave, the newest of each question; but for the assessment `before`. One statement."""
    rows = Said.objects.filter(person_id=adult).exclude(assessment_id=before).order_by("recorded_at", "id")
    return {each.question: each for each in rows}


@action("kinship.take_down")
def take_down(*, by: Actor, assessment: UUID, adult: UUID, question: str, words: str, on: date) -> UUID:
    """What one adult says to one question; the id. Marked where it was asked though they had given it before.

    Raises NotPermittedError; CannotBeError for a question of another route, and for an assessment that is finished.
    """
    held = one(FullAssessment, assessment)
    permit(by, held.child_id, adult)
    open_question(held, question)
    if not AssessedAdult.objects.filter(assessment_id=assessment, person_id=adult).exists():
        raise NotPermittedError("They are not assessed here.")
    again = Said.objects.filter(person_id=adult, question=question).exists()
    made = Said.objects.create(
        assessment_id=assessment, person_id=adult, question=question, on=come(on), again=again,
        words=written(words, field="words", asks="Write what they say.", most=4000), recorded_by=by.id,
    )  # fmt: skip
    said(
        by,
        "Somebody answered a question of their assessment",
        adult,
        assessment=assessment,
        question=question,
    )
    return made.id


def open_question(held: FullAssessment, question: str) -> None:
    """Raises CannotBeError where the assessment is finished, or does not ask this."""
    if held.finished_on is not None:
        raise CannotBeError("This assessment is finished.")
    if question not in {each.id for each in asked_for(held.route)}:
        raise CannotBeError("Choose one of the questions.", field="question")


@action("kinship.finish_assessment")
def finish_assessment(*, by: Actor, assessment: UUID, outcome: str, on: date) -> None:
    """It is finished. Raises NotPermittedError, CannotBeError."""
    held = one(FullAssessment, assessment)
    permit(by, held.child_id)
    if held.finished_on is not None:
        raise CannotBeError("This is finished already.")
    FullAssessment.objects.filter(id=assessment).update(
        finished_on=come(on, since=held.started_on, after="it began"),
        outcome=AssessmentOutcome(outcome).value,
    )
    said(by, "A full assessment of who could care was finished", held.child_id, assessment=assessment)
