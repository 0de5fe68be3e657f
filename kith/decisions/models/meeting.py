"""A family meeting: who coordinates it, its stages in order, looking back at it, and what the family thought."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.decisions.models.offer import MeetingKind, MeetingOffer
from kith.people.models import Person
from kith.story.models import Event


@tracked()
class FamilyMeeting(Record):
    """One meeting, prepared by somebody independent. It holds no place: each is told theirs by invitation."""

    offer = models.ForeignKey(MeetingOffer, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=10, choices=MeetingKind.choices)
    coordinator = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="meetings_coordinated")
    asked_on = models.DateField(help_text="When the coordinator was asked.")
    why_agreed = models.CharField(
        max_length=1000, help_text="What the meeting is for, in words agreed with the family."
    )
    safety_notes = models.CharField(
        max_length=1000, blank=True, help_text="What the coordinator must know to keep everybody safe."
    )
    planned_at = models.DateTimeField(null=True, help_text="When it is planned for (UTC). Staff only.")
    held_on = models.DateField(null=True, help_text="The day on which it was held.")
    closed_on = models.DateField(null=True, help_text="When the coordinator's work and access ended.")
    why_closed = models.CharField(max_length=300, blank=True, help_text="How it ended.")
    apart_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="apart",
        help_text="The other meeting of the same conference, where two are held apart. Each knows nothing of the other.",
    )

    class Meta:
        indexes = [
            models.Index(fields=["offer"], name="family_meeting_offer"),
            models.Index(fields=["coordinator"], name="family_meeting_coordinator"),
        ]


class StageKind(models.TextChoices):
    """In their order."""

    INTRODUCTIONS = "introductions", "Introductions"
    INFORMATION = "information", "What everybody needs to know"
    PRIVATE = "private", "Private family time"
    PLAN = "plan", "The family says its plan"
    AGREEMENT = "agreement", "Agreeing"


STAGES = [each.value for each in StageKind]


@tracked()
class Stage(Record):
    """When a stage began and ended, and nothing else: of private family time no more is ever written."""

    meeting = models.ForeignKey(FamilyMeeting, on_delete=models.PROTECT, related_name="stages")
    stage = models.CharField(max_length=13, choices=StageKind.choices)
    from_at = models.DateTimeField(help_text="When it began (UTC).")
    to_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "stage"], name="stage_once"),
            models.CheckConstraint(
                condition=Q(to_at__isnull=True) | Q(to_at__gt=F("from_at")), name="stage_ends_after"
            ),
        ]


@tracked()
class ReviewMeeting(Record):
    """The family meets again to see how its plan goes."""

    meeting = models.ForeignKey(FamilyMeeting, on_delete=models.PROTECT, related_name="reviews")
    planned_for = models.DateField(help_text="The day it is planned for.")
    held_on = models.DateField(null=True, help_text="The day on which it was held.")
    came_of_it = models.CharField(max_length=1000, blank=True, help_text="What the family says came of it.")


@tracked()
class Feedback(Record):
    """What one person of the family thought of the meeting. Read by them, the coordinator and a manager."""

    meeting = models.ForeignKey(FamilyMeeting, on_delete=models.PROTECT, related_name="feedback")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    score = models.SmallIntegerField(help_text="From 1 (bad) to 5 (good).")
    words = models.CharField(max_length=1000, blank=True, help_text="In their own words.")

    class Meta:
        verbose_name_plural = "feedback"
        constraints = [
            models.CheckConstraint(condition=Q(score__gte=1, score__lte=5), name="feedback_one_to_five")
        ]


@tracked()
class RiskTold(Record):
    """The coordinator told the workers that somebody may be at risk: on the story, and on Today until one has seen it."""

    offer = models.ForeignKey(MeetingOffer, on_delete=models.PROTECT, related_name="risks")
    told = models.ForeignKey(
        Event, on_delete=models.PROTECT, related_name="+", help_text="What was written on the story."
    )
    told_at = models.DateTimeField(help_text="When it was told (UTC).")
    seen_at = models.DateTimeField(null=True, help_text="When a worker said that they have it (UTC).")
    seen_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "risks told"
        indexes = [models.Index(fields=["offer"], condition=Q(seen_at__isnull=True), name="risk_told_unseen")]
