"""What a council decided on the words that Kith offers. No row is about a person."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.models_base import Record, tracked


@tracked()
class OtherWords(Record):
    """One decision on one entry of the list: added, changed or ended. None is ever changed: the latest holds."""

    key = models.CharField(max_length=60, help_text="The entry's name, as in the list that came with Kith.")
    phrases = ArrayField(
        models.CharField(max_length=80), help_text="Words that hurt, each way of saying them."
    )
    not_in = ArrayField(
        models.CharField(max_length=80),
        default=list,
        blank=True,
        help_text="Longer phrases in which they mean something else.",
    )
    why = models.CharField(max_length=300, help_text="Why they hurt, in one plain line.")
    instead = ArrayField(models.CharField(max_length=160), help_text="One to three other words.")
    cited = models.CharField(max_length=300, help_text="Who says so, so that a reader can look it up.")
    link = models.CharField(max_length=300, blank=True, help_text="Where it can be read, or empty.")
    offered = models.BooleanField(default=True, help_text="False from when the entry is no longer offered.")
    reason = models.CharField(max_length=500, help_text="Why, in the words of who decided it.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="other_words_has_reason"),
        ]
        indexes = [models.Index(fields=["key", "-recorded_at"], name="other_words_by_key")]
