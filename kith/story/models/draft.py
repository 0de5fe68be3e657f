"""Drafts: nothing typed is lost."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.access.models import Account
from kith.core.models_base import Record
from kith.people.models import Person


class Draft(Record):
    """What somebody was writing, saved within three seconds of typing. `revision` grows with each save;
    a save made on top of an older revision is kept beside it, as another draft."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="drafts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="drafts")
    form = models.CharField(max_length=40, help_text="Which form: note, visit, call, meeting.")
    sealed = models.BinaryField(
        default=bytes, help_text="The fields as typed, encrypted: a draft may hold anybody's private words."
    )
    shared_with = ArrayField(
        models.UUIDField(), default=list, help_text="Colleagues' accounts that write on the same draft."
    )
    revision = models.IntegerField(default=1, help_text="Grows by one with each save.")
    saved_at = models.DateTimeField(auto_now=True, help_text="When it was last saved (UTC).")
    # The database sets it to null as well (story migration 0034): Django sees only what the actor may see.
    split_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True)

    class Meta:
        indexes = [models.Index(fields=["account", "-saved_at"], name="draft_account")]
