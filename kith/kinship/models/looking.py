"""The first look at whether somebody could care: of a household, and of each of its adults apart.

What is known of one adult is theirs. A refusal that rests on it is told to each adult in words of their own, which rest
on nothing of another. Source: Family Rights Group, initial family and friends care
assessment guide; UK GDPR art 5, 15(4).
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.kinship.models.exploration import Exploration
from kith.people.models import Person


class LookOutcome(models.TextChoices):
    POSITIVE = "positive", "a full assessment comes next"
    NEGATIVE = "negative", "not taken further"


@tracked()
class FirstLook(Record):
    """One first look at one household for one child."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="first_looks")
    exploration = models.ForeignKey(
        Exploration,
        on_delete=models.PROTECT,
        null=True,
        related_name="looks",
        help_text="Who was named, if they were.",
    )
    started_on = models.DateField(help_text="The day on which it began.")
    outcome = models.CharField(max_length=8, choices=LookOutcome.choices, blank=True)
    decided_on = models.DateField(null=True, help_text="The day on which it was decided.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", decided_on__isnull=True)
                | ~Q(outcome="") & Q(decided_on__gte=F("started_on")),
                name="first_look_decided_on_a_day",
            )
        ]


@tracked()
class LookAdult(Record):
    """An adult of the household that is looked at, and what they say themselves. Nobody else of it reads that."""

    look = models.ForeignKey(FirstLook, on_delete=models.PROTECT, related_name="adults")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    view = models.CharField(max_length=2000, blank=True, help_text="What they say, in their words.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["look", "person"], name="look_adult_once")]


@tracked()
class LookReason(Record):
    """One reason for an outcome as it is. For staff alone; what it rests on belongs to whom it concerns."""

    look = models.ForeignKey(FirstLook, on_delete=models.PROTECT, related_name="reasons")
    concerns = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Whose information it rests on; nobody's where it is about the home or the child.",
    )
    words = models.CharField(max_length=2000, help_text="In plain words.")


@tracked()
class ToldReason(Record):
    """The reasons as one adult of the household is told them: written apart, resting on nothing of another."""

    look = models.ForeignKey(FirstLook, on_delete=models.PROTECT, related_name="told")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="Who is told.")
    words = models.CharField(max_length=2000, help_text="The reasons, and how to say that they are wrong.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["look", "person"], name="told_reason_once")]


@tracked()
class LookChallenge(Record):
    """Somebody who was told says that it is wrong; and what was answered. Both stay as they were said."""

    told = models.ForeignKey(ToldReason, on_delete=models.PROTECT, related_name="challenges")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="Who says so.")
    words = models.CharField(max_length=2000, help_text="What they say.")
    on = models.DateField(help_text="The day.")
    answer = models.CharField(max_length=2000, blank=True, help_text="What was answered, and why.")
    answered_on = models.DateField(null=True, help_text="The day of the answer.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | ~Q(answer="") & Q(answered_on__gte=F("on")),
                name="look_challenge_answered_on",
            )
        ]


class CheckKind(models.TextChoices):
    DBS = "dbs", "criminal records (DBS)"
    HEALTH = "health", "health"
    REFERENCE = "reference", "somebody who knows them"
    COUNCILS = "councils", "councils where they lived"
    HOME = "home", "the home"


class CheckResult(models.TextChoices):
    CLEAR = "clear", "nothing that worries us"
    TALK = "talk", "something to talk about"
    STOPS = "stops", "stands in the way"


@tracked()
class AdultCheck(Record):
    """One check of one adult. It is theirs: nobody else of the household reads it.

    Source: SI 2010/959 Sch 4 (connected persons); SI 2011/581 Sch 3 (foster carers).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="kinship_checks")
    kind = models.CharField(max_length=9, choices=CheckKind.choices)
    asked_on = models.DateField(help_text="The day on which it was asked for.")
    back_on = models.DateField(null=True, help_text="The day on which it came back.")
    result = models.CharField(max_length=5, choices=CheckResult.choices, blank=True)
    words = models.CharField(max_length=1000, blank=True, help_text="What came back.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(result="", back_on__isnull=True) | ~Q(result="") & Q(back_on__gte=F("asked_on")),
                name="adult_check_back_with_result",
            )
        ]
