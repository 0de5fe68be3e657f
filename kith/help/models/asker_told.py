"""What somebody at another service, who asked for help for a family, may know of what was done."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.help.models.request import HelpRequest


@tracked()
class AskerTold(Record):
    """One telling, on the asker's own page; only that it was seen is added later. No words: thanks alone."""

    request = models.ForeignKey(HelpRequest, on_delete=models.PROTECT, related_name="asker_told")
    words = models.CharField(
        max_length=500, blank=True, help_text="What was done, as the family agrees that the asker knows it."
    )
    agreed_on = models.DateField(null=True, help_text="The day on which the family agreed to these words.")
    agreed_by = models.CharField(max_length=200, blank=True, help_text="Who of the family agreed.")
    seen_at = models.DateTimeField(null=True, help_text="When the asker said that they had seen it (UTC).")

    class Meta:
        verbose_name_plural = "askers told"
        constraints = [
            models.CheckConstraint(
                condition=Q(words="", agreed_on__isnull=True, agreed_by="")
                | ~Q(words="") & Q(agreed_on__isnull=False) & ~Q(agreed_by=""),
                name="asker_told_as_the_family_agrees",
            )
        ]
        indexes = [models.Index(fields=["request", "-recorded_at"], name="asker_told_request")]
