"""The family's own plan: theirs to word, unchangeable once agreed; the council answers each part beside it."""

from __future__ import annotations

from django.db import models

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.decisions.models.meeting import FamilyMeeting
from kith.decisions.models.network import NetworkPerson
from kith.marked import marked


@tracked()
class FamilyPlan(Record):
    """One version. Once the family agreed it the database lets nobody change it: a new version is a new row."""

    meeting = models.ForeignKey(FamilyMeeting, on_delete=models.PROTECT, related_name="plans")
    number = models.SmallIntegerField(help_text="Which version of the meeting's plan, from 1. Staff only.")
    agreed_on = models.DateField(null=True, help_text="The day on which the family agreed it.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="family_plan_version")]


@tracked()
class FamilyPlanLine(Record):
    """One part of the plan, in the family's words."""

    plan = models.ForeignKey(FamilyPlan, on_delete=models.PROTECT, related_name="lines")
    position = models.SmallIntegerField(help_text="Order in the plan, from 0. Never shown.")
    words = models.TextField(help_text="As the family worded it.")
    could_care = models.ForeignKey(
        NetworkPerson,
        on_delete=models.PROTECT,
        null=True,
        related_name="could_care_in",
        help_text="Who could care for the child, if this part says so.",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "position"], name="family_plan_line_order")]


class Answered(models.TextChoices):
    YES = "yes", marked("yes")
    PART = "part", marked("in part")
    NO = "no", marked("no: it would not be safe, or we cannot")


@tracked()
class AuthorityAnswer(Record):
    """What the council answers to one part, with its reason. A later answer is a row more; the last one holds."""

    line = models.ForeignKey(FamilyPlanLine, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=4, choices=Answered.choices)
    reason = models.CharField(max_length=1000, help_text="Why, in words for the family.")
    gives = models.CharField(max_length=500, blank=True, help_text="What the council gives towards it.")
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="plans_answered")
    answered_on = models.DateField(help_text="The day of the answer.")

    class Meta:
        indexes = [models.Index(fields=["line"], name="authority_answer_line")]


@tracked()
class Monitor(Record):
    """Whom the family named to see that the plan is kept."""

    plan = models.ForeignKey(FamilyPlan, on_delete=models.PROTECT, related_name="monitors")
    network = models.ForeignKey(NetworkPerson, on_delete=models.PROTECT, related_name="monitors")
    what = models.CharField(max_length=300, blank=True, help_text="What they look to.")
