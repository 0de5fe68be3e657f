"""Applications to the court for a care or supervision order, and what stood of the family's own meeting before."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person
from kith.protection.models.pre_proceedings import PreProceedings


class OrderKind(models.TextChoices):
    """Orders under Part 4 of the Children Act 1989, for which section 31ZA asks."""

    CARE = "care", "a care order"
    SUPERVISION = "supervision", "a supervision order"


class MeetingStood(models.TextChoices):
    """How the family's own meeting stood on the day of the application (Children Act 1989 s31ZA)."""

    HELD = "held", "it was offered, accepted and held"
    DECLINED = "declined", "it was offered, and nobody accepted"
    EXEMPT = "exempt", "a senior found that it was not in the child's best interests"
    MISSING = "missing", "it was not offered, not answered by all, or accepted and not held"


@tracked()
class OrderApplication(Record):
    """One application, as it was made. What should not be and is, is recorded here too, and told to the director."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="order_applications")
    pre_proceedings = models.ForeignKey(
        PreProceedings,
        on_delete=models.PROTECT,
        null=True,
        related_name="applications",
        help_text="The time before court that it ends; blank where there was none.",
    )
    kind = models.CharField(max_length=12, choices=OrderKind.choices, help_text="Which order is asked for.")
    applied_on = models.DateField(help_text="The day on which the court was asked.")
    meeting_stood = models.CharField(
        max_length=8,
        choices=MeetingStood.choices,
        help_text="How the family's own meeting stood on that day.",
    )
    binding = models.BooleanField(
        help_text="Whether section 31ZA bound on that day, by the register of duties."
    )
    first_hearing_on = models.DateField(
        null=True, help_text="The day of the first hearing that planned the proceedings (rule 12.25)."
    )
    ended_on = models.DateField(
        null=True, help_text="The day on which the court made up its mind, or the application was withdrawn."
    )
    how_ended = models.CharField(
        max_length=300, blank=True, db_default="", default="", help_text="How it ended, in a line."
    )
    why_without = models.TextField(
        blank=True, help_text="Why the court was asked without the meeting that the family was owed."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(meeting_stood="missing") | ~Q(why_without=""),
                name="application_without_meeting_says_why",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, how_ended="")
                | Q(ended_on__gte=F("applied_on")) & ~Q(how_ended=""),
                name="application_ends_after_with_how",
            ),
            models.CheckConstraint(
                condition=Q(first_hearing_on__isnull=True) | Q(first_hearing_on__gte=F("applied_on")),
                name="application_heard_after",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-applied_on"], name="order_application_person"),
            HashIndex(fields=["person"], name="order_application_by_person"),
        ]
