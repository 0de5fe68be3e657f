"""What comes in from outside, and waits for a person where it must."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked


@tracked()
class Feed(Record):
    """Another directory that is read into ours: a council's Open Referral UK feed, or a file of a provider."""

    name = models.CharField(max_length=120, unique=True, help_text="What it is called here.")
    address = models.CharField(max_length=500, blank=True, help_text="Where it is read from, if anywhere.")
    read_at = models.DateTimeField(null=True, help_text="When it was last read to its end (UTC).")
    said = models.JSONField(default=dict, help_text="Counts of the last reading.")
    every_days = models.SmallIntegerField(
        null=True, help_text="Read by itself after so many days; empty for by hand alone."
    )
    within_km = models.SmallIntegerField(
        null=True, help_text="Only what is within so many kilometres of a place of ours; empty for all of it."
    )
    next_at = models.DateTimeField(null=True, help_text="When it is read by itself next (UTC).")
    failures = models.SmallIntegerField(
        default=0, help_text="How often in a row it could not be read to its end."
    )
    trouble = models.CharField(max_length=500, blank=True, help_text="What was wrong the last time.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(every_days=None) | Q(every_days__gte=1))
                & (Q(within_km=None) | Q(within_km__gte=1)),
                name="feed_days_and_kilometres",
            )
        ]


class Why(models.TextChoices):
    SCREENED = "screened", "its words may mean a place that must stay secret"
    ALIKE = "alike", "it looks like one that is here already"
    FORM = "form", "a provider asks to be put in"


class Outcome(models.TextChoices):
    TAKEN = "taken", "taken in"
    REFUSED = "refused", "not taken in"
    SAME = "same", "the same as one that is here"


class Held(models.Model):
    """A record from outside on which nobody has decided. No one but those who keep the directory reads it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    came_at = models.DateTimeField(help_text="When it came (UTC).")
    why = models.CharField(max_length=8, choices=Why.choices, help_text="Why it waits.")
    feed = models.ForeignKey(
        Feed, on_delete=models.PROTECT, null=True, related_name="held", help_text="Which feed it came with."
    )
    external = models.CharField(max_length=200, blank=True, help_text="Its id in that feed.")
    digest = models.CharField(
        max_length=64, help_text="SHA-256 of its facts: the same again is not held twice."
    )
    facts = models.JSONField(help_text="What it says, in the shape of kith.offer.shapes.")
    words = models.CharField(
        max_length=500, blank=True, help_text="The words it was held for, or from whom it is."
    )
    like = models.UUIDField(null=True, help_text="The service that it looks like.")
    outcome = models.CharField(
        max_length=8, choices=Outcome.choices, blank=True, help_text="What was decided."
    )
    decided_at = models.DateTimeField(null=True, help_text="When that was (UTC).")
    decided_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="+", help_text="Who decided."
    )

    class Meta:
        verbose_name_plural = "held records"
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "external"], condition=Q(outcome="", feed__isnull=False), name="held_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_at__isnull=True, decided_by__isnull=True)
                | ~Q(outcome="") & Q(decided_at__isnull=False, decided_by__isnull=False),
                name="held_decided_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["came_at"], condition=Q(outcome=""), name="held_waiting")]
