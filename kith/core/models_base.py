"""What every record has: an opaque id, when and by whom it was written, and where it came from."""

from __future__ import annotations

import uuid
from typing import Any

import pghistory
from django.db import models
from django.utils import timezone


class Source(models.TextChoices):
    WORKER = "worker", "written by a worker"
    FAMILY = "family", "written by the family"
    SSDA903 = "ssda903", "loaded from an SSDA903 return"
    CIN = "cin", "loaded from a CIN census"
    DEMO = "demo", "made up for the demonstration"


class Record(models.Model):
    """Base of every record. Ids are random so that an address reveals nothing, not even age."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recorded_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="When this row was first written (UTC)."
    )
    recorded_by = models.UUIDField(
        null=True,
        editable=False,
        help_text="The account or service that wrote it (its id; accounts live higher up).",
    )
    source = models.CharField(
        max_length=10,
        choices=Source.choices,
        default=Source.WORKER,
        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
    )

    class Meta:
        abstract = True


def tracked(*, exclude: list[str] | None = None) -> Any:
    """Keep every earlier version of a model's rows, by trigger (see docs/adr for why at the database).

    The row itself is its newest version; each change or deletion files the version it replaced.
    `exclude` names fields that no history may hold, such as a password.
    """
    return pghistory.track(
        pghistory.UpdateEvent("changed", row=pghistory.Old, trigger_name="changed"),
        pghistory.DeleteEvent("removed", trigger_name="removed"),
        exclude=exclude,
    )
