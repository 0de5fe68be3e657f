"""What is said of a line: how it goes, as each side says it, and answers that stay attached as they were given."""

from __future__ import annotations

from django.db import models

from kith.access.models import Account, Organisation
from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Person
from kith.plan.models.plan import Plan


class Side(models.TextChoices):
    FAMILY = "family", "the family"
    SERVICES = "services", "services"


class How(models.TextChoices):
    WELL = "well", marked("Going well")
    SOME = "some", marked("Some of it")
    STUCK = "stuck", marked("Stuck")


@tracked()
class Progress(Record):
    """How a line is going, as one of either side says it. Said anew, never changed."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="progress")
    item = models.UUIDField(help_text="The line of the plan that it is about.")
    side = models.CharField(max_length=8, choices=Side.choices)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", help_text="Who of the family says it."
    )
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="+", help_text="Which worker says it."
    )
    how = models.CharField(max_length=5, choices=How.choices)
    words = models.TextField(max_length=2000, blank=True, help_text="In their words.")
    on = models.DateField(help_text="The day it was said.")

    class Meta:
        verbose_name_plural = "progress"
        indexes = [models.Index(fields=["item"], name="progress_item")]


@tracked()
class Answer(Record):
    """What somebody answers to a line. It stays attached; disagreement is kept as it was said."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="answers")
    item = models.UUIDField(help_text="The line of the plan that it answers.")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="Who answers.")
    words = models.TextField(max_length=2000, blank=True, help_text="In their words.")
    agrees = models.BooleanField(null=True, help_text="Whether they agree; empty where they did not say.")

    class Meta:
        indexes = [models.Index(fields=["item"], name="answer_item")]


@tracked()
class PlanShare(Record):
    """A line that workers of one partner organisation may read."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="shares")
    item = models.UUIDField(help_text="The line of the plan.")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, help_text="When it was taken back, if it was (UTC).")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "organisation"],
                condition=models.Q(taken_back_at=None),
                name="plan_share_once",
            )
        ]
