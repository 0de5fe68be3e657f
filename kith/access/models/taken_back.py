"""What an upgrade took back because nobody had said that its reader was prepared for it: their workers are told."""

from __future__ import annotations

import uuid

from django.db import models

from kith.access.models.door import Release
from kith.people.models import Person


class TakenBack(models.Model):
    """One release that no longer stands, through no worker's doing. Nobody is prepared for what vanishes either."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    release = models.OneToOneField(Release, on_delete=models.PROTECT, related_name="taken_back")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="taken_back", help_text="Who could read it."
    )
    taken_at = models.DateTimeField(help_text="When it was taken back (UTC).")
    seen_at = models.DateTimeField(null=True, help_text="When a worker said that they saw to it (UTC).")
    seen_by = models.UUIDField(null=True, help_text="The account of that worker.")

    class Meta:
        verbose_name_plural = "taken back"
