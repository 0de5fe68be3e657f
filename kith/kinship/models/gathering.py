"""Training and groups of other carers: what there is, when, and who asked to come."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Person


class GatheringKind(models.TextChoices):
    TRAINING = "training", marked("Training")
    GROUP = "group", marked("A group of other carers")


@tracked()
class Gathering(Record):
    """One training or meeting of a group. Where it is may be kept for those who have a place.

    Source: Kinship care: statutory guidance for local authorities (October 2024), on training and peer support.
    """

    kind = models.CharField(max_length=8, choices=GatheringKind.choices)
    title = models.CharField(max_length=120, help_text="What it is called.")
    what = models.CharField(
        max_length=1000, blank=True, help_text="What it is about, as carers read it; nobody is named."
    )
    at = models.DateTimeField(help_text="When it begins (UTC).")
    place = models.CharField(max_length=200, blank=True, help_text="Where it is; blank if it is online.")
    confidential = models.BooleanField(
        default=False, help_text="Whether only those who have a place are told where it is."
    )
    childcare = models.BooleanField(default=False, help_text="Whether children are looked after meanwhile.")
    expenses = models.BooleanField(default=False, help_text="Whether travel is paid.")
    called_off = models.CharField(max_length=300, blank=True, help_text="Why it does not take place, if so.")

    class Meta:
        indexes = [models.Index(fields=["at"], name="gathering_at")]


class PlaceAnswer(models.TextChoices):
    YES = "yes", marked("You have a place")
    FULL = "full", marked("It is full")
    NO = "no", marked("Not this time")


@tracked()
class GatheringAsk(Record):
    """One carer asks to come, and is answered."""

    gathering = models.ForeignKey(Gathering, on_delete=models.PROTECT, related_name="asks")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="gathering_asks")
    words = models.CharField(max_length=500, blank=True, help_text="What would help them to come.")
    asked_on = models.DateField(help_text="The day on which they asked.")
    answer = models.CharField(max_length=4, blank=True, choices=PlaceAnswer.choices)
    reason = models.CharField(max_length=300, blank=True, help_text="What they are told with it.")
    answered_on = models.DateField(null=True, help_text="The day of the answer.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "person"], name="gathering_asked_once"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | ~Q(answer="") & Q(answered_on__isnull=False),
                name="gathering_ask_answered_on",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="gathering_ask_of")]
