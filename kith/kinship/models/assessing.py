"""One full assessment for every route: what each adult gave of themselves, used again for the next, asked once."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class Route(models.TextChoices):
    FOSTER = "foster", "fostering"
    SGO = "sgo", "special guardianship"
    CAO = "cao", "child arrangements"


class AssessmentOutcome(models.TextChoices):
    SUITABLE = "suitable", "recommended"
    NOT = "not", "not recommended"
    WITHDRAWN = "withdrawn", "the family chose another way"


@tracked()
class FullAssessment(Record):
    """One full assessment of a household for one child and one route."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="kinship_assessments")
    route = models.CharField(max_length=6, choices=Route.choices)
    started_on = models.DateField(help_text="The day on which it began.")
    finished_on = models.DateField(null=True, help_text="The day on which it was finished.")
    outcome = models.CharField(max_length=9, choices=AssessmentOutcome.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_on__isnull=True, outcome="")
                | Q(finished_on__gte=F("started_on")) & ~Q(outcome=""),
                name="full_assessment_finished_how",
            )
        ]


@tracked()
class AssessedAdult(Record):
    """An adult of the household that is assessed."""

    assessment = models.ForeignKey(FullAssessment, on_delete=models.PROTECT, related_name="adults")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "person"], name="assessed_once")]


@tracked()
class Said(Record):
    """What one adult said to one question. Carried over, it points at what that same adult said before."""

    assessment = models.ForeignKey(FullAssessment, on_delete=models.PROTECT, related_name="said")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=30, help_text="Which question, as the list of questions calls it.")
    words = models.CharField(max_length=4000, help_text="In their words.")
    on = models.DateField(help_text="The day.")
    carried = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", help_text="Where it was given first."
    )
    again = models.BooleanField(
        default=False, help_text="Whether it was asked although they had given it before."
    )

    class Meta:
        verbose_name_plural = "said"
        constraints = [
            models.CheckConstraint(
                condition=Q(carried__isnull=True) | Q(again=False), name="said_carried_was_not_asked"
            )
        ]
        indexes = [models.Index(fields=["assessment", "person", "question"], name="said_of")]


@tracked()
class OwnAnswer(Record):
    """What somebody says of their own assessment. It goes wherever the assessment goes."""

    assessment = models.ForeignKey(FullAssessment, on_delete=models.PROTECT, related_name="own_answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=4000, help_text="In their words.")
    on = models.DateField(help_text="The day.")
