"""The view log: every look at a record, with its reason. Written through one database function."""

from __future__ import annotations

from django.db import models


class Look(models.Model):
    """Plain values, no foreign keys: the log never stands in the way of the record, nor the other way.

    The app's login cannot write here; `access_record_looks()` does, stamping actor and time itself.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(help_text="When (UTC), by the database's clock.")
    actor = models.UUIDField(help_text="The account that looked.")
    role = models.CharField(max_length=20, help_text="Its role then.")
    on_behalf_of = models.UUIDField(null=True, help_text="Whose eyes it looked with, if another's.")
    person = models.UUIDField(help_text="Whose record.")
    page = models.CharField(max_length=60, help_text="Which page or command.")
    reason = models.CharField(
        max_length=500, blank=True, help_text="The reason given, or how the record came open."
    )
    request = models.UUIDField(null=True, help_text="Groups the looks of one request.")
    channel = models.CharField(max_length=10, blank=True, help_text="Web, command or task.")

    class Meta:
        indexes = [
            models.Index(fields=["person", "-at"], name="look_person"),
            models.Index(fields=["actor", "-at"], name="look_actor"),
        ]
