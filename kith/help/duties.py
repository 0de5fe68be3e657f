"""The facts about referrals and assessments that the law judges by. `ref` is the referral."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from kith.core.together import instances
from kith.help.models import Assessment, Referral
from kith.law.coverage import Covered
from kith.law.facts import Fact
from kith.law.providers import Provider, register


def facts(persons: Sequence[UUID], as_at: date, believed: datetime | None) -> Iterable[Fact]:
    """Everything this room knows of some people, in one query however many they are."""
    read = instances(
        referrals=Referral.objects.filter(person_id__in=persons),
        finished=Assessment.objects.filter(person_id__in=persons, authorised_on__isnull=False),
    )
    for row in read["referrals"]:
        ref, known = str(row.id), row.recorded_at
        yield Fact("referral", row.person_id, row.referred_on, row.closed_on, ref, known=known)
        if row.no_further_action:
            yield Fact("referral_no_further_action", row.person_id, row.referred_on, None, ref, known=known)
    for assessment in read["finished"]:
        if assessment.authorised_on is not None:
            ref, known = str(assessment.referral_id or ""), assessment.recorded_at
            yield Fact(
                "assessment_finished", assessment.person_id, assessment.authorised_on, None, ref, known=known
            )


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What was loaded, and for which years, only the returns room knows: it says it."""
    return ()


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("help", facts, covers))
