"""A worker's own photograph, and a family account's choice to see none."""

from __future__ import annotations

from django.db import models

from kith.access.models.account import Account


class Photograph(models.Model):
    """A face, given by its owner for the people they work with, and gone when they take it back. No history is kept."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, primary_key=True, related_name="photo")
    media_type = models.CharField(max_length=10, help_text="image/jpeg or image/png, told by its content.")
    content = models.BinaryField(help_text="The picture, without place, camera, times or words.")
    given_at = models.DateTimeField(help_text="When its owner gave it (UTC).")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(media_type__in=["image/jpeg", "image/png"]), name="photograph_kind"
            )
        ]


class NoPhotographs(models.Model):
    """A family account whose owner chose not to see workers' photographs: the row is the choice."""

    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, primary_key=True, related_name="no_photos"
    )
    since = models.DateTimeField(help_text="When they chose it (UTC).")

    class Meta:
        verbose_name_plural = "no photographs"
