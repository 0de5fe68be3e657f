"""Whom somebody wrote to: a named worker, who may read words that other workers may not."""

from __future__ import annotations

from django.db import models

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.story.models.event import Event


@tracked()
class Addressed(Record):
    """Own words that their writer sent to one account, which reads them while it works with the writer."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="addressed")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="words_for_me")

    class Meta:
        verbose_name_plural = "addressed"
        constraints = [models.UniqueConstraint(fields=["event", "account"], name="addressed_once")]
