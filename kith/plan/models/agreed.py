"""What was agreed, as it stood; and each time that the plan was looked at again."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.plan.models.plan import Plan


@tracked()
class PlanVersion(Record):
    """The whole plan as somebody who did not write it agreed to it. Nothing of it changes afterwards."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.SmallIntegerField(help_text="Which version of this plan, from 1. Staff alone see it.")
    content = models.JSONField(help_text="Every line as it stood, by kind.")
    labels = models.IntegerField(
        help_text="The labels of its lines together: who reads it holds all of them."
    )
    concerns = ArrayField(
        models.UUIDField(), default=list, help_text="The concerns not told of that lines of it arise from."
    )
    agreed_on = models.DateField(help_text="The day it was agreed.")
    agreed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="plans_agreed")
    why_only_parents = models.CharField(
        max_length=500, blank=True, help_text="Why it asks things of parents alone, where it does."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once")]


@tracked()
class PlanReview(Record):
    """The plan was looked at again together."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reviews")
    on = models.DateField(help_text="The day.")
    who_came = models.TextField(max_length=1000, help_text="Who came, and how.")
    what_changed = models.TextField(max_length=4000, help_text="What is different now, and what was agreed.")
    next_on = models.DateField(null=True, help_text="The day of the next.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "on"], name="plan_review_once"),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("on")), name="plan_review_next_is_later"
            ),
        ]
