"""Dated facts about one child of what is held by plan: kept by triggers, for the law."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person
from kith.plan.models.plan import Plan


class PlanHappened(models.TextChoices):
    FAMILY_HELP = "family_help", "the plan ran as a Family Help plan"
    PATHWAY = "pathway", "the plan ran as a pathway plan"
    REVIEWED = "reviewed", "the plan was looked at again"
    AGREED_IN_CARE = "agreed_in_care", "the plan was agreed as a care plan"


@tracked()
class PlanFact(Record):
    """One fact about one child of a plan. Nobody writes it by hand."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="facts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="plan_facts")
    kind = models.CharField(max_length=14, choices=PlanHappened.choices)
    happened_on = models.DateField(help_text="The day on which it happened or began.")
    until = models.DateField(null=True, help_text="The day on which it ended, of what lasts.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "person", "kind", "happened_on"], name="plan_fact_once")
        ]
        indexes = [HashIndex(fields=["person"], name="plan_fact_by_person")]
