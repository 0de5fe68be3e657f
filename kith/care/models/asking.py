"""What the carer may decide from day to day, and what a young person asks for and is answered."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.care.models.stay import Stay
from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Person


class Matter(models.TextChoices):
    """What is asked for. Unless a reason is written down, the carer decides all of these but the last."""

    SLEEPOVER = "sleepover", marked("Sleep at a friend’s")
    HAIRCUT = "haircut", marked("A haircut")
    TRIP = "trip", marked("A school trip or a day out")
    PHOTOS = "photos", marked("Photos at school or a club")
    CLUB = "club", marked("Join a club or a sport")
    PHONE = "phone", marked("A phone or going online")
    FRIENDS = "friends", marked("Have friends round")
    HEALTH = "health", marked("See a doctor, dentist or optician")
    HOLIDAY = "holiday", marked("A holiday abroad, or of more than four weeks")
    OTHER = "other", marked("Something else")


CARER_DECIDES = tuple(each for each in Matter.values if each not in {"holiday", "other"})
"""By default. Source: SI 2010/959 Sch 2 para 4 (as amended in 2013); Children Act guidance, volume 2, 3.19 to 3.31."""


class Decides(models.TextChoices):
    COUNCIL = "council", marked("your social worker")
    PARENT = "parent", marked("your parent")
    YOUNG_PERSON = "self", marked("you")


@tracked()
class PlacementPlan(Record):
    """How life in one home will be, agreed with the carer. Source: SI 2010/959 reg 9 and Sch 2."""

    stay = models.OneToOneField(Stay, on_delete=models.PROTECT, related_name="plan")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="placement_plans")
    made_on = models.DateField(help_text="The day on which it was made.")
    carer_agreed_on = models.DateField(
        null=True, blank=True, help_text="The day on which the carer agreed to it."
    )
    days = models.CharField(
        max_length=2000, blank=True, help_text="How days go: waking, food, bedtime, what calms."
    )
    school = models.CharField(max_length=1000, blank=True, help_text="School and how they get there.")
    health = models.CharField(max_length=1000, blank=True, help_text="Doctor, dentist, medicines, allergies.")
    family_time = models.CharField(
        max_length=1000, blank=True, help_text="Time with family, and what not to do."
    )
    child_says = models.CharField(
        max_length=1000, blank=True, help_text="What the child wants of it, in their words."
    )
    delegated_on = models.DateField(
        null=True, blank=True, help_text="The day on which it was talked over what the carer decides."
    )


@tracked()
class NotDelegated(Record):
    """One matter that the carer does not decide, and why. Without such a row the carer decides."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="not_delegated")
    matter = models.CharField(max_length=9, choices=Matter.choices)
    decides = models.CharField(max_length=7, choices=Decides.choices, help_text="Who decides it instead.")
    reason = models.CharField(max_length=500, help_text="Why; the child reads it.")
    since = models.DateField(help_text="Since when.")
    until = models.DateField(null=True, blank=True, help_text="The day from which the carer decides again.")
    told_on = models.DateField(
        null=True, blank=True, help_text="The day on which the child was told; before, they do not read it."
    )

    class Meta:
        verbose_name_plural = "not delegated"
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="not_delegated_says_why"),
            models.UniqueConstraint(
                fields=["person", "matter"], condition=Q(until__isnull=True), name="not_delegated_once"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="not_delegated_until_after"
            ),
        ]


class Answered(models.TextChoices):
    YES = "yes", marked("Yes")
    YES_IF = "yes_if", marked("Yes, if")
    NO = "no", marked("No")
    CARER = "carer", marked("Your carer can decide this")


@tracked()
class Ask(Record):
    """What a young person asks for, by when it is answered, and the answer with its reason."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asks")
    matter = models.CharField(max_length=9, choices=Matter.choices)
    words = models.CharField(max_length=1000, blank=True, help_text="What they ask, in their words.")
    for_on = models.DateField(null=True, blank=True, help_text="The day for which they ask.")
    asked_on = models.DateField(help_text="The day on which they asked.")
    answer_by = models.DateField(help_text="The last day for the answer; the young person sees it.")
    answer = models.CharField(max_length=6, blank=True, choices=Answered.choices)
    reason = models.CharField(max_length=1000, blank=True, help_text="Why, in words to the young person.")
    answered_on = models.DateField(null=True, blank=True, help_text="The day of the answer.")
    answered_by = models.CharField(max_length=120, blank=True, help_text="Who decided, by name.")
    unfair_words = models.CharField(max_length=1000, blank=True, help_text="What they say if it is unfair.")
    unfair_on = models.DateField(null=True, blank=True, help_text="The day on which they said so.")
    seen_on = models.DateField(
        null=True, blank=True, help_text="The day on which a manager looked at it again."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | ~Q(answer="") & Q(answered_on__gte=F("asked_on")) & ~Q(reason="") & ~Q(answered_by=""),
                name="ask_answered_with_reason",
            )
        ]
        indexes = [models.Index(fields=["person", "-asked_on"], name="ask_of")]
