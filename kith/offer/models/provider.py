"""Who provides services: a charity, a school, the council itself."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower

from kith.core.models_base import Record, tracked

LINE, LONG = 250, 10_000


@tracked()
class Provider(Record):
    """An organisation of the directory (Open Referral UK: organization)."""

    name = models.CharField(max_length=LINE, help_text="The organisation's own name.")
    description = models.CharField(max_length=LONG, blank=True, help_text="What it is, in plain words.")
    website = models.CharField(max_length=500, blank=True, help_text="Its website.")
    email = models.CharField(max_length=254, blank=True, help_text="Its public email address.")

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="provider_once")]
