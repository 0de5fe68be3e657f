"""What was published of how we do: a quarter four weeks after its end, as a whole, and never again."""

from __future__ import annotations

from django.db import models


class PublishedQuarter(models.Model):
    """One quarter as everybody may read it. A number by which somebody could be known has none here."""

    first = models.DateField(primary_key=True, help_text="The quarter's first day.")
    asked = models.IntegerField(null=True, help_text="How many asked; empty for fewer than ten.")
    answered = models.IntegerField(
        null=True, help_text="How many were answered; empty where it would tell of few."
    )
    unmet = models.IntegerField(
        null=True, help_text="How many were not helped; empty where it would tell of few."
    )
    published_at = models.DateTimeField(help_text="When (UTC).")


class PublishedReason(models.Model):
    """Why so many were not helped in a quarter; what was said of fewer than ten stands together as `rest`."""

    id = models.BigAutoField(primary_key=True)
    quarter = models.ForeignKey(PublishedQuarter, on_delete=models.PROTECT, related_name="reasons")
    reason = models.CharField(max_length=12, help_text="Code of the reason; `went` and `rest` besides.")
    number = models.IntegerField(help_text="How many.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["quarter", "reason"], name="published_reason_once")]
