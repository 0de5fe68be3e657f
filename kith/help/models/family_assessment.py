"""One assessment of a family, filled from what they told before, so that nobody is asked the same twice."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.people.models import Family


@tracked()
class FamilyAssessment(Record):
    """One looking-together at what a family needs (Working Together, chapter 3). Reused for later steps."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="assessments")
    started_on = models.DateField(help_text="The first day.")
    finished_on = models.DateField(null=True, help_text="The day on which the worker had finished.")
    agreed_on = models.DateField(null=True, help_text="The day on which a manager agreed to it.")
    agreed_by = models.ForeignKey(
        Account,
        on_delete=models.PROTECT,
        null=True,
        related_name="assessments_agreed",
        help_text="Who agreed to it; never who wrote it.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_on__isnull=True) | Q(finished_on__gte=F("started_on")),
                name="family_assessment_finished_after",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True, agreed_by__isnull=True)
                | Q(agreed_on__gte=F("finished_on"), agreed_by__isnull=False),
                name="family_assessment_agreed_by_and_on",
            ),
            models.UniqueConstraint(
                fields=["family"], condition=Q(finished_on__isnull=True), name="family_assessment_one_open"
            ),
        ]
        indexes = [models.Index(fields=["family", "-started_on"], name="family_assessment_family")]


@tracked()
class AssessmentAnswer(Record):
    """What a family said to one question; from before, where it was known, or asked now."""

    assessment = models.ForeignKey(FamilyAssessment, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(
        max_length=40, help_text="Id of the question (kith/help/data/questions.toml)."
    )
    words = models.CharField(max_length=8000, help_text="The answer, in the family's words where it can be.")
    answered_on = models.DateField(help_text="The day on which the family said it, now or before.")
    came_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="used_again",
        help_text="The earlier answer that it repeats, where nobody had to be asked.",
    )
    source_event = models.UUIDField(
        null=True, help_text="The event on the story that it was taken from, if any."
    )
    asked_again = models.BooleanField(
        default=False, help_text="Whether the family was asked though an answer was known."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "question"], name="assessment_answer_once")
        ]
