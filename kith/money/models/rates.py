"""Rates: what is paid a week for a child of an age, version by version. Nobody's facts; everybody who pays reads them.

A version holds from its day until the next one's. It is never changed: what was wrong in it is put right by another
from the same day, with a higher number, and what was paid by the wrong one is settled by the next payment.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Kind(models.TextChoices):
    FOSTERING = "fostering", "fostering"
    KINSHIP_FOSTERING = "kinship_fostering", "fostering by family or friends"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "special guardianship"
    CHILD_ARRANGEMENTS = "child_arrangements", "child arrangements order"
    KINSHIP = "kinship", "other kinship care"


class RateVersion(models.Model):
    """The rates of one kind from a day on, with where they come from."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=80, help_text="What these rates are called, such as 2026-27.")
    from_on = models.DateField(help_text="The first night that is paid by them.")
    number = models.PositiveSmallIntegerField(
        default=1, help_text="Of versions from the same day, the highest number holds."
    )
    published = models.CharField(
        max_length=300, help_text="Where anybody can read them, or that they are made up."
    )
    made_up = models.BooleanField(
        default=False, help_text="Whether they are made up for a demonstration and nobody's real rates."
    )
    set_at = models.DateTimeField(default=timezone.now, editable=False, help_text="When they were set (UTC).")
    set_by = models.UUIDField(null=True, editable=False, help_text="The account that set them.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "from_on", "number"], name="rates_once"),
        ]


class Rate(models.Model):
    """One band of a version: from an age, up to the next band's, so many pence a week."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.ForeignKey(RateVersion, on_delete=models.PROTECT, related_name="bands")
    from_age = models.PositiveSmallIntegerField(help_text="The age in whole years at which the band begins.")
    weekly_pence = models.PositiveIntegerField(help_text="Pence for seven nights.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "from_age"], name="rate_of_age_once"),
            models.CheckConstraint(condition=Q(from_age__lt=18), name="rate_of_a_child"),
        ]
