"""Rows that wait in staging: contradictions to settle, and rows that could not be read."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class StagedOutcome(models.TextChoices):
    HELD = "held", "contradicts something: to be settled"
    REFUSED = "refused", "could not be read"


class Settlement(models.TextChoices):
    LOADED = "loaded", "a later load could take it in"
    REJECTED = "rejected", "a worker said that the file was wrong"
    RECORDED = "recorded", "a worker put it right in the record"


@tracked()
class StagedRow(Record):
    """A row that did not reach the record, word for word, with why. Rows that did are not kept twice.

    The same row in a later file or a second run is the same staged row (by `digest`); of a table with one row
    a year for each child (OC2, OC3, AD1, PrevPerm), only in a file of the same collection year.
    """

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        db_index=False,
        null=True,
        related_name="staged_rows",
        help_text="Whom it is about, where that could be told: it shows on their page.",
    )
    loaded_file = models.ForeignKey(
        "returns.LoadedFile", on_delete=models.PROTECT, related_name="staged_rows"
    )
    file = models.CharField(max_length=400, help_text="The file it came from.")
    kind = models.CharField(max_length=8, help_text="Which return: ssda903 or cin.")
    table = models.CharField(max_length=30, blank=True, help_text="Which table of the return.")
    row = models.BigIntegerField(null=True, help_text="Data row of the file, counted from 1.")
    child = models.CharField(max_length=60, blank=True, help_text="The child's local id as given.")
    values = models.JSONField(default=dict, help_text="The row as given: column to text.")
    digest = models.CharField(
        max_length=64, help_text="SHA-256 of return, year, table and values: the same row again."
    )
    outcome = models.CharField(max_length=8, choices=StagedOutcome.choices)
    field = models.CharField(max_length=40, blank=True, help_text="The column to mend.")
    reason = models.CharField(
        max_length=600, help_text="Why it waits, naming the other row where there is one."
    )
    settled_at = models.DateTimeField(null=True, help_text="When it was settled (UTC).")
    settled_by = models.UUIDField(null=True, help_text="Who settled it.")
    settlement = models.CharField(max_length=8, choices=Settlement.choices, blank=True, help_text="How.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["digest"], name="staged_row_once"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settlement="")
                | (Q(settled_at__isnull=False) & ~Q(settlement="")),
                name="staged_row_settled_how",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="staged_row_person")]
