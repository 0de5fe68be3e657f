"""The one plan of a family: whom it is about, and what the law adds to it from which day to which."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.access.models import NotYetTold
from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.people.models import Family, Person


@tracked()
class Plan(Record):
    """What a family and those who help it do together, until nobody of us is needed."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="plans")
    started_on = models.DateField(help_text="The day from which it holds.")
    ended_on = models.DateField(null=True, help_text="The day on which it ended.")
    why_ended = models.CharField(max_length=300, blank=True, help_text="Why it ended, as the family is told.")
    covert = models.ForeignKey(
        NotYetTold,
        on_delete=models.PROTECT,
        null=True,
        related_name="plans",
        help_text="The concern it arises from, until told: such a plan stands beside the family's own.",
    )

    class Meta:
        constraints = [
            # One for each concern as well: who may not know of the concern is not refused a plan because of it.
            models.UniqueConstraint(
                fields=["family"], condition=Q(ended_on=None, covert=None), name="plan_one_live"
            ),
            models.UniqueConstraint(
                fields=["family", "covert"],
                condition=Q(ended_on=None, covert__isnull=False),
                name="plan_one_live_for_a_concern",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="plan_ends_after_start"
            ),
        ]


class Part(models.TextChoices):
    CHILD = "child", "child or young person"
    PARENT = "parent", "parent or carer"
    NETWORK = "network", "family or network"
    # For staff alone: behind the family's door nothing tells it from any other part.
    CAUSES_HARM = "causes_harm", "person causing harm"


@tracked()
class PlanPerson(Record):
    """Somebody whom the plan is about, and what part they have in it. Read by staff alone."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="plans")
    part = models.CharField(max_length=12, choices=Part.choices)

    class Meta:
        verbose_name_plural = "plan people"
        constraints = [models.UniqueConstraint(fields=["plan", "person"], name="plan_person_once")]


class Basis(models.TextChoices):
    EARLY_HELP = "early_help", "Family Help without a statutory basis"
    CHILD_IN_NEED = "child_in_need", "child in need"
    CHILD_PROTECTION = "child_protection", "child protection"
    LOOKED_AFTER = "looked_after", "looked after"
    CARE_LEAVER = "care_leaver", "leaving care"


@tracked()
class PlanBasis(Record):
    """What the law needs from the same plan, as a dated layer over it: never another document."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="bases")
    basis = models.CharField(max_length=16, choices=Basis.choices)
    during = DateRangeField(help_text="From the first day up to the day after the last.")

    class Meta:
        verbose_name_plural = "plan bases"
        constraints = [not_empty("during", "plan_basis_during_not_empty")]
