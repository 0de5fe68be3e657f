"""Pairs of records that may be one person, found in batch and waiting for somebody to look."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record
from kith.people.models.person import Person


class DuplicateState(models.TextChoices):
    WAITING = "waiting", "waiting for somebody to look"
    LINKED = "linked", "the same person"
    DIFFERENT = "different", "two different people"


class PossibleDuplicate(Record):
    """Two records that the matching thinks alike, with why. `one` is always the smaller id."""

    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    probability = models.FloatField(
        help_text="How likely they are one person, 0 to 1, by the matching model."
    )
    reasons = models.JSONField(help_text="Codes of what agrees and what does not, in order of weight.")
    state = models.CharField(max_length=10, choices=DuplicateState.choices, default=DuplicateState.WAITING)
    decided_by = models.UUIDField(null=True, help_text="The account that decided.")
    decided_at = models.DateTimeField(null=True, help_text="When (UTC).")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="possible_duplicate_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="possible_duplicate_in_order"),
        ]
        indexes = [models.Index(fields=["state", "-probability"], name="possible_duplicate_waiting")]
