"""Whether it is still right: asking the provider, and what anybody tells us."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from kith.access.models import Account
from kith.marked import marked
from kith.offer.models.service import Service


class Nudge(models.Model):
    """One email to a provider, with a link that needs no account. The link's secret is kept as a digest alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="nudges")
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret in the link.")
    sent_at = models.DateTimeField(help_text="When it was sent (UTC).")
    answered_at = models.DateTimeField(
        null=True,
        help_text="When somebody pressed the button (UTC).",
    )
    refused_at = models.DateTimeField(null=True, help_text="When the address refused it for good (UTC).")

    class Meta:
        indexes = [models.Index(fields=["service", "-sent_at"], name="nudge_service")]


class ReportKind(models.TextChoices):
    WRONG = "wrong", marked("Something here is wrong")
    CLOSED = "closed", marked("It has closed")
    SECRET = "secret", marked("It shows a place that must stay secret")
    MISSING = "missing", marked("Something is missing from the directory")
    OTHER = "other", marked("Something else")


class Report(models.Model):
    """What anybody told us of the directory. Who it was is not asked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, null=True, related_name="reports")
    kind = models.CharField(max_length=7, choices=ReportKind.choices, help_text="What is wrong.")
    words = models.CharField(max_length=2000, blank=True, help_text="In their own words.")
    came_at = models.DateTimeField(help_text="When (UTC).")
    handled_at = models.DateTimeField(null=True, help_text="When somebody dealt with it (UTC).")
    handled_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="+", help_text="Who dealt with it."
    )
    outcome = models.CharField(max_length=500, blank=True, help_text="What was done.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(handled_at=None, handled_by=None, outcome="")
                | Q(handled_at__isnull=False, handled_by__isnull=False) & ~Q(outcome=""),
                name="report_handled_by_somebody",
            )
        ]
        indexes = [models.Index(fields=["came_at"], condition=Q(handled_at=None), name="report_open")]
