"""One table of one file, loaded once: what it was and what became of its rows."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone


class LoadedFile(models.Model):
    """Holds counts, no facts about anybody. One row for each table of each file of each run."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    run = models.UUIDField(help_text="Groups the files of one run of the loader.")
    name = models.CharField(max_length=400, help_text="The file as it was named, with its folder or archive.")
    kind = models.CharField(max_length=8, help_text="Which return: ssda903 or cin.")
    table = models.CharField(
        max_length=30, blank=True, help_text="Which table of the return; blank if not told."
    )
    collection_year = models.CharField(
        max_length=7, blank=True, help_text="Year to 31 March, such as 2024-25."
    )
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 over the rows as read, in order.")
    rows_read = models.IntegerField(default=0, help_text="How many rows it had.")
    rows_new = models.IntegerField(default=0, help_text="Rows that told something new.")
    rows_changed = models.IntegerField(default=0, help_text="Rows that corrected what was held.")
    rows_unchanged = models.IntegerField(default=0, help_text="Rows that said what was held already.")
    rows_held = models.IntegerField(default=0, help_text="Rows kept in staging to be settled.")
    rows_refused = models.IntegerField(default=0, help_text="Rows that could not be read.")
    loaded_at = models.DateTimeField(default=timezone.now, help_text="When (UTC).")
    loaded_by = models.UUIDField(null=True, help_text="The account or service that loaded it.")

    class Meta:
        indexes = [models.Index(fields=["-loaded_at"], name="loaded_file_at")]

    def __str__(self) -> str:
        return self.name
