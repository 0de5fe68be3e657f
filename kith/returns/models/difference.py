"""Where a file says one thing and a worker has written another: listed, never applied."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class Difference(Record):
    """A file says other than what a worker or the family wrote: listed for a worker to settle, never overwritten."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="differences")
    loaded_file = models.ForeignKey(
        "returns.LoadedFile", on_delete=models.PROTECT, related_name="differences"
    )
    file = models.CharField(max_length=400, help_text="The file that says otherwise.")
    table = models.CharField(max_length=30, help_text="Which table of the return.")
    row = models.BigIntegerField(help_text="Data row of the file, counted from 1.")
    fact_table = models.CharField(max_length=63, help_text="The table of the record that holds the fact.")
    fact = models.UUIDField(help_text="Id of the fact there.")
    field = models.CharField(max_length=40, help_text="Which field differs.")
    recorded = models.CharField(max_length=200, blank=True, help_text="What the worker wrote.")
    given = models.CharField(max_length=200, blank=True, help_text="What the file says.")
    settled_at = models.DateTimeField(null=True, help_text="When a worker settled it (UTC).")
    settled_by = models.UUIDField(null=True, help_text="Who settled it.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fact", "field", "given"],
                condition=Q(settled_at__isnull=True),
                name="difference_listed_once",
            )
        ]
        indexes = [models.Index(fields=["person"], name="difference_person")]
