"""What one page says of a family's help: since when, who led, what they said, what adults need, what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q

from kith.help.models import (
    AdultNeed,
    FamilyAssessment,
    FamilyHelp,
    HelpOffer,
    LeadChange,
    PracticalHelp,
    StatutoryBasis,
)


@dataclass(frozen=True, slots=True)
class PotLine:
    """A pot of money, what of it is spent on all families, and when it may be spent."""

    id: UUID
    name: str
    pays_for: str
    pence: int
    spent: int
    from_on: date
    until_on: date | None

    @property
    def left(self) -> int:
        """What is left, in pence; below nothing where more was needed."""
        return self.pence - self.spent


@dataclass(frozen=True, slots=True)
class HelpOfFamily:
    """The whole page."""

    now: FamilyHelp | None
    before: list[FamilyHelp]
    changes: list[LeadChange]
    assessments: Sequence[FamilyAssessment]
    asked_again: int
    needs: list[AdultNeed]
    bases: list[StatutoryBasis]
    spent: list[PracticalHelp]
    offers: list[HelpOffer]

    @property
    def under_way(self) -> FamilyAssessment | None:
        """The assessment that is not finished."""
        return next((each for each in self.assessments if each.finished_on is None), None)

    @property
    def pence(self) -> int:
        """What was paid for them in all."""
        return sum(each.pence for each in self.spent)


def help_of_family(family: UUID, persons: tuple[UUID, ...]) -> HelpOfFamily:
    """Of a family, and of all ids of those of its people who are open. Seven statements."""
    spans = list(FamilyHelp.objects.filter(family_id=family).order_by("-started_on"))
    assessments = list(
        FamilyAssessment.objects.filter(family_id=family)
        .annotate(again=Count("answers", filter=Q(answers__asked_again=True)))
        .select_related("agreed_by")
        .order_by("-started_on")
    )
    return HelpOfFamily(
        now=next((each for each in spans if each.ended_on is None), None),
        before=[each for each in spans if each.ended_on is not None],
        changes=list(
            LeadChange.objects.filter(family_id=family).select_related("old", "new").order_by("-on")
        ),
        assessments=assessments,
        asked_again=sum(each.again for each in assessments),
        needs=list(AdultNeed.objects.filter(person_id__in=persons).order_by("until", "since")),
        bases=list(StatutoryBasis.objects.filter(person_id__in=persons).order_by("-during")),
        spent=list(
            PracticalHelp.objects.filter(family_id=family).select_related("pot", "agreed_by").order_by("-on")
        ),
        offers=list(
            HelpOffer.objects.filter(Q(family_id=family) | Q(person_id__in=persons)).order_by("-offered_on")
        ),
    )


def pots() -> list[PotLine]:
    """Every pot, by name, with what is spent on all families; none for whom practical help is not theirs to give.

    One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pot, name, pays_for, pence, used, from_on, until_on FROM help_pots()")
        return [PotLine(*row) for row in cursor.fetchall()]
