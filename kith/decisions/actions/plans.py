"""The family's plan, worded by the family and kept once agreed; and the council's answer to each part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.decisions.actions.common import (
    children_of,
    meeting_of,
    not_to_come,
    release,
    tell_from_meeting,
    unsaid,
)
from kith.decisions.models import AuthorityAnswer, FamilyPlan, FamilyPlanLine, Monitor, NetworkPerson
from kith.decisions.models.family_plan import Answered
from kith.design.text import safe_text
from kith.story.writing import clean_text


@action("decisions.write_plan")
def write_plan(
    *, by: Actor, meeting: UUID, parts: Sequence[str], could_care: Mapping[int, UUID] | None = None
) -> FamilyPlan:
    """Write down the plan as the family words it, part by part; what was written and not yet agreed makes way.

    `could_care`: for a part (from 0), who of the network could care for the child. After an agreed version this
    begins the next. Raises NotPermittedError.
    """
    meeting_of(by, meeting)
    unsaid()
    words = [clean_text(each).strip() for each in parts if clean_text(each).strip()]
    if not words:
        raise NotPermittedError("Write down what the family plans, in its words.")
    carers = could_care or {}
    if set(carers.values()) - set(
        NetworkPerson.objects.filter(meeting_id=meeting).values_list("id", flat=True)
    ):
        raise NotPermittedError("Choose somebody whom the family named.")
    with transaction.atomic():
        last = FamilyPlan.objects.filter(meeting_id=meeting).order_by("-number").first()
        if last is None or last.agreed_on is not None:
            last = FamilyPlan(meeting_id=meeting, number=last.number + 1 if last else 1, recorded_by=by.id)
            last.save(force_insert=True)
        FamilyPlanLine.objects.filter(plan=last).delete()
        for place, each in enumerate(words):
            FamilyPlanLine(
                plan=last, position=place, words=each, could_care_id=carers.get(place), recorded_by=by.id
            ).save(force_insert=True)
    return last


@action("decisions.agree_plan")
def agree_plan(*, by: Actor, plan: UUID, on: date) -> None:
    """The family agreed this plan: nobody changes it now, and the council has to answer. Raises NotPermittedError."""
    found = _plan(plan)
    meeting_of(by, found.meeting_id)
    not_to_come(on)
    if found.agreed_on is not None or not FamilyPlanLine.objects.filter(plan=found).exists():
        raise NotPermittedError("There is nothing written yet, or it is agreed already.")
    found.agreed_on = on
    found.save(update_fields=["agreed_on"])
    tell_from_meeting(found.meeting_id, "plan_agreed")


@action("decisions.share_plan")
def share_plan(
    *, by: Actor, plan: UUID, person: UUID, lines: Sequence[UUID], prepared: bool, how_prepared: str
) -> None:
    """Let one person of the network see those parts of the agreed plan that are for them. Raises NotPermittedError."""
    found = _plan(plan)
    meeting_of(by, found.meeting_id)
    unsaid()
    reader = NetworkPerson.objects.filter(
        id=person, meeting_id=found.meeting_id, person__isnull=False
    ).first()
    chosen = list(FamilyPlanLine.objects.filter(plan=found, id__in=lines).values_list("id", flat=True))
    if reader is None or reader.person_id is None or not chosen:
        raise NotPermittedError(
            "Choose somebody who has a page of their own, and the parts that they may see."
        )
    release(by, reader.person_id, [found.id, *chosen], prepared=prepared, how_prepared=how_prepared)


@action("decisions.name_monitor")
def name_monitor(*, by: Actor, plan: UUID, person: UUID, what: str = "") -> None:
    """Whom the family named to see that its plan is kept. Raises NotPermittedError."""
    found = _plan(plan)
    meeting_of(by, found.meeting_id)
    unsaid()
    if not NetworkPerson.objects.filter(id=person, meeting_id=found.meeting_id).exists():
        raise NotPermittedError("Choose somebody whom the family named.")
    Monitor(plan=found, network_id=person, what=safe_text(what)[:300], recorded_by=by.id).save(
        force_insert=True
    )


@action("decisions.answer_plan")
def answer_plan(
    *, by: Actor, line: UUID, answer: str, reason: str, on: date, gives: str = ""
) -> AuthorityAnswer:
    """The council's answer to one part of the family's plan, with its reason and what it gives towards it.

    By somebody who may agree to plans; a manager decides on safety alone, within the days that the register gives.
    Raises NotPermittedError.
    """
    found = FamilyPlanLine.objects.select_related("plan__meeting__offer").filter(id=line).first()
    children = children_of(found.plan.meeting.offer_id) if found else []
    tell.permit(by=by, permission=Permission.AGREE_PLAN, persons=children)
    not_to_come(on)
    if found is None or not children or found.plan.agreed_on is None:
        raise NotPermittedError("There is no such part of a plan that the family agreed.")
    if not reason.strip():
        raise NotPermittedError("Say why, in words for the family.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_answer_tells_where(%s, %s)", [line, f"{reason} {gives}"])
        if cursor.fetchone()[0]:
            raise NotPermittedError(
                "Somebody who reads this part must not learn where another lives or how to reach them. Say it in other"
                " words."
            )
    made = AuthorityAnswer(
        line=found,
        answer=Answered(answer),
        reason=clean_text(reason).strip()[:1000],
        gives=clean_text(gives).strip()[:500],
        decided_by_id=by.id,
        answered_on=on,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    facts = {"line": str(line), "answer": answer, "on": on.isoformat()}
    hidden = found.plan.meeting.offer.covert_id
    tell.tell(
        by=by,
        about=children,
        title="The council answered a part of the family's plan",
        facts=facts,
        covert=hidden,
    )
    concerns(children, **facts)
    return made


def _plan(plan: UUID) -> FamilyPlan:
    found = FamilyPlan.objects.filter(id=plan).first()
    if found is None:
        raise NotPermittedError("There is no such plan.")
    return found
