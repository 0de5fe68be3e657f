"""The facts about enquiries, protection plans and pre-proceedings that the law judges by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from kith.core.together import instances
from kith.law.coverage import Covered
from kith.law.facts import Fact
from kith.law.providers import Provider, register
from kith.protection.models import ChildProtectionPlan, PreProceedings, ProtectionPlanReview, Section47


def facts(persons: Sequence[UUID], as_at: date, believed: datetime | None) -> Iterable[Fact]:
    """Everything this room knows of some people, in one query however many they are."""
    read = instances(
        enquiries=Section47.objects.filter(person_id__in=persons),
        plans=ChildProtectionPlan.objects.filter(person_id__in=persons),
        reviews=ProtectionPlanReview.objects.filter(person_id__in=persons),
        letters=PreProceedings.objects.filter(person_id__in=persons, letter_sent_on__isnull=False),
    )
    for enquiry in read["enquiries"]:
        yield from _of_enquiry(enquiry)
    for plan in read["plans"]:
        ref, known = str(plan.id), plan.recorded_at
        yield Fact("child_protection_plan", plan.person_id, plan.started_on, plan.ended_on, ref, known=known)
    for review in read["reviews"]:
        ref, known = str(review.plan_id), review.recorded_at
        yield Fact("child_protection_review", review.person_id, review.reviewed_on, None, ref, known=known)
    for row in read["letters"]:
        yield from _of_letter(row)


def _of_enquiry(enquiry: Section47) -> Iterator[Fact]:
    person, ref, known = enquiry.person_id, str(enquiry.id), enquiry.recorded_at
    yield Fact("section_47_started", person, enquiry.started_on, None, ref, known=known)
    if enquiry.conference_on is not None:
        yield Fact("initial_conference", person, enquiry.conference_on, None, ref, known=known)
    if enquiry.conference_not_required:
        yield Fact("conference_not_required", person, enquiry.started_on, None, ref, known=known)


def _of_letter(row: PreProceedings) -> Iterator[Fact]:
    on, ref, known = row.letter_sent_on, str(row.id), row.recorded_at
    if on is None:
        return
    yield Fact("letter_before_proceedings", row.person_id, on, None, ref, known=known)
    if row.family_meeting_offered:
        yield Fact("family_meeting_offered_in_letter", row.person_id, on, None, ref, known=known)


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What was loaded, and for which years, only the returns room knows: it says it."""
    return ()


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("protection", facts, covers))
