"""Every look at what somebody asked."""

from __future__ import annotations

from django.db import models


class Look(models.Model):
    """An account opened what somebody asked. Written before the page leaves, and sealed like the audit."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(help_text="When (UTC), by the database's clock.")
    actor = models.UUIDField(help_text="The account that looked.")
    contact = models.UUIDField(help_text="Whose question: an id that outlives it, and tells nothing.")
    page = models.CharField(max_length=40, help_text="Which page was opened.")

    class Meta:
        indexes = [models.Index(fields=["contact", "at"], name="advice_look_contact")]
