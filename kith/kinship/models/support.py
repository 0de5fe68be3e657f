"""Support for a kinship family: what the carer needs to know, what was agreed by need, and what they asked for."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.kinship.models.caring import Caring, CaringKind
from kith.people.models import Person


@tracked()
class NeedToKnow(Record):
    """One thing that a carer needs to know to keep the child safe. It reaches them only once released by name."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="need_to_know")
    words = models.CharField(max_length=1000, help_text="In plain words.")
    concerns = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Whose information it is, where it is not the child's own: a mother's or father's.",
    )
    why_needed = models.CharField(
        max_length=300, blank=True, help_text="Why the carer cannot keep the child safe without it."
    )

    class Meta:
        verbose_name_plural = "need to know"
        constraints = [
            models.CheckConstraint(
                condition=Q(concerns__isnull=True) | ~Q(why_needed=""), name="need_to_know_of_another"
            )
        ]


class SupportNeed(models.TextChoices):
    MONEY = "money", "money and work"
    HOME = "home", "home and things for the house"
    CHILD = "child", "the child's feelings and behaviour"
    SCHOOL = "school", "school and learning"
    HEALTH = "health", "health"
    FAMILY = "family", "time with parents and family"
    CARER = "carer", "the carer's own rest and health"
    LEGAL = "legal", "law and court"


@tracked()
class SupportLine(Record):
    """One line of the support plan: a need, what is done about it, by whom, by when. Which order it is plays no part."""

    caring = models.ForeignKey(Caring, on_delete=models.PROTECT, related_name="support")
    need = models.CharField(max_length=6, choices=SupportNeed.choices)
    words = models.CharField(max_length=500, help_text="The need, in the family's words.")
    what = models.CharField(max_length=500, help_text="What is done about it.")
    who = models.CharField(max_length=120, help_text="Who does it.")
    by_on = models.DateField(null=True, help_text="By when.")
    done_on = models.DateField(null=True, help_text="The day on which it was done.")
    stopped_because = models.CharField(
        max_length=300, blank=True, help_text="Why it is no longer in the plan."
    )


class RequestKind(models.TextChoices):
    THERAPY = "therapy", "therapy for the child"
    SEND = "send", "help with special educational needs"
    LEGAL = "legal", "legal advice"
    HARDSHIP = "hardship", "money for something urgent"
    EMPLOYER = "employer", "a letter to my employer"
    TRAINING = "training", "training"
    PEERS = "peers", "a group of other carers"
    REST = "rest", "a break"
    OTHER = "other", "something else"


class RequestAnswer(models.TextChoices):
    YES = "yes", "yes"
    PART = "part", "in part"
    NO = "no", "no"


@tracked()
class Request(Record):
    """What a carer asked for, when it was answered and when it began. `kind_then`: the kind of care on that day."""

    caring = models.ForeignKey(Caring, on_delete=models.PROTECT, related_name="requests")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="Who asked.")
    kind = models.CharField(max_length=8, choices=RequestKind.choices)
    kind_then = models.CharField(max_length=9, choices=CaringKind.choices)
    words = models.CharField(max_length=1000, blank=True, help_text="In plain words.")
    asked_on = models.DateField(help_text="The day on which they asked.")
    answer = models.CharField(max_length=4, choices=RequestAnswer.choices, blank=True)
    reason = models.CharField(
        max_length=1000, blank=True, help_text="Why, and what they can do if it is unfair."
    )
    pence = models.PositiveIntegerField(null=True, help_text="What is paid, in pence, where money is.")
    answered_on = models.DateField(null=True, help_text="The day of the answer.")
    began_on = models.DateField(null=True, help_text="The day on which it began or came.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | ~Q(answer="") & Q(answered_on__gte=F("asked_on")) & ~Q(reason=""),
                name="request_answered_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(began_on__isnull=True) | Q(began_on__gte=F("asked_on")),
                name="request_began_after",
            ),
        ]
