"""A connected person approved for a time, and its countdown. Source: SI 2010/959 regs 24 and 25."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class ApprovalEnd(models.TextChoices):
    APPROVED = "approved", "approved as a foster carer"
    ORDER = "order", "an order was made for the child to live there"
    MOVED = "moved", "the child lives elsewhere or went home"


@tracked()
class TemporaryApproval(Record):
    """A relative or friend approved for a time as the child's foster carer, from the day the child came.

    It may be written down before a nominated officer agreed: protection waits for nobody. It then stands as not agreed.
    """

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="temporary_approvals")
    carer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    began_on = models.DateField(help_text="The day on which the child came.")
    runs_until = models.DateField(help_text="The last day, as the register of law counts it.")
    looked_at = models.CharField(
        max_length=1000, help_text="What was looked at before the child came: home, people, the child's wish."
    )
    agreement_on = models.DateField(null=True, help_text="The day of the written agreement with the carer.")
    agreed_by = models.UUIDField(null=True, help_text="The nominated officer's account.")
    agreed_on = models.DateField(null=True, help_text="The day on which a nominated officer agreed.")
    ended_on = models.DateField(null=True, help_text="The day on which it ended.")
    how_ended = models.CharField(max_length=8, choices=ApprovalEnd.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, how_ended="")
                | Q(ended_on__gte=F("began_on")) & ~Q(how_ended=""),
                name="temporary_ended_how",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True, agreed_on__isnull=True)
                | Q(agreed_by__isnull=False, agreed_on__isnull=False),
                name="temporary_agreed_by_and_on",
            ),
            models.UniqueConstraint(
                fields=["child", "carer"], condition=Q(ended_on__isnull=True), name="temporary_one_now"
            ),
        ]


class ExtensionKind(models.TextChoices):
    LONGER = "longer", "more time for the full assessment"
    REVIEW = "review", "until the independent review is known"


@tracked()
class ApprovalExtension(Record):
    """More time, once of each kind: for the full assessment (reg 25(2)), or until an independent review (reg 25(3))."""

    approval = models.ForeignKey(TemporaryApproval, on_delete=models.PROTECT, related_name="extensions")
    kind = models.CharField(max_length=6, choices=ExtensionKind.choices)
    began_on = models.DateField(help_text="The first day of the longer time.")
    runs_until = models.DateField(null=True, help_text="The last day; none until a review is known.")
    still_best = models.CharField(max_length=1000, help_text="Why this is still the best home for the child.")
    panel_on = models.DateField(null=True, help_text="The day the fostering panel's view was asked for.")
    reviewing_told_on = models.DateField(help_text="The day the reviewing officer was told.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approval", "kind"], name="extension_once"),
            models.CheckConstraint(
                condition=Q(kind="review", runs_until__isnull=True)
                | Q(kind="longer", runs_until__gt=F("began_on")),
                name="extension_runs_until",
            ),
        ]
