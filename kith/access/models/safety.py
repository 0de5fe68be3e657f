"""What keeps a family account its owner's alone: its last sign-ins, and closing it while another may read it."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.access.models.account import Account
from kith.access.models.door import Release
from kith.people.models import Person


class SignedIn(models.Model):
    """One sign-in of a family account. Its owner alone reads it; the database keeps the last ones and no more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="signed_in")
    at = models.DateTimeField(help_text="When (UTC).")
    device = models.CharField(
        max_length=20, help_text="What it came from: a phone, a computer. No more is kept."
    )
    how = models.CharField(
        max_length=8, blank=True, default="", db_default="", help_text="By what: password, code, passkey."
    )

    class Meta:
        verbose_name_plural = "signed in"
        indexes = [models.Index(fields=["account", "-at"], name="signed_in_account")]


class ClosedDoor(models.Model):
    """A family account that its owner closed: somebody else may read it. A worker who saw them opens it again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="closed_doors")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="closed_doors", help_text="Whose account it is."
    )
    closed_at = models.DateTimeField(help_text="When it was closed (UTC).")
    opened_at = models.DateTimeField(null=True, help_text="When a worker opened it again (UTC).")
    opened_by = models.UUIDField(null=True, help_text="The account that opened it again.")
    seen_on = models.DateField(null=True, help_text="The day on which that worker saw them.")
    how_seen = models.CharField(
        max_length=300, blank=True, help_text="How they were seen alone, and what was agreed."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True, opened_by__isnull=True, seen_on__isnull=True)
                | Q(opened_at__isnull=False, opened_by__isnull=False, seen_on__isnull=False),
                name="closed_door_opened_by_and_at",
            ),
            models.UniqueConstraint(
                fields=["account"], condition=Q(opened_at__isnull=True), name="closed_door_once"
            ),
        ]
        indexes = [models.Index(fields=["person"], name="closed_door_person")]


class HeldBack(models.Model):
    """Something released before its reader was kept apart, which they cannot read until a worker has seen to it.

    Files are held until they were looked through; words in which something was found stay held. `ended_at`: nothing was
    found, or a worker read it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="held_back")
    since = models.DateTimeField(help_text="When it was held back (UTC).")
    looked_at = models.DateTimeField(null=True, help_text="When it was looked through (UTC).")
    found = ArrayField(
        models.CharField(max_length=300), default=list, help_text="What in it tells, for the worker."
    )
    why = models.CharField(max_length=120, blank=True, help_text="Why not all of it could be looked through.")
    ended_at = models.DateTimeField(null=True, help_text="When it could be read again (UTC).")
    ended_by = models.UUIDField(null=True, help_text="The account that read it, or looked through it.")

    class Meta:
        verbose_name_plural = "held back"
        constraints = [
            models.UniqueConstraint(
                fields=["release"], condition=models.Q(ended_at__isnull=True), name="held_back_once"
            )
        ]
