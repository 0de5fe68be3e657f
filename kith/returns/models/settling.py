"""Decisions about rows that waited: who chose what, what became of it, and what it takes to undo it."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class Choice(models.TextChoices):
    RECORD = "record", "the record stays as it is, and the row is set aside"
    FILE = "file", "the row is taken in place of what the record holds"
    BOTH = "both", "the row is taken beside what the record holds"


class Standing(models.TextChoices):
    ASKED = "asked", "chosen, and about to be carried out"
    DONE = "done", "carried out"
    REFUSED = "refused", "could not be carried out; the row waits as before"
    UNDOING = "undoing", "about to be undone"
    UNDONE = "undone", "undone; the row waits again"


@tracked()
class Settling(Record):
    """One decision. Facts are named by table and id alone; what they said is in their own history."""

    staged_row = models.ForeignKey("returns.StagedRow", on_delete=models.PROTECT, related_name="settlings")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="settlings",
        help_text="Whom the row is about, where that could be told.",
    )
    choice = models.CharField(max_length=6, choices=Choice.choices)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.ASKED)
    said = models.CharField(max_length=300, blank=True, help_text="Why it could not be carried out.")
    carried_out_at = models.DateTimeField(null=True, help_text="When it was carried out (UTC).")
    put_in = models.JSONField(default=dict, help_text="Facts that it added: table to ids.")
    corrected = models.JSONField(default=dict, help_text="Facts that it changed: table to ids.")
    taken_out = models.JSONField(default=dict, help_text="Facts that it took out: table to ids.")
    undone_at = models.DateTimeField(null=True, help_text="When it was undone (UTC).")
    undone_by = models.UUIDField(null=True, help_text="Who asked to undo it.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["staged_row"],
                condition=models.Q(standing__in=["asked", "done", "undoing"]),
                name="settling_stands_alone",
            )
        ]
