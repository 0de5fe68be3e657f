"""Who waits for a step of the plan, and is told when it is done."""

from __future__ import annotations

from django.db import models

from kith.access.models import Account
from kith.core.models_base import Record
from kith.plan.models.lines import Step


class Awaited(Record):
    """A worker wrote a step, or waits for it: it stands on their Today once it is done or not done, until seen."""

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="awaited")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, db_index=False, related_name="awaits")
    seen_at = models.DateTimeField(null=True, help_text="When they said that they had seen it (UTC).")

    class Meta:
        verbose_name_plural = "awaited"
        constraints = [models.UniqueConstraint(fields=["account", "step"], name="awaited_once")]
