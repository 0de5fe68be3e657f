"""Assessments of a child in need (Children Act 1989 s17), and the factors found."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.help.models.referral import Referral
from kith.people.models import Person


@tracked()
class Assessment(Record):
    """Matched on reload by person and `started_on`."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="assessments")
    referral = models.ForeignKey(
        Referral,
        on_delete=models.PROTECT,
        null=True,
        related_name="assessments",
        help_text="The referral it answers; blank where that is not settled yet.",
    )
    started_on = models.DateField(help_text="When it began (AssessmentActualStartDate, N00159).")
    review_due_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day a manager set for looking at it (AssessmentInternalReviewDate).",
    )
    authorised_on = models.DateField(
        null=True,
        blank=True,
        help_text="When a manager agreed it was finished (AssessmentAuthorisationDate, N00160).",
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(authorised_on__isnull=True) | Q(authorised_on__gte=F("started_on")),
                name="assessment_authorised_after_start",
            )
        ]
        indexes = [
            models.Index(fields=["person", "-started_on"], name="assessment_person_started"),
            HashIndex(fields=["person"], name="assessment_by_person"),
        ]


@tracked()
class AssessmentFactor(Record):
    """One thing that the assessment found to bear on the child's life."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessment_factors")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="factors")
    code = models.CharField(max_length=12, help_text="Factor code (AssessmentFactors, N00181), such as 3B.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "code"], name="assessment_factor_once")]
        indexes = [models.Index(fields=["person"], name="assessment_factor_person")]
