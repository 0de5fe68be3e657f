"""Grants: who may find or open whom. Kept by triggers; read by every policy."""

from __future__ import annotations

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models

from kith.access.models.account import Account
from kith.core.models_base import Record
from kith.core.ranges import not_empty
from kith.people.models import Person


class Grant(models.Model):
    """Derived, never written by hand. No foreign keys: it is read on every row of every page."""

    id = models.BigAutoField(primary_key=True)
    actor = models.UUIDField(help_text="The account.")
    person = models.UUIDField(help_text="The person it may find or open.")
    level = models.SmallIntegerField(help_text="1 find (name only), 2 open.")
    label_mask = models.IntegerField(help_text="Bits of kith.core.labels.Label.")
    during = DateTimeRangeField(help_text="When it holds (UTC).")
    came_from = models.CharField(max_length=12, help_text="involvement, team, reason, network, door.")

    class Meta:
        indexes = [
            models.Index(
                fields=["actor", "person", "level", "label_mask", "during"], name="grant_actor_person"
            ),
            models.Index(fields=["person"], name="grant_person"),
        ]


class ReasonKind(models.TextChoices):
    COVER = "cover", "I am covering for a colleague"
    CONTACT = "contact", "Somebody has contacted us about this person"
    CONNECTED = "connected", "This person is connected to a family I work with"
    PROTECT = "protect", "A child may be in danger now"
    CREATED = "created", "I have just added this person"
    PURPOSE = "purpose", "A stated purpose"


class Reason(Record):
    """Why somebody with no involvement opened a record. Lasts 24 hours; the team manager is told."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="reasons")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reasons")
    kind = models.CharField(max_length=10, choices=ReasonKind.choices)
    text = models.CharField(max_length=500, help_text="The reason in the worker's words.")
    label_mask = models.IntegerField(help_text="What it opens: bits of kith.core.labels.Label.")
    during = DateTimeRangeField(help_text="24 hours from being given.")
    seen_by_manager_at = models.DateTimeField(null=True, help_text="When the team manager saw it on Today.")

    class Meta:
        constraints = [not_empty("during", "reason_during_not_empty")]
        indexes = [
            models.Index(fields=["person"], name="reason_person"),
            models.Index(fields=["account"], name="reason_account"),
        ]
